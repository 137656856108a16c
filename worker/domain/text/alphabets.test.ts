import { expect, test } from 'vitest';
import { ALPHABETS, keyOf, neighboursOf, rareLetters } from './alphabets.ts';
import { findStrangers } from './homoglyphs.ts';
import { transliterate } from './transliterate.ts';
import { WRITINGS } from './writings.ts';

test('the alphabets have as many letters as their sources say; ё and й are counted in Russian', () => {
  const counts = (['kk-Cyrl', 'kk-Latn', 'ru-petr1708'] as const).map((each) => ALPHABETS[each].length);
  expect(counts).toEqual([42, 31, 37]);
});

test.each(WRITINGS)('%s: letters are told apart, and none of its own is a stranger in it', (writing) => {
  const letters = ALPHABETS[writing].flatMap(({ letter, capital }) => [letter, capital ?? []].flat());
  for (const { letter } of ALPHABETS[writing]) expect(findStrangers(letter, writing)).toEqual([]);
  expect(new Set(letters).size).toBe(letters.length);
});

test.each(WRITINGS)('%s: every rare letter can be typed with Alt', (writing) => {
  for (const { letter } of rareLetters(writing)) {
    const [key = '', ...more] = keyOf(letter, writing)?.split(' ') ?? [];
    expect(neighboursOf(key, writing)[more.length]).toBe(letter);
  }
});

test('capitals stand behind capitals, as Kazakh writes them', () => {
  expect(neighboursOf('У', 'kk-Cyrl')).toEqual(['Ұ', 'Ү']);
  expect(neighboursOf('Е', 'ru-petr1708')).toEqual(['Ѣ']);
  expect(neighboursOf('I', 'kk-Latn')).toEqual(['İ']);
  expect(neighboursOf('i', 'kk-Latn')).toEqual(['ı']);
  expect(neighboursOf('б', 'kk-Cyrl')).toEqual([]);
});

test('the sounds given for Kazakh Latin and Arabic letters are those of the transliteration', () => {
  for (const writing of ['kk-Latn', 'kk-Arab'] as const) {
    for (const { letter, sound } of ALPHABETS[writing]) {
      if (sound === '–') continue;
      const read = transliterate(letter, { from: writing, to: 'kk-Cyrl' });
      const readings = [read.text, ...read.ambiguous.flatMap(({ alternatives }) => alternatives)];
      expect(readings, letter).toContain(sound.split(', ')[0]);
    }
  }
});
