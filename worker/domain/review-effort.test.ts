import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countChangedWords, reviewDifficultyOf } from './review-effort.ts';

const page = (...texts: string[]) => texts.map((text, index) => ({ id: String(index), text }));

describe('what a review will take', () => {
  test('is counted in words: changed, put in, taken out', () => {
    expect(countChangedWords(page('дѣло Алаша'), page('дело Алаша'))).toEqual({ changed: 1, words: 2 });
    expect(countChangedWords(page('а б'), page('а б в г'))).toEqual({ changed: 2, words: 4 });
    expect(countChangedWords(page('а б', 'в г д'), page('а б'))).toEqual({ changed: 3, words: 2 });
    expect(countChangedWords([], page('قازاق گازەتى'))).toEqual({ changed: 2, words: 2 });
  });

  test('is at least one where a line differs only in its signs', () => {
    expect(countChangedWords(page('конецъ'), page('конецъ.'))).toEqual({ changed: 1, words: 1 });
  });

  test('is nothing for the same text, and never more than all words of both', () => {
    const text = fc.array(fc.string({ unit: fc.constantFrom('а', 'б', ' ', 'ق') }), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(countChangedWords(page(...one), page(...one)).changed).toBe(0);
        const { changed, words } = countChangedWords(page(...one), page(...other));
        const before = countChangedWords([], page(...one)).words;
        const signs = Math.max(one.length, other.length);
        expect(changed).toBeLessThanOrEqual(before + words + signs);
      }),
    );
  });

  test('falls into three classes; what was not counted is hard', () => {
    expect([0, 20, 21, 80, 81, null].map(reviewDifficultyOf)).toEqual([
      'easy',
      'easy',
      'middling',
      'middling',
      'hard',
      'hard',
    ]);
  });
});
