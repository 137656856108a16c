import { expect, test } from 'vitest';
import { finderOf } from './found.ts';

test('words that a search found stand out in their old spelling too', () => {
  expect(finderOf('"деле"')('о дѣлѣ Алаша')).toEqual([{ start: 2, end: 6, as: 'found' }]);
});

test('a search without words finds nothing', () => {
  expect(finderOf('"" - ')('о дѣлѣ Алаша')).toEqual([]);
});
