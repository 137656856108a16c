/** A word in one spelling finds the document in another: the pairs that others have made. */
import { beforeAll, describe, expect, test } from 'vitest';
import cldr from '../../fixtures/oracles/cldr48_word_pairs.tsv?raw';
import bgn from '../../fixtures/oracles/icu_kazakh_latin_bgn.tsv?raw';
import prereform from '../../fixtures/oracles/prereform_word_pairs.tsv?raw';
import { connect } from '../db/client.ts';
import { LATIN_ALPHABETS } from '../domain/text/testing/latin-alphabets.ts';
import { env } from '../testing/api.ts';
import { loadCollection } from './testing/collection.ts';
import { type Collection, evaluate } from './testing/evaluate.ts';
import { askFor, pairsOf, sampled, sentencesOf } from './testing/word-pairs.ts';

const db = connect(env);
const kazakh = pairsOf(cldr);
const cyrillic = kazakh.map(([word]) => word);
const arabic = kazakh.map(([, word]) => word);
const latin: Record<string, string[]> = {
  'BGN/PCGN': pairsOf(bgn).map(([, word]) => word),
  ...Object.fromEntries(Object.entries(LATIN_ALPHABETS).map(([name, write]) => [name, cyrillic.map(write)])),
};
const old = pairsOf(prereform).map(([word]) => word);
const modern = pairsOf(prereform).map(([, word]) => word);

let collection: Collection;

beforeAll(async () => {
  collection = await loadCollection(db, [
    ...sentencesOf(cyrillic, 'Cyrl', 'kk-Cyrl'),
    ...sentencesOf(arabic, 'Arab', 'kk-Arab'),
    ...Object.entries(latin).flatMap(([name, words]) => sentencesOf(words, name, 'kk-Latn')),
    ...sentencesOf(old, 'old', 'ru-petr1708'),
    ...sentencesOf(modern, 'modern', 'ru'),
  ]);
}, 120_000);

// Every so manieth word, for time's sake: fold.oracles.test.ts holds the keys of all of them together.
const recallAt20 = async (words: readonly string[], name: string, every: number) =>
  (await evaluate(db, collection, sampled(askFor(words, name), every), 20)).recall;

describe('recall at 20', () => {
  test('of Cyrillic for Arabic script, and of Arabic script for Cyrillic', { timeout: 120_000 }, async () => {
    expect(await recallAt20(cyrillic, 'Arab', 4)).toBeGreaterThanOrEqual(0.97);
    expect(await recallAt20(arabic, 'Cyrl', 4)).toBeGreaterThanOrEqual(0.97);
  });

  test.each(Object.entries(latin))(
    'of Cyrillic for Latin, and back: %s',
    { timeout: 120_000 },
    async (name, words) => {
      expect(await recallAt20(cyrillic, name, 16)).toBeGreaterThanOrEqual(0.99);
      expect(await recallAt20(words, 'Cyrl', 16)).toBeGreaterThanOrEqual(0.99);
    },
  );

  test('of old spelling for new, and back', async () => {
    expect(await recallAt20(old, 'modern', 1)).toBeGreaterThanOrEqual(0.99);
    expect(await recallAt20(modern, 'old', 1)).toBeGreaterThanOrEqual(0.99);
  });
});
