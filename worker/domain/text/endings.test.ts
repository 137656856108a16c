import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKazakhEnding, kazakhStems } from './endings-kk.ts';
import { russianStems, russianStemsOf } from './endings-ru.ts';
import { foldWord } from './fold.ts';

describe('the endings of Kazakh', () => {
  it.each([
    [
      'Орынбор',
      'Орынборда Орынборға Орынбордан Орынборды Орынбордың Орынборда Орынбормен Орынбордағы Орынборымыз',
    ],
    ['Қоқан', 'Қоқанға Қоқанда Қоқаннан Қоқанның Қоқанмен'],
    ['Ташкент', 'Ташкентке Ташкенттен Ташкентте Ташкентті Ташкентпен'],
    ['Ленин', 'Ленинге Лениннің Лениннен Лениндер'],
    [
      'қазақ',
      'қазақтар қазақтардың қазаққа қазақтарға قازاققا قازاقتىڭ قازاقتاردان قازاقلر قازاقدن قازاققه qazaqtyñ qazaqqa',
    ],
  ])('of %s are taken off in any script', (word, forms) => {
    for (const form of forms.split(' ')) expect(kazakhStems(foldWord(form)), form).toContain(foldWord(word));
  });

  it('do not part a surname', () => {
    expect(kazakhStems(foldWord('Бөкейханов'))).not.toContain(foldWord('Бөкей'));
    expect(isKazakhEnding(foldWord('ханов'))).toBe(false);
  });
});

describe('the endings of Russian', () => {
  it.each([
    ['Тынышпаев', 'Тынышпаева Тынышпаевымъ Тынышпаеву Тынышпаевѣ Тынышпаевой Тынышпаевых'],
    ['Москва', 'Москвы Москвѣ Москву Москвою'],
    ['Казань', 'Казани Казанью'],
    ['Тургай', 'Тургая Тургаѣ Тургаемъ'],
    ['Семирѣчье', 'Семирѣчья Семиречьем'],
    ['партія', 'партіи партией партию'],
    ['Тургайская', 'Тургайской Тургайскую'],
    ['Временное', 'Временнаго Временного Временнымъ Временномъ'],
    ['кадеты', 'кадетовъ кадетамъ кадет'],
    ['Chokaev', 'Чокаева Чокаевымъ'],
  ])('of %s are taken off in the old and the new spelling', (word, forms) => {
    const stems = russianStemsOf(word, foldWord(word));
    for (const form of forms.split(' ')) {
      const key = foldWord(form);
      const found = russianStems(key).some((stem) =>
        stems.some((own) => own.key === stem.key && (own.classes & stem.classes) !== 0),
      );
      expect(found || stems.some((own) => own.key === key), form).toBe(true);
    }
  });

  it('are those of the word’s own kind', () => {
    const [omsk] = russianStemsOf('Омск', foldWord('Омск'));
    const classes = russianStems(foldWord('Омской')).find((stem) => stem.key === omsk?.key)?.classes ?? 0;
    expect(classes & (omsk?.classes ?? 0)).toBe(0);
  });
});

describe('the stems of any word', () => {
  it('are shorter than it, and none is empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (word) => {
        const key = foldWord(word);
        for (const stem of [...kazakhStems(key), ...russianStems(key).map((stem) => stem.key)]) {
          expect(stem).not.toBe('');
          expect(stem.length).toBeLessThanOrEqual(key.length);
        }
      }),
    );
  });
});
