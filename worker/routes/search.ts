import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { json, open, problems } from '../http/operation.ts';
import { decodeCursor, encodeCursor, linkNext } from '../http/paging.ts';
import { expandQuery, mostPages } from '../search/expand-query.ts';
import { explain } from '../search/explain.ts';
import type { ExpandedQuery } from '../search/expression.ts';
import { matchLines } from '../search/match-lines.ts';
import {
  type Position,
  type SearchResult,
  type SearchRow,
  type Sort,
  runSearch,
} from '../search/run-search.ts';
import { Paging, z } from '../shapes/common.ts';
import { Facet, SearchAnswer, type SearchHit, type TEXT_LAYERS } from '../shapes/search.ts';
import { SearchParameters, readQuery, toFilter } from './search-parameters.ts';
import { defaultHook } from './support.ts';

/** Where a word stands on more pages than this, weighing them all takes long and tells nothing. */
const MOST_WEIGHED = 20_000;
/** Lines of a page that a hit brings. */
const MOST_LINES = 50;

const searchRoute = createRoute({
  operationId: 'search',
  method: 'get',
  path: '/search',
  tags: ['Search'],
  summary: 'Full text over all layers, scripts and spellings; each page is searched in its best text',
  ...open,
  request: {
    query: Paging.extend(SearchParameters.shape).extend({
      limit: z.coerce.number().int().min(1).max(100).default(20),
      sort: z.enum(['relevance', 'date', '-date']).default('relevance').openapi({
        description:
          'relevance: as typed first, then the looser rules; date: oldest first; -date: newest first',
      }),
      facets: z
        .string()
        .max(200)
        .transform((value) => value.split(',').map((part) => part.trim()))
        .pipe(z.array(Facet).max(8))
        .optional()
        .openapi({
          type: 'string',
          description: `Counts of all hits by these, comma-separated: ${Facet.options.join(', ')}`,
          example: 'year,publication',
        }),
      explain: z
        .enum(['true', 'false'])
        .default('false')
        .openapi({ description: 'Say how the query was read' }),
    }),
  },
  responses: { 200: json(SearchAnswer, 'Hits, and what was searched'), ...problems(400, 422) },
});

export const searchRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(searchRoute, async (c) => {
  const { limit, cursor, sort, facets = [], ...parameters } = c.req.valid('query');
  const node = readQuery(parameters.q, parameters.match);
  const filter = toFilter(parameters);
  const place = readPosition(sort, cursor);
  const query = await expandQuery(c.var.db, node, {
    inflect: parameters.inflect === 'true',
    near: parameters.near === 'true',
  });
  // What follows goes on as the list began, whatever was indexed in between.
  const weigh = place?.weigh ?? (mostPages(node, query) ?? 0) <= MOST_WEIGHED;
  const options = { sort, after: place?.position, limit: limit + 1, facets, weigh };
  const result = await runSearch(c.var.db, query, filter, options);

  const shown = result.rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    result.rows.length > limit && last ? encodeCursor(listOf(sort), [...last.position, Number(weigh)]) : null;
  if (next !== null) linkNext(c, next);
  return c.json(
    {
      items: shown.flatMap((row) => toHits(row, query)),
      next,
      total: result.total,
      coverage: toCoverage(result, filter.layers),
      errorRate: toErrorRate(result.readingErrors),
      ...(facets.length > 0 ? { facets: result.facets } : {}),
      ...(parameters.explain === 'true' ? { explanation: explain(query, weigh) } : {}),
    },
    200,
  );
});

const listOf = (sort: Sort) => `search ${sort}`;

function readPosition(
  sort: Sort,
  cursor: string | undefined,
): { position: Position; weigh: boolean } | undefined {
  const [first, second, row, weigh] =
    (sort === 'relevance'
      ? decodeCursor(listOf(sort), cursor, 'number', 'number', 'integer', 'integer')
      : decodeCursor(listOf(sort), cursor, 'text', 'number', 'integer', 'integer')) ?? [];
  if (first === undefined || second === undefined || row === undefined) return undefined;
  return { position: [first, second, row], weigh: weigh === 1 };
}

function toCoverage({ pagesByLayer }: SearchResult, layers: readonly string[]) {
  const pagesIn = (name: string) => pagesByLayer.find((row) => row.layer === name)?.count ?? 0;
  const searched = (name: (typeof TEXT_LAYERS)[number]) => (layers.includes(name) ? pagesIn(name) : 0);
  return {
    reviewed: searched('reviewed'),
    transcribed: searched('transcribed'),
    ocr: searched('ocr'),
    withoutText: pagesIn('none'),
  };
}

function toErrorRate({ pages, characters, errors }: SearchResult['readingErrors']) {
  if (characters === 0) return null;
  return { pages, characters: Math.round((10_000 * errors) / characters) / 10_000 };
}

/** A hit is a page; a page whose lines do not show the words (never seen, but possible mid-update) is left out. */
function toHits(row: SearchRow, query: ExpandedQuery): SearchHit[] {
  const matches = matchLines(row.lines, query);
  const best = matches[0];
  if (!best) return [];
  return [
    {
      ...best,
      page: row.pageId,
      pageLabel: row.pageLabel ?? String(row.sequence),
      issue: row.issueId,
      issueNumber: row.issueNumber,
      publication: row.publicationId,
      publicationTitle: row.publicationTitle,
      date: row.date,
      layer: row.layer,
      language: row.language,
      revision: row.revisionId,
      matches: matches.slice(0, MOST_LINES),
    },
  ];
}
