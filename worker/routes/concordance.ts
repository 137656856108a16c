/** Keywords in context over all scripts, for reading down a column and for counting elsewhere. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { AppEnv } from '../env.ts';
import { open, problems } from '../http/operation.ts';
import { linkNext } from '../http/paging.ts';
import { Paging, z } from '../shapes/common.ts';
import { Concordance, type ConcordanceLine } from '../shapes/concordance.ts';
import { type FoundKeyword, isByPage, readByPage, readSorted } from './concordance-parts.ts';
import { sayCoverage } from './coverage.ts';
import { Format, orTable, pageUrl, requireLimit, sendFile } from './export-format.ts';
import { SOURCE_COLUMNS, sourceCells } from './search-files.ts';
import { SearchParameters } from './search-parameters.ts';
import { defaultHook } from './support.ts';

const MOST_LINES = 200;
const MOST_LINES_OF_A_FILE = 1000;

const getConcordance = createRoute({
  operationId: 'getConcordance',
  method: 'get',
  path: '/concordance',
  tags: ['Search'],
  summary: 'Every place where the words stand, with the words around (KWIC); also as CSV and JSONL',
  ...open,
  request: {
    query: Paging.extend(SearchParameters.shape).extend({
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(MOST_LINES_OF_A_FILE)
        .default(50)
        .openapi({
          description: `Places; at most ${MOST_LINES}, as csv or jsonl at most ${MOST_LINES_OF_A_FILE}`,
        }),
      width: z.coerce.number().int().min(0).max(30).default(8).openapi({
        description: 'Words of context on each side',
      }),
      sort: z.enum(['page', 'date', 'left', 'right']).default('page').openapi({
        description:
          'page: pages by relevance, each in reading order; date: oldest pages first; left, right: by the words before, after it, all spellings of a word together',
      }),
      format: Format,
    }),
  },
  responses: {
    200: {
      description: 'Keywords in context',
      content: { 'application/json': { schema: Concordance }, ...orTable },
    },
    ...problems(400, 422),
  },
});

export const concordanceRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(
  getConcordance,
  async (c) => {
    const { cursor, width, sort, format, ...parameters } = c.req.valid('query');
    const asked = { cursor, width, limit: requireLimit(parameters.limit, format, MOST_LINES) };
    const part = isByPage(sort)
      ? await readByPage(c.var.db, parameters, { ...asked, sort })
      : await readSorted(c.var.db, parameters, { ...asked, sort });
    const { next, sortedPages, total, coverage, errorRate } = part;
    if (next !== null) linkNext(c, next);
    const items = part.keywords.map(toLine);
    if (format === 'json') {
      return c.json({ items, next, pages: total, sortedPages, coverage, errorRate }, 200);
    }
    sayCoverage(c, part);
    return sendFile(c, format, {
      name: 'concordance',
      columns: ['left', 'match', 'right', 'rule', ...SOURCE_COLUMNS],
      rows: items,
      toCells: (item) => [item.left, item.match, item.right, item.rule, ...sourceCells(c, item)],
      toObject: (item) => ({ ...item, pageUrl: pageUrl(c, item.page, item.line) }),
    });
  },
);

function toLine({ row, keyword }: FoundKeyword): ConcordanceLine {
  const { before: _before, after: _after, ...shown } = keyword;
  return {
    ...shown,
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
  };
}
