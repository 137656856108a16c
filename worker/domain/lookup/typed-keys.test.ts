import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord } from '../text/fold.ts';
import { typedKeys } from './typed-keys.ts';

describe('a word that is being typed begins the key of what it becomes', () => {
  test.each([
    ['Alas', 'Alash'],
    ['Bukeik', 'Bukeikhanov'],
    ['Boc', 'Bochagov'],
    ['Bochago', 'Bochagov'],
    ['Мухамед', 'Мухамеджан'],
    ['Социа', 'Социал'],
    ['Сарыа', 'Сарыарқа'],
    ['قاز', 'قازاق'],
    ['Siberia', 'Siberian'],
  ])('%s … %s', (typed, whole) => {
    const beginnings = typedKeys(typed)?.beginnings ?? [];
    expect(beginnings.some((beginning) => foldWord(whole).startsWith(beginning))).toBe(true);
  });
});

test('no beginning begins with another, the key as it stands is among them or begins with one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zа-яәқғңөұүіا-ي ]{1,12}$/), (query) => {
      const typed = typedKeys(query);
      if (!typed) return;
      const { last, beginnings } = typed;
      expect(beginnings.some((beginning) => last.startsWith(beginning))).toBe(true);
      for (const one of beginnings)
        expect(beginnings.filter((other) => one.startsWith(other))).toEqual([one]);
    }),
  );
});

test('words before the last stand by themselves, signs alone are nothing', () => {
  expect(typedKeys('Ахмет Байт')).toMatchObject({ words: [foldWord('Ахмет')], last: foldWord('Байт') });
  expect(typedKeys(' « … » ')).toBeUndefined();
});
