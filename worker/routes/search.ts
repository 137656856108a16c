import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { open, problems } from '../http/operation.ts';
import { decodeCursor, encodeCursor, linkNext } from '../http/paging.ts';
import { explain } from '../search/explain.ts';
import type { ExpandedQuery } from '../search/expression.ts';
import { matchLines } from '../search/match-lines.ts';
import type { SearchRow, Sort } from '../search/run-search.ts';
import { Paging, z } from '../shapes/common.ts';
import { Facet, SearchAnswer, type SearchHit } from '../shapes/search.ts';
import { type Asked, askIndex } from './ask-index.ts';
import { sayCoverage } from './coverage.ts';
import { Format, orTable, requireLimit } from './export-format.ts';
import { SearchParameters } from './search-parameters.ts';
import { sendHits } from './search-files.ts';
import { defaultHook } from './support.ts';

/** Lines of a page that a hit brings; files have all. */
const MOST_LINES = 50;
const MOST_HITS = 100;
const MOST_HITS_OF_A_FILE = 1000;

const searchRoute = createRoute({
  operationId: 'search',
  method: 'get',
  path: '/search',
  tags: ['Search'],
  summary:
    'Full text over all layers, scripts and spellings; each page is searched in its best text. As CSV or JSONL a row for each matching line',
  ...open,
  request: {
    query: Paging.extend(SearchParameters.shape).extend({
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(MOST_HITS_OF_A_FILE)
        .default(20)
        .openapi({
          description: `Pages; at most ${MOST_HITS}, as csv or jsonl at most ${MOST_HITS_OF_A_FILE}`,
        }),
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
      format: Format,
    }),
  },
  responses: {
    200: {
      description: 'Hits, and what was searched',
      content: { 'application/json': { schema: SearchAnswer }, ...orTable },
    },
    ...problems(400, 422),
  },
});

export const searchRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(searchRoute, async (c) => {
  const { cursor, sort, facets = [], format, ...parameters } = c.req.valid('query');
  const limit = requireLimit(parameters.limit, format, MOST_HITS);
  const found = await askIndex(c.var.db, parameters, {
    sort,
    facets: format === 'json' ? facets : [],
    place: readPlace(sort, cursor),
    limit: limit + 1,
  });
  const shown = found.rows.slice(0, limit);
  const last = shown.at(-1);
  const next =
    found.rows.length > limit && last
      ? encodeCursor(listOf(sort), [...last.position, Number(found.weigh)])
      : null;
  if (next !== null) linkNext(c, next);
  if (format !== 'json') {
    sayCoverage(c, found);
    return sendHits(
      c,
      format,
      shown.flatMap((row) => toHits(row, found.query, Infinity)),
    );
  }
  return c.json(
    {
      items: shown.flatMap((row) => toHits(row, found.query, MOST_LINES)),
      next,
      total: found.total,
      coverage: found.coverage,
      errorRate: found.errorRate,
      ...(facets.length > 0 ? { facets: found.facets } : {}),
      ...(parameters.explain === 'true' ? { explanation: explain(found.query, found.weigh) } : {}),
    },
    200,
  );
});

const listOf = (sort: Sort) => `search ${sort}`;

function readPlace(sort: Sort, cursor: string | undefined): Asked['place'] {
  const [first, second, row, weigh] =
    (sort === 'relevance'
      ? decodeCursor(listOf(sort), cursor, 'number', 'number', 'integer', 'integer')
      : decodeCursor(listOf(sort), cursor, 'text', 'number', 'integer', 'integer')) ?? [];
  if (first === undefined || second === undefined || row === undefined) return undefined;
  return { position: [first, second, row], weigh: weigh === 1 };
}

/** A hit is a page; a page whose lines do not show the words (never seen, but possible mid-update) is left out. */
function toHits(row: SearchRow, query: ExpandedQuery, mostLines: number): SearchHit[] {
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
      earliest: row.earliest,
      latest: row.latest,
      layer: row.layer,
      language: row.language,
      revision: row.revisionId,
      matches: matches.slice(0, mostLines),
    },
  ];
}
