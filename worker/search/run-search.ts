/** One search: hits, their number, the facets asked for and what was searched, in one round trip. */
import { type SQL, sql } from 'drizzle-orm';
import type { Database, Statement } from '../db/client.ts';
import type { HistoricalDate } from '../shapes/common.ts';
import type { Layer } from '../shapes/pages.ts';
import type { Facet } from '../shapes/search.ts';
import type { Line } from '../shapes/transcriptions.ts';
import { type ExpandedQuery, expressionsOf } from './expression.ts';
import { type FacetCounts, readFacet, selectFacet } from './facets.ts';
import { type SearchFilter, indexedCondition, letsAllThrough, selectCoverage } from './filter.ts';

/** `relevance`: the strictest rule first, within it by bm25. `date`, `-date`: oldest, newest first; undated last. */
export type Sort = 'relevance' | 'date' | '-date';

/** The place of a hit in the order: by relevance its tier and score, by date its day; and its row. */
export type Position = [first: number | string, second: number, rowid: number];

export interface SearchOptions {
  sort: Sort;
  after?: Position | undefined;
  limit: number;
  facets: readonly Facet[];
  /** Whether to weigh pages by bm25: where a word stands on every third page that tells nothing, and takes long. */
  weigh: boolean;
}

export interface SearchRow {
  position: Position;
  layer: Layer;
  lines: Line[];
  revisionId: string;
  pageId: string;
  pageLabel: string | null;
  sequence: number;
  issueId: string;
  issueNumber: string;
  date: HistoricalDate;
  /** Gregorian days. */
  earliest: string | null;
  latest: string | null;
  language: string;
  publicationId: string;
  publicationTitle: Record<string, string>;
}

export interface SearchResult {
  rows: SearchRow[];
  total: number;
  pagesByLayer: { layer: Layer | 'none'; count: number }[];
  /** Wrong characters in raw readings, where accepted texts tell. */
  readingErrors: { pages: number; characters: number; errors: number };
  facets: FacetCounts[];
}

/** Runs an expanded query. A page answers once, by its best text. */
export async function runSearch(
  db: Database,
  query: ExpandedQuery,
  filter: SearchFilter,
  options: SearchOptions,
): Promise<SearchResult> {
  const matched = matchedPages(query, filter, options.weigh);
  const statements: Statement[] = [
    db.all(selectHits(matched, options)),
    db.all(selectTotal(query, filter)),
    db.all(selectCoverage(filter)),
    db.all(sql`select count(*) as pages, coalesce(sum(characters), 0) as characters, coalesce(sum(errors), 0) as errors
      from reading_errors where ${filter.script === undefined ? sql`true` : sql`script = ${filter.script}`}`),
    ...options.facets.map((facet) => db.all(selectFacet(facet, matchedIds(query, filter)))),
  ];
  const [hits, counted, layers, errors, ...facets] = (await db.batch(
    statements as [Statement, ...Statement[]],
  )) as unknown[][];
  return {
    rows: (hits as HitRow[]).map((row) => toSearchRow(row, options.sort)),
    total: (counted as { total: number }[])[0]?.total ?? 0,
    pagesByLayer: layers as SearchResult['pagesByLayer'],
    readingErrors: (errors as SearchResult['readingErrors'][])[0] ?? { pages: 0, characters: 0, errors: 0 },
    facets: options.facets.map((facet, index) => readFacet(facet, facets[index] ?? [])),
  };
}

