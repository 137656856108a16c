import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinDividedWords } from './reading-text.ts';

test('a word divided at the end of a line is whole in the reading text', () => {
  expect(joinDividedWords(['общее поло-', 'женіе, и далѣе', 'конецъ'])).toEqual([
    'общее положеніе,',
    'и далѣе',
    'конецъ',
  ]);
});

test('a hyphen that belongs to the word stays', () => {
  expect(joinDividedWords(['въ Санктъ-', 'Петербургѣ'])).toEqual(['въ Санктъ-', 'Петербургѣ']);
  expect(joinDividedWords(['1914-', '1915 —', '- да'])).toEqual(['1914-', '1915 —', '- да']);
  expect(joinDividedWords(['сөз -', 'сөз'])).toEqual(['сөз -', 'сөз']);
});

test('nothing but hyphens and white space is ever lost', () => {
  const line = fc.string({ unit: fc.constantFrom('а', 'Б', '-', ' ', 'ق', '1', '.') });
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const bare = (texts: string[]) => texts.join('').replaceAll(/[-\s]/g, '');
      expect(bare(joinDividedWords(lines))).toBe(bare(lines));
      expect(joinDividedWords(lines)).toHaveLength(lines.length);
    }),
  );
});
