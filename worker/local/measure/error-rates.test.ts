import { expect, it } from 'vitest';
import { addCounts, countAllErrors, foldAlike, percent } from './error-rates.ts';

it('counts letters and words, after NFC and with white space collapsed', () => {
  const counts = countAllErrors('Это  было\nвъ Семипалатинскѣ', 'Это было въ Семипалатинске');
  expect(counts).toMatchObject({ letters: 26, letterErrors: 1, words: 4, wordErrors: 1, bagErrors: 1 });
  expect(countAllErrors('й', 'и\u0306').letterErrors).toBe(0);
});

it('counts words whatever their order for pages whose columns are read in another order', () => {
  const counts = countAllErrors('бір екі үш төрт', 'үш төрт бір екі');
  expect(counts.wordErrors).toBeGreaterThan(0);
  expect(counts.bagErrors).toBe(0);
  expect(countAllErrors('бір бір', 'бір').bagErrors).toBe(1);
  expect(countAllErrors('бір', 'бір бір бір').bagErrors).toBe(2);
});

it.each([
  ['әрі', 'ӛрі'],
  ['كەلدى', 'کهلدي'],
  ['إلى', 'الي'],
  ['١٩١٣', '۱۹۱۳'],
  ['ещё — «да»', 'еще - «да»'],
])('tells letters that print alike from misread ones: %s, %s', (one, other) => {
  expect(countAllErrors(one, other).letterErrors).toBeGreaterThan(0);
  expect(countAllErrors(one, other).foldedErrors).toBe(0);
  expect(foldAlike(one)).toBe(foldAlike(other));
});

it('adds up counts, so that long texts weigh more, and gives rates in per cent', () => {
  const sum = addCounts([countAllErrors('абвгд', 'абвгд'), countAllErrors('абвгд', '')]);
  expect(percent(sum.letterErrors, sum.letters)).toBe(50);
  expect(percent(0, 0)).toBe(0);
});
