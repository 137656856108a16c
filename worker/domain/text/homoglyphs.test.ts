import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStrangers } from './homoglyphs.ts';
import { numeralForm, toNumerals } from './numerals.ts';
import { type Writing, WRITINGS, writingOf } from './writings.ts';

/** As "written → meant", with the kind. */
const told = (text: string, writing: Writing) =>
  findStrangers(text, writing).map(
    ({ kind, start, end, meant }) => `${kind} ${text.slice(start, end)} → ${meant ?? '—'}`,
  );

/** The text as it would be if every replacement were taken. */
function taken(text: string, writing: Writing): string {
  let result = text;
  for (const { start, end, meant } of findStrangers(text, writing).toReversed()) {
    if (meant !== undefined) result = result.slice(0, start) + meant + result.slice(end);
  }
  return result;
}

describe('doubtful letters', () => {
  test.each<[Writing, string, string[]]>([
    ['kk-Cyrl', 'қaзақ', ['script a → а']],
    ['kk-Cyrl', 'əлем', ['script ə → ә']],
    ['kk-Cyrl', 'Yш жүз', ['script Y → Ү']],
    ['kk-Latn', 'әlem', ['script ә → ə']],
    ['ru-petr1708', 'cъѣздъ въ Mосквѣ', ['script c → с', 'script M → М']],
    ['ru-petr1708', 'кaөедра', ['script a → а', 'variant ө → ѳ']],
    ['kk-Cyrl', 'ѳз', ['variant ѳ → ө']],
    ['kk-Arab', 'قازاقستان ۇلکەن', ['variant ک → ك']],
    ['kk-Arab', 'بیر قازاقی', ['variant ی → ي', 'variant ی → ى']],
    ['kk-Arab', 'مەملەكەته هالىق', ['variant ه → ە', 'variant ه → ھ']],
    ['kk-Arab', 'قاﺯاق', ['shape ﺯ → ز']],
    ['kk-Arab-old', 'مكتبه', []],
    ['kk-Arab-old', 'مكتبە', ['variant ە → ه']],
    ['ru-petr1708', 'М0сква, ТОВАР0ОБОРОТЪ', ['digit 0 → о', 'digit 0 → О']],
    ['ru-petr1708', 'въ 19l7 и 19З5 г.', ['letter l → 1', 'letter З → 3']],
    ['kk-Arab', '١٩١۷', ['numerals ۷ → —']],
    ['kk-Cyrl', 'қazақ', ['script a → а', 'script z → —']],
  ])('%s: %s', (writing, text, expected) => {
    expect(told(text, writing)).toEqual(expected);
  });

  test.each<[Writing, string]>([
    ['ru-petr1708', 'II съѣздъ, XIX вѣкъ, газета «Times», № 5-й, 1917г., 20-го'],
    ['kk-Cyrl', '20ға жуық, 5-ші, Әлихан Бөкейханұлы, Үш жүз'],
    ['kk-Arab', 'ءبىر قازاق، ۇكىمەت؟ ١٩١٣ — ٤٥'],
    ['kk-Latn', 'Qazaqstan Respublikasy, «Казань», şyğys'],
  ])('%s: nothing is wrong with %s', (writing, text) => {
    expect(told(text, writing)).toEqual([]);
  });

  const anyWriting = fc.constantFrom(...WRITINGS);
  const anyText = fc
    .array(fc.constantFrom(...Array.from('аaәəоo0кkіi1І ѳөیىيهەھکك٠۰5Yyү-«'), 'Қазақ', 'قازاق', 'XIX'), {
      maxLength: 16,
    })
    .map((parts) => parts.join(''));

  test('whatever is typed, each finding quotes what stands there, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 30 })),
        anyWriting,
        (text, writing) => {
          let at = 0;
          for (const { start, end, written, meant } of findStrangers(text, writing)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(text.slice(start, end)).toBe(written);
            expect(meant).not.toBe(written);
            at = end;
          }
        },
      ),
    );
  });

  test('taking what is offered comes to an end: the letters taken are not doubted again for what they were', () => {
    fc.assert(
      fc.property(anyText, anyWriting, (text, writing) => {
        const once = taken(text, writing);
        const twice = taken(once, writing);
        expect(taken(twice, writing)).toBe(twice);
      }),
    );
  });
});

test('numbers are turned into other digits and back; nothing else changes', () => {
  expect(toNumerals('№ 12, ١٩١٣ ۴', 'arabic')).toBe('№ ١٢, ١٩١٣ ٤');
  const form = fc.constantFrom('european' as const, 'arabic' as const, 'persian' as const);
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9a-zа-я ,.-]{0,20}$/), form, (text, to) => {
      const turned = toNumerals(text, to);
      expect(toNumerals(turned, 'european')).toBe(text);
      for (const digit of turned.match(/\p{Nd}/gu) ?? []) expect(numeralForm(digit)).toBe(to);
    }),
  );
});

test.each<[string, string | undefined, string, Writing]>([
  ['kk-Arab', 'töte jazu', '', 'kk-Arab'],
  ['kk-Arab', 'before 1912', '', 'kk-Arab-old'],
  ['kk-Arab', undefined, '', 'kk-Arab'],
  ['kk', undefined, 'قازاق', 'kk-Arab'],
  ['kk', undefined, 'қазақ', 'kk-Cyrl'],
  ['kk-Latn', undefined, '', 'kk-Latn'],
  ['ru-petr1708', 'Russian before 1918', '', 'ru-petr1708'],
  ['ar', undefined, '', 'kk-Arab-old'],
])('the letters for %s (%s) %s are %s', (language, orthography, sample, writing) => {
  expect(writingOf(language, orthography, sample)).toBe(writing);
});
