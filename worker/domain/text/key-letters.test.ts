import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LETTERS } from './fold-letters.ts';
import { foldWord } from './fold.ts';
import { lettersOfKey, possibleLetters } from './key-letters.ts';

const rulesOut = (word: string, key: string) => (lettersOfKey(key) & ~possibleLetters(word)) !== 0;

test('no word is said to be unlike its own key', () => {
  const folded = Array.from(LETTERS.keys(), (point) => String.fromCodePoint(point));
  const letters = fc.constantFrom(...folded, ...Array.from("jyYİ'\u0301\u0654\u200c\u0640ئأїғҒČşǵ"));
  const runs = fc.constantFrom(
    'kh',
    'sh',
    'ngh',
    'тс',
    'нг',
    'шш',
    'тш',
    'дж',
    'без',
    'аго',
    'ія',
    'уа',
    'он',
    'онѣ',
    'ея',
  );
  const words = fc.oneof(
    fc.array(fc.oneof(letters, runs), { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  fc.assert(
    fc.property(words, (word) => {
      expect(rulesOut(word, foldWord(word))).toBe(false);
      expect(rulesOut(word.toUpperCase(), foldWord(word.toUpperCase()))).toBe(false);
    }),
    { numRuns: 20_000 },
  );
});

test('a word without a letter for one of a key is said to be another', () => {
  expect(rulesOut('газета', foldWord('қазақ'))).toBe(true);
  expect(rulesOut('گازەت', foldWord('қазақ'))).toBe(true);
  expect(rulesOut('قازاق', foldWord('қазақ'))).toBe(false);
});
