import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import cldr from '../../../fixtures/oracles/cldr48_word_pairs.tsv?raw';
import prereform from '../../../fixtures/oracles/prereform_word_pairs.tsv?raw';
import { foldWord } from './fold.ts';
import { tokenise } from './tokens.ts';
import { type Orthography, type Transliteration, transliterate } from './transliterate.ts';

const pairsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t') as [string, string]);

const ARAB = 'kk-Arab';
const CYRL = 'kk-Cyrl';
const LATN = 'kk-Latn';
const write = (text: string, from: Orthography, to: Orthography) => transliterate(text, { from, to }).text;

describe('Kazakh in Arabic script to Cyrillic', () => {
  test.each([
    ['قازاق', 'қазақ'],
    ['ءبىر ءتىل', 'бір тіл'],
    ['سولتۇستىك', 'солтүстік'],
    ['ۇيا', 'ұя'],
    ['كيىم', 'киім'],
    ['قويۋ', 'қою'],
    ['سۇرتكى', 'сүрткі'],
    ['رايون', 'район'],
    ['پەرىشتە', 'періште'],
    ['ٴۇي، ءۇي؟', 'үй, үй?'],
    ['ﻗﺎﺯﺍﻕ ١٩١٣', 'қазақ ١٩١٣'],
  ])('%s is %s', (arabic, cyrillic) => {
    // Vowels of loans and of mixed words are not told by the script; the word is among the readings.
    expect(readings(transliterate(arabic, { from: ARAB, to: CYRL }))).toContain(cyrillic);
  });

  test('what the script does not tell is said, with its place', () => {
    const { text, ambiguous } = transliterate('الاش قازاق', { from: ARAB, to: CYRL });
    expect(text).toBe('алаш қазақ');
    expect(ambiguous).toEqual([
      { start: 0, end: 1, alternatives: ['ә'] },
      { start: 2, end: 3, alternatives: ['ә'] },
    ]);
  });
});

describe('Kazakh in Cyrillic', () => {
  test('to Arabic script and back reads the same, or the reading is among the others', () => {
    const lost = 'аль Белен бұл Қазақстан әлем үкімет республика кеңес дүние сенім ғылым жүрек өнер ұлт'
      .split(' ')
      .map((word) => word.toLowerCase())
      .filter(
        (word) => !readings(transliterate(write(word, CYRL, ARAB), { from: ARAB, to: CYRL })).includes(word),
      );
    // ь is not written in Arabic script.
    expect(lost).toEqual(['аль']);
  });

  test('to Arabic script as Unicode CLDR has it, but for its own inconsistencies', () => {
    const pairs = pairsOf(cldr);
    const same = pairs.filter(([cyrillic, arabic]) => write(cyrillic, CYRL, ARAB) === arabic);
    expect(same.length / pairs.length).toBeGreaterThan(0.94);
  });

  test.each([
    ['Қазақ ғылымы, үйіне', 'Qazaq ğylymy, üiıne'],
    ['ШЫҢҒЫС Щука І Ұлт', 'ŞYÑĞYS Ştşuka I Ūlt'],
    ['Исатай', 'İsatai'],
  ])('to Latin: %s', (cyrillic, latin) => {
    expect(write(cyrillic, CYRL, LATN)).toBe(latin);
  });
});

describe('Kazakh in Latin script', () => {
  test.each([
    ['Qazaq ğylymy', 'Қазақ ғылымы'],
    ['QAZAQ İSI', 'ҚАЗАҚ ИСІ'],
    ['Aiaz üiıne', 'Аяз үйіне'],
  ])('to Cyrillic: %s', (latin, cyrillic) => {
    expect(write(latin, LATN, CYRL)).toBe(cyrillic);
  });

  test('to Arabic script, and from it', () => {
    expect(write('Qazaq, bız', LATN, ARAB)).toBe('قازاق، ءبىز');
    expect(write('قازاق، ءبىز', ARAB, LATN)).toBe('qazaq, bız');
    expect(transliterate('hat', { from: LATN, to: ARAB }).ambiguous).toEqual([
      { start: 0, end: 3, alternatives: ['ھات'] },
    ]);
  });
});

describe('Russian of before 1918', () => {
  test('is written as an independent converter writes it', () => {
    const different = pairsOf(prereform).filter(([old, now]) => write(old, 'ru-petr1708', 'ru') !== now);
    expect(different).toEqual([]);
  });

  test.each([
    ['Послѣднія извѣстія Россійскаго Агентства', 'Последние известия Российского Агентства'],
    ['русскія войска, партія, другія', 'русские войска, партия, другие'],
    ['ея, онѣ, однѣхъ', 'её, они, одних'],
    ['безпорядки РАЗСКАЗЪ низкій', 'беспорядки РАССКАЗ низкий'],
    ['хорошаго большаго дальнѣйшаго благо', 'хорошего большого дальнейшего благо'],
    ['Ѳедоръ, ѵпостась, Съѣздъ', 'Федор, ипостась, Съезд'],
  ])('%s', (old, now) => {
    expect(write(old, 'ru-petr1708', 'ru')).toBe(now);
  });

  test('where an adjective or a noun may stand, both are given', () => {
    expect(transliterate('тихія Бельгія', { from: 'ru-petr1708', to: 'ru' })).toMatchObject({
      text: 'тихие Бельгия',
      ambiguous: [{ start: 12, end: 13, alternatives: ['е'] }],
    });
  });
});

test('a direction without rules is refused', () => {
  expect(() => transliterate('да', { from: 'ru', to: 'ru-petr1708' })).toThrow(RangeError);
});

describe('any text', () => {
  const DIRECTIONS: [Orthography, Orthography][] = [
    [ARAB, CYRL],
    [CYRL, ARAB],
    [CYRL, LATN],
    [LATN, CYRL],
    [ARAB, LATN],
    [LATN, ARAB],
    ['ru-petr1708', 'ru'],
  ];
  const letters = Array.from('قازاق ءٴەكگيۋىۇوتسشه\u200c\u0640،АаӘәИиІіщяюъьѣѳ iıİIştsūñ’1-\u0301');
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(fc.constantFrom(...letters), { maxLength: 20 }).map((chosen) => chosen.join('')),
  );

  test.each(DIRECTIONS)('from %s to %s can be written, and what is ambiguous lies in it', (from, to) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: result, ambiguous } = transliterate(text, { from, to });
        let last = 0;
        for (const { start, end, alternatives } of ambiguous) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(result.length);
          expect(alternatives).not.toContain(result.slice(start, end));
          last = end;
        }
      }),
    );
  });

  test('a Kazakh word and its transliteration find each other', () => {
    const words = pairsOf(cldr).map(([cyrillic]) => cyrillic);
    for (const to of [ARAB, LATN] as const) {
      const lost = words.filter((word) => keyOf(write(word, CYRL, to)) !== keyOf(word));
      expect(lost.length / words.length).toBeLessThan(0.01);
    }
  });
});

const keyOf = (text: string) =>
  tokenise(text)
    .map((token) => foldWord(token.text))
    .join(' ');

/** Every text that a result allows. */
function readings({ text, ambiguous }: Transliteration): string[] {
  let all = [''];
  let at = 0;
  for (const { start, end, alternatives } of ambiguous) {
    const choices = [text.slice(start, end), ...alternatives];
    all = all.flatMap((begun) => choices.map((choice) => begun + text.slice(at, start) + choice));
    at = end;
  }
  return all.map((begun) => begun + text.slice(at));
}
