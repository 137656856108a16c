import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitHighlights } from './highlights.ts';

describe('splitting a snippet', () => {
  it('cuts at the found words', () => {
    expect(splitHighlights('газетъ «Қазақъ» вышла', [[8, 14]])).toEqual([
      { text: 'газетъ «', found: false },
      { text: 'Қазақъ', found: true },
      { text: '» вышла', found: false },
    ]);
  });

  it('joins overlapping and touching ranges and takes them in any order', () => {
    expect(
      splitHighlights('abcdef', [
        [3, 5],
        [1, 3],
        [2, 4],
      ]),
    ).toEqual([
      { text: 'a', found: false },
      { text: 'bcde', found: true },
      { text: 'f', found: false },
    ]);
  });

  it('shows the whole text without ranges', () => {
    expect(splitHighlights('قازاق', [])).toEqual([{ text: 'قازاق', found: false }]);
    expect(splitHighlights('', [[0, 3]])).toEqual([]);
  });

  it('never loses or invents a letter, whatever the ranges', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.integer({ min: -5, max: 30 }), fc.integer({ min: -5, max: 30 }))),
        (text, ranges) => {
          const pieces = splitHighlights(text, ranges);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        },
      ),
    );
  });
});
