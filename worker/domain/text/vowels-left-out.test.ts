import { describe, expect, test } from 'vitest';
import { foldWord } from './fold.ts';
import { skeletonOf, spellingsWithoutVowels } from './vowels-left-out.ts';

describe('a word as spelled before 1912 may be', () => {
  // By hand after fixtures/gold-names/chagatai.jsonl, and common words of the time.
  test.each([
    ['قزاق', 'қазақ'],
    ['خلق', 'халық'],
    ['بلم', 'білім'],
    ['دله', 'дала'],
    ['ولایتی', 'уалаяты'],
    ['احمد', 'Ахмет'],
    ['بايتورسونوف', 'Байтұрсынов'],
    ['بوكيخانوف', 'Бөкейханов'],
    ['بوكيخانوف', 'Букеихановъ'],
    ['میرجاقب', 'Міржақып'],
    ['تورغای', 'Торғай'],
    ['تاشكند', 'Ташкент'],
    ['چقدی', 'шықты'],
    ['اوچون', 'үшін'],
  ])('%s for %s', (old, full) => {
    expect(skeletonOf(foldWord(old))).toBe(skeletonOf(foldWord(full)));
    expect(spellingsWithoutVowels(foldWord(full))(foldWord(old))).toBe(true);
  });

  test.each([
    ['قزاق', 'қызық', 'its vowels are others'],
    ['الاش', 'алыс', 'another consonant'],
    ['تورغای', 'тарағай', 'و is not а'],
  ])('but %s is not %s: %s', (old, other) => {
    expect(spellingsWithoutVowels(foldWord(other))(foldWord(old))).toBe(false);
  });
});
