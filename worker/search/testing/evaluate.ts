/** Recall and precision of search over a collection. */
import type { Database } from '../../db/client.ts';
import { type Loosened, expandQuery } from '../expand-query.ts';
import type { Match } from '../parse-query.ts';
import { parseQuery } from '../parse-query.ts';
import { runSearch } from '../run-search.ts';
import type { TestDocument } from './collection.ts';

export interface Collection {
  publication: string;
  documentOf: ReadonlyMap<string, TestDocument>;
}

export interface Asked {
  q: string;
  /** Ids of the documents that answer. */
  relevant: ReadonlySet<string>;
  match?: Match;
}

export interface Figures {
  queries: number;
  recall: number;
  precision: number;
  /** Queries whose answer was not perfect, the worst first. */
  worst: { q: string; missed: string[]; wrong: string[] }[];
}

/** Ids of the first `limit` documents, best first. */
export async function findDocuments(
  db: Database,
  { publication, documentOf }: Collection,
  { q, match = 'folded' }: Pick<Asked, 'q' | 'match'>,
  limit: number,
  loosened: Loosened = { inflect: true, near: true },
): Promise<string[]> {
  const query = await expandQuery(db, parseQuery(q, match), loosened);
  const filter = { publication, layers: ['reviewed', 'transcribed', 'ocr'], entities: [] } as const;
  const options = { sort: 'relevance', limit, facets: [], weigh: true } as const;
  const { rows } = await runSearch(db, query, filter, options);
  return rows.map(({ pageId }) => documentOf.get(pageId)?.id ?? pageId);
}

/**
 * Recall: of the relevant documents, so many are among the first `limit`. Precision: of the first `limit` that were
 * found, so many are relevant. Each is the mean over the queries; where there are more relevant ones than `limit`,
 * `limit` of them are all.
 */
export async function evaluate(
  db: Database,
  collection: Collection,
  asked: readonly Asked[],
  limit: number,
  loosened?: Loosened,
): Promise<Figures> {
  let [recall, precision] = [0, 0];
  const imperfect: Figures['worst'] = [];
  for (const { q, relevant, match } of asked) {
    const found = await findDocuments(db, collection, { q, ...(match ? { match } : {}) }, limit, loosened);
    const right = found.filter((id) => relevant.has(id)).length;
    recall += relevant.size === 0 ? 1 : right / Math.min(limit, relevant.size);
    precision += found.length === 0 ? 1 : right / found.length;
    const missed = [...relevant].filter((id) => !found.includes(id));
    const wrong = found.filter((id) => !relevant.has(id));
    if (missed.length > 0 || wrong.length > 0) imperfect.push({ q, missed, wrong });
  }
  return {
    queries: asked.length,
    recall: recall / asked.length,
    precision: precision / asked.length,
    worst: imperfect.sort((a, b) => b.missed.length + b.wrong.length - a.missed.length - a.wrong.length),
  };
}
