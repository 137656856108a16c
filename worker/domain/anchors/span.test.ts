import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSpan, describeSpan } from './span.ts';

const line = (text: string) => ({ id: 'l1', text });

describe('a span that can be tagged', () => {
  test.each<[string, number, number, string | null]>([
    ['Алаш партиясы', 0, 4, null],
    ['Алаш', 0, 4, null],
    ['Алаш', 0, 5, 'outside-line'],
    ['Алаш', -1, 2, 'outside-line'],
    ['Алаш', 0.5, 2, 'outside-line'],
    ['Алаш', 2, 2, 'empty-span'],
    ['Алаш', 3, 2, 'empty-span'],
    ['a\u{1f600}b', 0, 2, 'splits-character'],
    ['a\u{1f600}b', 2, 4, 'splits-character'],
    ['ея́ ', 0, 2, 'splits-character'],
    ['عَلَى', 1, 3, 'splits-character'],
    ['مكتبه\u200cلر', 0, 5, 'splits-character'],
    ['مكتبه\u200cلر', 0, 6, null],
  ])('%j from %d to %d: %s', (text, start, end, code) => {
    expect(checkSpan(line(text), start, end)?.code ?? null).toBe(code);
    if (code) expect(() => describeSpan(line(text), start, end)).toThrow(RangeError);
  });
});

test('an anchor quotes the span and up to 32 code units on both sides', () => {
  const text = `${'а'.repeat(40)} Алаш ${'б'.repeat(40)}`;
  expect(describeSpan(line(text), 41, 45)).toEqual({
    line: 'l1',
    start: 41,
    end: 45,
    quote: 'Алаш',
    prefix: `${'а'.repeat(31)} `,
    suffix: ` ${'б'.repeat(31)}`,
  });
  expect(describeSpan(line('Алаш'), 0, 4)).toMatchObject({ prefix: '', suffix: '' });
});

test('context never cuts a character', () => {
  const pieces = fc.array(fc.constantFrom('а', 'я́', '\u{1f600}', 'عَ', 'ه\u200c', ' '), {
    minLength: 30,
    maxLength: 80,
  });
  fc.assert(
    fc.property(pieces, fc.nat(), (parts, seed) => {
      const at = seed % parts.length;
      const start = parts.slice(0, at).join('').length;
      const anchor = describeSpan(line(parts.join('')), start, start + parts[at]!.length);
      expect(anchor.quote).toBe(parts[at]);
      for (const context of [anchor.prefix, anchor.suffix]) {
        expect(context.length).toBeLessThanOrEqual(32);
        expect(context.isWellFormed()).toBe(true);
        expect(context).not.toMatch(/^[\p{M}\u200c]/u);
      }
      expect(parts.join('')).toContain(anchor.prefix + anchor.quote + anchor.suffix);
    }),
  );
});
