import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitHighlights } from './highlights.ts';

describe('splitting a snippet', () => {
  it('cuts at the found words', () => {
    expect(splitHighlights('газетъ «Қазақъ» вышла', [[8, 14]])).toEqual([
      { text: 'газетъ «' },
      { text: 'Қазақъ', found: 0 },
      { text: '» вышла' },
    ]);
  });

  it('says which range each found piece is, in any order, and cuts off what overlaps', () => {
    expect(
      splitHighlights('abcdef', [
        [3, 5],
        [1, 3],
        [2, 4],
      ]),
    ).toEqual([
      { text: 'a' },
      { text: 'bc', found: 1 },
      { text: 'd', found: 2 },
      { text: 'e', found: 0 },
      { text: 'f' },
    ]);
  });

  it('shows the whole text without ranges', () => {
    expect(splitHighlights('قازاق', [])).toEqual([{ text: 'قازاق' }]);
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
