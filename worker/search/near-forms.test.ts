import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord } from '../domain/text/fold.ts';
import { misreadingsOf } from './misreadings.ts';
import { type Candidate, nearForms } from './near-forms.ts';

const word = (text: string, pages: number, more: Partial<Candidate> = {}): Candidate => ({
  key: foldWord(text),
  pages,
  longer: [],
  shorter: [],
  ...more,
});
const near = (text: string, pages: number, candidates: Candidate[]) =>
  nearForms(foldWord(text), pages, candidates);

describe('one slip of a reader', () => {
  const KEY = fc
    .array(fc.constantFrom(...Array.from('abcdefgğhiklmnŋopqrsštuvzžč')), { minLength: 1, maxLength: 12 })
    .map((letters) => letters.join(''));

  test('is every letter changed, left out, added or changed with its neighbour, and only that', () => {
    fc.assert(
      fc.property(KEY, fc.nat(), fc.constantFrom('a', 'e', 'i', 'k', 'q', 'z'), (key, place, letter) => {
        const slips = misreadingsOf(key);
        const at = place % key.length;
        const [before, here, after] = [key.slice(0, at), key[at], key.slice(at + 1)];
        for (const slip of [before + letter + after, before + after, before + letter + here + after])
          expect(slip === key || slips.has(slip)).toBe(true);
        expect(slips.has(key)).toBe(false);
      }),
    );
  });

  test('is a likely one where letters print alike', () => {
    const likely = (from: string, to: string) => misreadingsOf(foldWord(from)).get(foldWord(to));
    expect(likely('земство', 'зсмство')).toBe(true);
    expect(likely('құқық', 'құкық')).toBe(true);
    expect(likely('газета', 'гажета')).toBe(true);
    expect(likely('газета', 'гакета')).toBe(false);
  });

  test('may put one letter for я, ю and щ, which are two in a key', () => {
    expect(misreadingsOf(foldWord('юрта')).has(foldWord('орта'))).toBe(true);
  });
});

describe('a misreading of a word', () => {
  test('is far rarer than the word, and rarer still where the letters look unlike', () => {
    expect(near('земство', 100, [word('зсмство', 5)])).toHaveLength(1);
    expect(near('земство', 100, [word('здмство', 5)])).toEqual([]);
    expect(near('земство', 1000, [word('здмство', 5)])).toHaveLength(1);
    expect(near('земство', 100, [word('зсмство', 50)])).toEqual([]);
  });

  test('is not another word with an ending, nor one that takes endings', () => {
    const [stem, form] = ['жас', 'жасқа'];
    expect(near('басқа', 8, [word(form, 1, { shorter: [{ key: foldWord(stem), pages: 4 }] })])).toEqual([]);
    expect(near('болған', 8, [word('толған', 1, { longer: [foldWord('толғанда')] })])).toEqual([]);
    expect(near('болған', 8, [word('толған', 1)])).toHaveLength(1);
  });

  test('is not the word itself with another ending', () => {
    expect(near('кезде', 8, [word('кезге', 1)])).toEqual([]);
    expect(near('газета', 8, [word('газет', 1)])).toEqual([]);
  });

  test('is any word that is near where the index does not know what is asked for', () => {
    expect(near('Букеханов', 0, [word('Букейханов', 400)])).toHaveLength(1);
  });
});
