/** One search: hits, their number, the facets asked for and what was searched, in one round trip. */
import { type SQL, sql } from 'drizzle-orm';
import type { Database, Statement } from '../db/client.ts';
import type { HistoricalDate } from '../shapes/common.ts';
import type { Layer } from '../shapes/pages.ts';
import type { Facet } from '../shapes/search.ts';
import type { Line } from '../shapes/transcriptions.ts';
import { type ExpandedQuery, FOLDED, expressionsOf } from './expression.ts';
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
  const statements: Statement[] = [
    db.all(selectHits(query, filter, options)),
    db.all(selectTotal(query, filter)),
    db.all(selectCoverage(filter)),
    db.all(sql`select count(*) as pages, coalesce(sum(characters), 0) as characters, coalesce(sum(errors), 0) as errors
      from reading_errors where ${filter.script === undefined ? sql`true` : sql`script = ${filter.script}`}`),
    ...options.facets.map((facet) => db.all(selectFacet(facet, matchedPages(query, filter)))),
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

/** The rows of the full-text index that match, with their rows `sp` of `search_pages` where the filter needs them. */
function matching(expression: string, filter: SearchFilter): SQL {
  // A cross join keeps the order: from the words to their pages.
  return letsAllThrough(filter)
    ? sql`from search_words where search_words match ${expression}`
    : sql`from search_words cross join search_pages sp on sp.rowid = search_words.rowid
        where search_words match ${expression} and ${indexedCondition(filter)}`;
}

/** All pages that answer, as rows `sp` of `search_pages`. */
function matchedPages(query: ExpandedQuery, filter: SearchFilter): SQL {
  const expression = expressionsOf(query).at(-1)?.expression ?? '';
  return sql`from (select rowid as id from search_words where search_words match ${expression}) m
    cross join search_pages sp on sp.rowid = m.id where ${indexedCondition(filter)}`;
}

/** Pages with the word as typed are among those with its key, and so counted with them. */
function selectTotal(query: ExpandedQuery, filter: SearchFilter): SQL {
  const expressions = expressionsOf(query);
  const strict = expressions.findLast(({ tier }) => tier <= FOLDED)?.expression ?? '';
  const looser = expressions.filter(({ tier }) => tier > FOLDED).map(({ alone }) => alone);
  const counts = [strict, ...looser].map((alone) => sql`(select count(*) ${matching(alone, filter)})`);
  return sql`select ${sql.join(counts, sql` + `)} as total`;
}

/** `id`, `tier`, `score` (smaller is better) and `day` of the hits that are shown, in order. */
function selectShown(query: ExpandedQuery, filter: SearchFilter, options: SearchOptions): SQL {
  const { sort, after, limit, weigh } = options;
  if (sort !== 'relevance') {
    return sql`select * from (select sp.rowid as id, 0 as tier, 0.0 as score, coalesce(sp.earliest, '9999') as day
        ${matchedPages(query, filter)})
      where ${after ? isAfter(sort, after) : sql`true`} order by ${ORDERS[sort]} limit ${limit}`;
  }
  const [tierBefore = -1, scoreBefore = 0, idBefore = 0] = after ?? [];
  // Strictest first: what is looser is asked for only until there are enough.
  const tiers = expressionsOf(query)
    .filter(({ tier }) => tier >= Number(tierBefore))
    .map(({ tier, alone }) => {
      const goesOn = tier === tierBefore;
      const rows = (score: SQL) =>
        sql`select search_words.rowid as id, ${sql.raw(String(tier))} as tier, ${score} as score, null as day ${matching(alone, filter)}`;
      if (!weigh) {
        const isLater = goesOn ? sql`and search_words.rowid > ${idBefore}` : sql``;
        return sql`select * from (${rows(sql`0.0`)} ${isLater} order by search_words.rowid limit ${limit})`;
      }
      const isLater = goesOn ? sql`where (score, id) > (${scoreBefore}, ${idBefore})` : sql``;
      return sql`select * from (select * from (${rows(sql`bm25(search_words)`)}) ${isLater} order by score, id limit ${limit})`;
    });
  return tiers.length === 0
    ? sql`select 0 as id, 0 as tier, 0.0 as score, null as day where false`
    : sql`${sql.join(tiers, sql` union all `)} limit ${limit}`;
}

const ORDERS: Record<Sort, SQL> = {
  relevance: sql`tier, score, id`,
  date: sql`day, id`,
  // Undated pages come last both ways.
  '-date': sql`day = '9999', day desc, id`,
};

/** What is shown of a hit as one JSON value: a row of single columns takes several times as long to read. */
function selectHits(query: ExpandedQuery, filter: SearchFilter, options: SearchOptions): SQL {
  return sql`select hit.*, json_object('layer', sp.layer, 'lines', json(r.lines), 'revisionId', sp.revision_id,
      'pageId', sp.page_id, 'pageLabel', p.label, 'sequence', p.sequence, 'issueId', i.id, 'issueNumber', i.number,
      'date', json(i.date), 'earliest', sp.earliest, 'latest', sp.latest, 'language', i.language,
      'publicationId', b.id, 'publicationTitle', json(b.title)) as page
    from (${selectShown(query, filter, options)}) hit
    cross join search_pages sp on sp.rowid = hit.id
    join pages p on p.id = sp.page_id
    join issues i on i.id = p.issue_id
    join publications b on b.id = i.publication_id
    join revisions r on r.id = sp.revision_id
    order by ${ORDERS[options.sort]}`;
}

function isAfter(sort: Exclude<Sort, 'relevance'>, [day, , rowid]: Position): SQL {
  if (sort === 'date') return sql`(day, id) > (${day}, ${rowid})`;
  return day === '9999'
    ? sql`(day = '9999' and id > ${rowid})`
    : sql`(day = '9999' or day < ${day} or (day = ${day} and id > ${rowid}))`;
}

interface HitRow {
  id: number;
  tier: number;
  score: number;
  /** Where the order is by date. */
  day: string | null;
  page: string;
}

function toSearchRow(row: HitRow, sort: Sort): SearchRow {
  return {
    position: sort === 'relevance' ? [row.tier, row.score, row.id] : [row.day ?? '9999', row.tier, row.id],
    ...(JSON.parse(row.page) as Omit<SearchRow, 'position'>),
  };
}
