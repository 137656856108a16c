/** Texts of which one letter in twenty is wrong are found by the right words. */
import { describe, expect, test } from 'vitest';
import declarationInKazakh from '../../fixtures/oracles/udhr_kaz.txt?raw';
import declarationInRussian from '../../fixtures/oracles/udhr_rus.txt?raw';
import lexemes from '../../fixtures/search/lexemes.txt?raw';
import { connect } from '../db/client.ts';
import { env } from '../testing/api.ts';
import { loadCollection } from './testing/collection.ts';
import { evaluate } from './testing/evaluate.ts';
import { noisyCollection } from './testing/noisy-texts.ts';

const db = connect(env);
const texts = [
  { language: 'kk-Cyrl', text: declarationInKazakh },
  { language: 'ru', text: declarationInRussian },
];
const ALL = 1000;
const every = <T>(some: readonly T[], n: number) => some.filter((_, index) => index % n === 0);

// Every third word, for time's sake.
describe('with at least 0.9 of them, and at most one wrong in five', () => {
  test('as asked by default, where every form of the word is right', { timeout: 180_000 }, async () => {
    const { documents, asked, byLexeme } = noisyCollection(texts, { seed: 7, lexemes });
    const collection = await loadCollection(db, documents);
    const strict = await evaluate(db, collection, every(asked, 3), ALL);
    expect(strict.queries).toBeGreaterThan(50);
    expect(strict.recall).toBeGreaterThanOrEqual(0.9);
    expect((await evaluate(db, collection, every(byLexeme, 3), ALL)).precision).toBeGreaterThanOrEqual(0.88);
    const unaided = await evaluate(db, collection, every(asked, 3), ALL, { inflect: false, near: false });
    expect(strict.recall).toBeGreaterThan(unaided.recall + 0.1);
  });

  test('without other endings, where only the form asked for is right', { timeout: 180_000 }, async () => {
    const { documents, asked } = noisyCollection(texts, { seed: 202 });
    const collection = await loadCollection(db, documents);
    const { recall, precision } = await evaluate(db, collection, every(asked, 3), ALL, {
      inflect: false,
      near: true,
    });
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect(precision).toBeGreaterThanOrEqual(0.9);
  });
});
