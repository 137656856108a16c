import { expect, test } from 'vitest';
import kazakh from '../../../fixtures/oracles/udhr_kaz.txt?raw';
import muqtabas from '../../../fixtures/samples/al-muqtabas/1-1-p001.gt.txt?raw';
import muqtabasNext from '../../../fixtures/samples/al-muqtabas/1-1-p002.gt.txt?raw';
import { transliterate } from '../text/transliterate.ts';
import { isArabicLanguage } from './arabic-language.ts';

const tote = transliterate(kazakh, { from: 'kk-Cyrl', to: 'kk-Arab' }).text;
/** As before 1912: letters that Arabic has in place of those it has not, vowels left out. */
const old = tote.replace(/[گ]/g, 'ك').replace(/[پ]/g, 'ف').replace(/[ۇۆۋ]/g, 'و').replace(/ە/g, 'ه');

function windows(text: string, size: number): string[] {
  const words = text.split(/\s+/);
  return Array.from({ length: Math.floor(words.length / size) }, (_, at) =>
    words.slice(at * size, (at + 1) * size).join(' '),
  );
}

test.each(windows(`${muqtabas} ${muqtabasNext}`, 40))('a paragraph of an Arabic journal is: %s', (text) => {
  expect(isArabicLanguage(text)).toBe(true);
});

test.each([
  ['töte', tote],
  ['a spelling before 1912', old],
])('no paragraph of Kazakh in %s is', (_, text) => {
  expect(windows(text, 40).filter(isArabicLanguage)).toEqual([]);
});

test.each([
  ['few words', 'في الكتاب من العرب'],
  ['another script', 'Объявленіе о подпискѣ на газету на будущій годъ, цѣна три рубля въ годъ'],
  ['nothing', ''],
])('%s say nothing sure', (_, text) => {
  expect(isArabicLanguage(text)).toBe(false);
});

test('marks on the letters and what was misread change nothing', () => {
  const text = 'وَالكِتَابُ في البيت والرجل على الطريق من المدينة الى القرىة وهذا الذى كان فى الجريده';
  expect(isArabicLanguage(text)).toBe(true);
});
