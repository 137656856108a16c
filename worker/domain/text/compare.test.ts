import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareText } from './compare.ts';

type Language = Parameters<typeof compareText>[2];

function sorted(words: string[], language: Language): string[] {
  return words.toSorted((a, b) => compareText(a, b, language));
}

describe('lists come in the order of their alphabet', () => {
  test.each<[string, Language, string[]]>([
    ['the 42 letters of Kazakh', 'kk', Array.from('аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя')],
    [
      'Kazakh words',
      'kk',
      ['алаш', 'Алаш Орда', 'алашорда', 'Әлихан', 'Бөкейхан', 'Қазақ', 'Ұлт', 'Үш жүз', 'ыстық', 'іс'],
    ],
    ['Kazakh Latin of 2021', 'kk', ['alaş', 'älem', 'ğylym', 'ñ', 'qazaq', 'şaş', 'ūlt', 'ün']],
    ['Kazakh in Arabic script', 'kk', ['الاش', 'بوكەي', 'قازاق', 'گازەت', 'ۇلت', 'ىس']],
    ['the reader’s own script first', 'kk', ['Яик', 'Qazaq', 'قازاق']],
    [
      'Russian, old and new',
      'ru',
      ['Елка', 'ёлка', 'ель', 'ѣсть', 'жаръ', 'икра', 'інок', 'йод', 'Речь', 'Рѣчь', 'Россійская'],
    ],
    ['English, Latin first', 'en', ['Abai', 'Émile', 'émir', 'Qazaq', 'Zan', 'Абай']],
    ['numbers by value', 'en', ['No. 2', 'No. 10', 'No. 010 bis', 'No. A']],
    ['a space before a letter, punctuation not counted', 'ru', ['Уш жуз', '«Ушакъ»', 'Уш-каф']],
  ])('%s', (_, language, words) => {
    expect(sorted(words.toReversed(), language)).toEqual(words);
  });
});

test('it is an order: same texts are equal, the other way round is the opposite, and it can be chained', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.stringMatching(/^[аәеёѣиіA-Eé0-9 .-]{0,6}$/),
  );
  fc.assert(
    fc.property(word, word, word, fc.constantFrom<Language>('kk', 'ru', 'en'), (a, b, c, language) => {
      const sign = (x: string, y: string) => Math.sign(compareText(x, y, language));
      expect(sign(a, a.normalize('NFD'))).toBe(0);
      expect(sign(a, b)).toBe(-sign(b, a) + 0);
      if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 3_000 },
  );
});
