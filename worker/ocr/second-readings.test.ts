import { expect, test } from 'vitest';
import type { ReadLine } from './lines.ts';
import type { PagePlan } from './prepare/page-plan.ts';
import { secondReadings } from './second-readings.ts';

const read = (text: string, confidence: number, rtl = false): ReadLine[] =>
  text === '' ? [] : [{ text, confidence, rtl, box: [0, 0, 100, 10], words: [], block: 0 }];
const WORDS = 'один два три четыре пять шесть';
const ARABIC = 'هذا الكتاب في البيت على الطريق من المدينة الى القرية التي كان فيها الرجل';
const KAZAKH = 'قازاق جەرىندە بۇل كۇندە گازەتا شىعىپ تۇر ەكەن دەپ ايتادى ەلدىڭ ءبارى';

const seconds = (plan: Partial<PagePlan>) =>
  secondReadings({ otherModels: [], arabicModels: [], ...plan } as PagePlan);
const [otherScript] = seconds({ otherModels: ['qalam_arab'] });
const [arabic] = seconds({ arabicModels: ['ara'] });

test.each([
  ['surely', 90, false],
  ['unsurely', 50, true],
])('a block that is read %s: the other script is tried, or not', (_, confidence, wanted) => {
  const own = read(WORDS, confidence);
  expect(otherScript!.isWanted(own, own)).toBe(wanted);
});

test('a block in which nothing was read is tried with the other script', () => {
  expect(otherScript!.isWanted([], read(WORDS, 90))).toBe(true);
});

test.each([
  ['a good reading', 50, 80, WORDS, true],
  ['one that is hardly better', 60, 68, WORDS, false],
  ['worn type that the own model cannot read at all', 4, 52, WORDS, true],
  ['what neither reads', 16, 24, WORDS, false],
  ['handwriting, read a little', 4, 40, WORDS, false],
  ['a few specks, unsurely', 4, 52, 'а б в г', false],
])('%s takes the place of the first, or not', (_, before, now, text, better) => {
  expect(otherScript!.isBetter(read(text, now), read(WORDS, before))).toBe(better);
});

test('what is in Arabic is read again, with its headings; what is Kazakh or Cyrillic is not', () => {
  const [heading, body] = [read('الجزء الاول', 60, true), read(ARABIC, 55, true)];
  expect(arabic!.isWanted(body, body)).toBe(true);
  expect(arabic!.isWanted(heading, [...heading, ...body])).toBe(true);
  expect(arabic!.isWanted(read(WORDS, 80), [...read(WORDS, 80), ...body])).toBe(false);
  expect(arabic!.isWanted(read(KAZAKH, 60, true), read(KAZAKH, 60, true))).toBe(false);
});

test('a second reading without a line takes the place of none', () => {
  expect(arabic!.isBetter([], read(ARABIC, 50, true))).toBe(false);
});

test('where a person chose the models nothing is read twice', () => {
  expect(seconds({})).toEqual([]);
  const { arabicModels, ...older } = { otherModels: [], arabicModels: undefined };
  expect(arabicModels).toBeUndefined();
  expect(secondReadings(older as unknown as PagePlan)).toEqual([]);
});
