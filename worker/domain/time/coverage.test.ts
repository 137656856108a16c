import { expect, test } from 'vitest';
import { isCovered } from './coverage.ts';

const span = (text: string) => {
  const [earliest, latest] = text.split('/').map((end) => (end === '..' ? null : end));
  return { earliest: earliest ?? null, latest: latest ?? null };
};

test.each<[string, string[], boolean]>([
  ['1917-01-01/1917-12-31', ['1917-01-01/1917-12-31'], true],
  ['1917-01-01/1917-12-31', ['1917-07-01/1918-12-31', '1916-01-01/1917-06-30'], true],
  ['1917-01-01/1917-12-31', ['1916-01-01/1917-06-30', '1917-07-02/1918-12-31'], false],
  ['1917-01-01/1917-12-31', ['1916-01-01/1917-12-30'], false],
  ['1917-01-01/1917-12-31', ['../1917-06-30', '1917-03-01/..'], true],
  ['1917-01-01/..', ['1916-01-01/1930-01-01'], false],
  ['1917-01-01/..', ['1916-01-01/..'], true],
  ['../1917-12-31', ['1800-01-01/..'], false],
  ['../1917-12-31', ['../1910-12-31', '1911-01-01/..'], true],
  ['1917-01-01/1917-12-31', [], false],
])('%s by %j: %s', (whole, parts, expected) => {
  expect(isCovered(span(whole), parts.map(span))).toBe(expected);
});
