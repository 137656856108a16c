import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { possibleLetters } from './key-letters.ts';
import { ScannedWords, mostWords, scanWords } from './scan-words.ts';
import { tokenise } from './tokens.ts';

function scan(line: string) {
  const words = new ScannedWords(mostWords(line) + 1);
  words.add(5, 7, 8, 9);
  const plain = scanWords(line, words, 3);
  const found = Array.from({ length: words.count - 1 }, (_, index) => index + 1);
  expect(found.every((index) => words.line(index) === 3)).toBe(true);
  return {
    plain,
    bounds: found.flatMap((index) => [words.start(index), words.end(index)]),
    letters: found.map((index) => words.letters(index)),
  };
}

test('a line of plain words is scanned', () => {
  const line = 'Қазақ газетасы, №1. 1913-жыл';
  expect(scan(line)).toEqual({
    plain: true,
    bounds: [0, 5, 6, 14, 17, 18, 20, 24, 25, 28],
    letters: ['Қазақ', 'газетасы', '1', '1913', 'жыл'].map((word) => possibleLetters(word)),
  });
});

test('a line with diplomatic marks, or with signs that may join, is left to who reads it closely', () => {
  for (const line of ['Ал[аш?] еді', "об'явление о", 'қазақ\u200cстан']) {
    expect(scan(line)).toEqual({ plain: false, bounds: [], letters: [] });
  }
});

test('what is scanned is what would have been read', () => {
  const units = fc.oneof(
    fc.constantFrom(...Array.from("қазақгоіъѣقازاقۇەء٠١٢abc123 .,-[]⟦⟩ʼ'’·ًّٔ̆")),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(units, { maxLength: 40 }), (parts) => {
      const line = parts.join('');
      const { plain, bounds, letters } = scan(line);
      const read = tokenise(line);
      if (!plain) return bounds.length === 0 && letters.length === 0;
      expect(bounds).toEqual(read.flatMap(({ start, end }) => [start, end]));
      expect(letters).toEqual(read.map(({ text }) => possibleLetters(text)));
      return true;
    }),
    { numRuns: 500 },
  );
});
