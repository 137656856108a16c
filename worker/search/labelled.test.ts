/** Queries with their right answers: fixtures/search. */
import { beforeAll, describe, expect, test } from 'vitest';
import chagatai from '../../fixtures/gold-names/chagatai.jsonl?raw';
import dev from '../../fixtures/gold-names/dev.jsonl?raw';
import given from '../../fixtures/gold-names/given.jsonl?raw';
import held from '../../fixtures/gold-names/held.jsonl?raw';
import tested from '../../fixtures/gold-names/test.jsonl?raw';
import kazakh from '../../fixtures/oracles/udhr_kaz.txt?raw';
import russian from '../../fixtures/oracles/udhr_rus.txt?raw';
import queries from '../../fixtures/search/queries.jsonl?raw';
import { connect } from '../db/client.ts';
import { tokenise } from '../domain/text/tokens.ts';
import { env } from '../testing/api.ts';
import { loadCollection } from './testing/collection.ts';
import { type Collection, evaluate, findDocuments } from './testing/evaluate.ts';
import { labelledQueries, passages } from './testing/labelled.ts';

const db = connect(env);
const documents = passages({ kazakh, russian, marked: [given, dev, tested, held, chagatai] });
const asked = labelledQueries(queries, documents);
let collection: Collection;
beforeAll(async () => {
  collection = await loadCollection(db, documents);
}, 120_000);

const MODERN: Record<string, string> = {
  baitursynov: 'Байтұрсынов',
  orenburg: 'Оренбург',
  qazaq: 'қазақ',
  bukeikhanov: 'Бөкейханов',
  semipalatinsk: 'Семей',
  dulatov: 'Дулатов',
  tashkent: 'Ташкент',
  moscow: 'Мәскеу',
  aiqap: 'Айқап',
  troitsk: 'Троицк',
  turgai: 'Торғай',
  lenin: 'Ленин',
};

test('names as spelled before 1912 are found by the spelling of today', { timeout: 60_000 }, async () => {
  const passagesOf = chagatai
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; names: { entity: string }[] });
  const missed: string[] = [];
  for (const { id, names } of passagesOf) {
    for (const { entity } of names) {
      const found = await findDocuments(db, collection, { q: MODERN[entity] ?? entity }, 1000);
      if (!found.some((document) => document.startsWith(`${id} `))) missed.push(`${id} ${entity}`);
    }
  }
  expect(missed).toEqual([]);
});

test('every query has an answer', () => {
  expect(asked.length).toBeGreaterThanOrEqual(40);
  expect(asked.filter(({ relevant }) => relevant.size === 0)).toEqual([]);
});

test('at least nine of the first ten passages are right', { timeout: 60_000 }, async () => {
  const { precision } = await evaluate(db, collection, asked, 10);
  expect(precision).toBeGreaterThanOrEqual(0.95);
});

test('nine of ten of all right passages are found', { timeout: 60_000 }, async () => {
  const { recall, precision } = await evaluate(db, collection, asked, 1000);
  expect(recall).toBeGreaterThanOrEqual(0.94);
  expect(precision).toBeGreaterThanOrEqual(0.95);
});

describe('as typed', () => {
  const wordsOf = new Map(
    documents.map(({ id, text }) => [
      id,
      tokenise(text).map((token) => token.text.toLowerCase().replaceAll(/['’‐]/gu, '')),
    ]),
  );

  test.each(['право', 'Алашъ', 'الاش', 'құқығы', 'съѣздъ', 'съезд'])('%s alone is found', async (q) => {
    const found = await findDocuments(db, collection, { q, match: 'literal' }, 1000);
    const wanted = documents.filter(({ id }) => wordsOf.get(id)?.includes(q.toLowerCase()));
    expect(found.sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(found.length).toBeGreaterThan(0);
  });
});
