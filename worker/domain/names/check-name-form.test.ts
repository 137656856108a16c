import { describe, expect, test } from 'vitest';
import { checkNameForm } from './check-name-form.ts';

describe('names that are as they should be', () => {
  test.each([
    ['Әлихан Бөкейхан', 'kk-Cyrl'],
    ['عالیخان بوكەيخانوۆ', 'kk-Arab'],
    ['قازاق', 'kk-Arab'],
    ['Алиханъ Букейхановъ', 'ru-petr1708'],
    ['Мѵро', 'ru-petr1708'],
    ['Qazaq', 'kk-Latn'],
    ['Älihan Bókeıhan', 'kk-Latn'],
    ['Алаш', 'kk'],
    ['Alash', 'kk'],
    ['II съезд', 'ru'],
    ['I Мемлекеттік Дума', 'kk-Cyrl'],
    ['Николай II', 'ru'],
    ['Газета «Times»', 'ru'],
    ['1905 год', 'ru'],
    ['1905', 'kk-Arab'],
    ['А. Б.', 'ru'],
    ['М. Дулатовъ', 'ru-petr1708'],
    ["G'abbasov", 'kk-Latn'],
  ])('%s (%s)', (text, language) => {
    expect(checkNameForm({ text, language })).toEqual([]);
  });
});

describe('letters of another script are refused, with the letter, its place and what it should be', () => {
  test.each<[string, string, number, string]>([
    [
      'Букeйханов',
      'ru',
      3,
      'Letter 4 of “Букeйханов”, e, is a Latin letter (U+0065) that only looks like the Cyrillic е (U+0435). Type the Cyrillic one.',
    ],
    [
      'Ахмет Бaйтурсынов',
      'ru',
      7,
      'Letter 2 of “Бaйтурсынов”, a, is a Latin letter (U+0061) that only looks like the Cyrillic а (U+0430). Type the Cyrillic one.',
    ],
    [
      'Bukеikhanov',
      'en',
      3,
      'Letter 4 of “Bukеikhanov”, е, is a Cyrillic letter (U+0435) that only looks like the Latin e (U+0065). Type the Latin one.',
    ],
    [
      'M. Дулатов',
      'ru',
      0,
      'Letter 1 of “M”, M, is a Latin letter (U+004D) that only looks like the Cyrillic М (U+041C). Type the Cyrillic one.',
    ],
    [
      'Совет CCCP',
      'ru',
      6,
      'Letter 1 of “CCCP”, C, is a Latin letter (U+0043) that only looks like the Cyrillic С (U+0421). Type the Cyrillic one.',
    ],
    [
      'Әлиxан',
      'kk',
      3,
      'Letter 4 of “Әлиxан”, x, is a Latin letter (U+0078) that only looks like the Cyrillic х (U+0445). Type the Cyrillic one.',
    ],
    [
      'Бəйтерек',
      'kk-Cyrl',
      1,
      'Letter 2 of “Бəйтерек”, ə, is a Latin letter (U+0259) that only looks like the Cyrillic ә (U+04D9). Type the Cyrillic one.',
    ],
  ])('%s (%s)', (text, language, offset, message) => {
    expect(checkNameForm({ text, language })).toEqual([{ code: 'look-alike', offset, message }]);
  });

  test('also where nothing looks like them', () => {
    expect(checkNameForm({ text: 'Букейqанов', language: 'ru' })).toMatchObject([
      {
        code: 'foreign-letter',
        offset: 5,
        message: 'Letter 6 of “Букейqанов”, q, is a Latin letter (U+0071) in a word of Cyrillic letters.',
      },
    ]);
  });
});

test.each([
  ['Қазақ', 'kk-Arab', 'The language kk-Arab is written in Arabic letters, and “Қазақ” is in Cyrillic ones.'],
  ['قازاق', 'kk-Cyrl', 'The language kk-Cyrl is written in Cyrillic letters, and “قازاق” is in Arabic ones.'],
  ['Alash', 'ru', 'The language ru is written in Cyrillic letters, and “Alash” is in Latin ones.'],
])('%s is no name of %s: its script is another', (text, language, message) => {
  expect(checkNameForm({ text, language })).toEqual([{ code: 'script', offset: 0, message }]);
});

test.each(['…', '«»', '-', '№', ' '])('a name of signs alone (%s) is refused', (text) => {
  expect(checkNameForm({ text, language: 'ru' })).toMatchObject([{ code: 'no-letters' }]);
});