/** Pages that answer: `id`, `tier`, `score` (smaller is better), `day`. */
function matchedPages(query: ExpandedQuery, filter: SearchFilter, weigh: boolean): SQL {
  const expressions = expressionsOf(query);
  const loosest = expressions.at(-1);
  const strict = expressions.slice(0, -1);
  const tiers = strict.map(
    ({ tier, expression }) =>
      sql`when m.id in (select rowid from search_words where search_words match ${expression}) then ${tier}`,
  );
  const last = loosest?.tier ?? 0;
  const tier = tiers.length === 0 ? sql`${last}` : sql`case ${sql.join(tiers, sql` `)} else ${last} end`;
  const score = weigh ? sql`bm25(search_words)` : sql`0.0`;
  return sql`select m.id, ${tier} as tier, m.score, coalesce(sp.earliest, '9999') as day
    from (select rowid as id, ${score} as score from search_words where search_words match ${loosest?.expression ?? ''}) m
    join search_pages sp on sp.rowid = m.id where ${indexedCondition(filter)}`;
}

/** The same as rows of `search_pages` alone, named `sp`. */
function matchedIds(query: ExpandedQuery, filter: SearchFilter): SQL {
  const expression = expressionsOf(query).at(-1)?.expression ?? '';
  return sql`from (select rowid as id from search_words where search_words match ${expression}) m
    join search_pages sp on sp.rowid = m.id where ${indexedCondition(filter)}`;
}

function selectTotal(query: ExpandedQuery, filter: SearchFilter): SQL {
  const expression = expressionsOf(query).at(-1)?.expression ?? '';
  if (letsAllThrough(filter))
    return sql`select count(*) as total from search_words where search_words match ${expression}`;
  return sql`select count(*) as total ${matchedIds(query, filter)}`;
}

const ORDERS: Record<Sort, SQL> = {
  relevance: sql`tier, score, id`,
  date: sql`day, tier, id`,
  // Undated pages come last both ways.
  '-date': sql`day = '9999', day desc, tier, id`,
};

function selectHits(matched: SQL, { sort, after, limit }: SearchOptions): SQL {
  const order = ORDERS[sort];
  return sql`select hit.*, sp.layer, sp.revision_id, sp.page_id, sp.earliest, sp.latest, p.label, p.sequence, i.id as issue_id, i.number, i.date,
      i.language, b.id as publication_id, b.title, r.lines
    from (select * from (${matched}) where ${after ? isAfter(sort, after) : sql`true`} order by ${order} limit ${limit}) hit
    join search_pages sp on sp.rowid = hit.id
    join pages p on p.id = sp.page_id
    join issues i on i.id = p.issue_id
    join publications b on b.id = i.publication_id
    join revisions r on r.id = sp.revision_id
    order by ${order}`;
}

function isAfter(sort: Sort, [first, second, rowid]: Position): SQL {
  if (sort === 'relevance') return sql`(tier, score, id) > (${first}, ${second}, ${rowid})`;
  if (sort === 'date') return sql`(day, tier, id) > (${first}, ${second}, ${rowid})`;
  return first === '9999'
    ? sql`(day = '9999' and (tier, id) > (${second}, ${rowid}))`
    : sql`(day = '9999' or day < ${first} or (day = ${first} and (tier, id) > (${second}, ${rowid})))`;
}

interface HitRow {
  id: number;
  tier: number;
  score: number;
  day: string;
  layer: Layer;
  earliest: string | null;
  latest: string | null;
  revision_id: string;
  page_id: string;
  label: string | null;
  sequence: number;
  issue_id: string;
  number: string;
  date: string;
  language: string;
  publication_id: string;
  title: string;
  lines: string;
}

function toSearchRow(row: HitRow, sort: Sort): SearchRow {
  return {
    position: sort === 'relevance' ? [row.tier, row.score, row.id] : [row.day, row.tier, row.id],
    layer: row.layer,
    lines: JSON.parse(row.lines) as Line[],
    revisionId: row.revision_id,
    pageId: row.page_id,
    pageLabel: row.label,
    sequence: row.sequence,
    issueId: row.issue_id,
    issueNumber: row.number,
    date: JSON.parse(row.date) as HistoricalDate,
    earliest: row.earliest,
    latest: row.latest,
    language: row.language,
    publicationId: row.publication_id,
    publicationTitle: JSON.parse(row.title) as Record<string, string>,
  };
}
