/** Texts of which one letter in twenty is wrong are found by the right words. */
import { beforeAll, expect, test } from 'vitest';
import declarationInKazakh from '../../fixtures/oracles/udhr_kaz.txt?raw';
import declarationInRussian from '../../fixtures/oracles/udhr_rus.txt?raw';
import { connect } from '../db/client.ts';
import { env } from '../testing/api.ts';
import { loadCollection } from './testing/collection.ts';
import { type Asked, type Collection, evaluate } from './testing/evaluate.ts';
import { noisyCollection } from './testing/noisy-texts.ts';

const db = connect(env);
const { documents, asked } = noisyCollection([
  { language: 'kk-Cyrl', text: declarationInKazakh },
  { language: 'ru', text: declarationInRussian },
]);
let collection: Collection;
beforeAll(async () => {
  collection = await loadCollection(db, documents);
}, 120_000);

const ALL = 1000;
const words: Asked[] = asked.filter((_, index) => index % 3 === 0);

test('with at least 0.9 of them, and at most one wrong in five', { timeout: 120_000 }, async () => {
  const { recall, precision, queries } = await evaluate(db, collection, words, ALL, {
    inflect: false,
    near: true,
  });
  expect(queries).toBeGreaterThan(50);
  expect(recall).toBeGreaterThanOrEqual(0.9);
  expect(precision).toBeGreaterThanOrEqual(0.8);
  const exact = await evaluate(db, collection, words, ALL, { inflect: false, near: false });
  expect(recall).toBeGreaterThan(exact.recall + 0.1);
});
