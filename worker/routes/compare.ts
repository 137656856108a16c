/** Two periodisations held against each other, by the sources that they divide. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { findCompared } from '../db/compare.ts';
import { selectIssues } from '../db/publications.ts';
import { compareSchemes, placeKey } from '../domain/time/compare-schemes.ts';
import type { AppEnv } from '../env.ts';
import { json, open, problems } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { Id, IdParam, Paging, listOf, z } from '../shapes/common.ts';
import { Issue } from '../shapes/issues.ts';
import { Comparison } from '../shapes/timeline.ts';
import { sendCells, toComparison } from './compare-shapes.ts';
import { toIssue } from './issues.ts';
import { orCsv } from './send-csv.ts';
import { defaultHook } from './support.ts';

const LIST = 'compared-issues';

const params = IdParam.extend({ other: Id.openapi({ param: { name: 'other', in: 'path' } }) });
const filter = {
  level: z
    .enum(['top', 'all'])
    .default('top')
    .openapi({ description: 'top: the stages of the highest level; all: the finest that a date allows' }),
  publication: Id.optional().openapi({ description: 'Only issues of this periodical' }),
};

const getSchemeComparison = createRoute({
  operationId: 'getSchemeComparison',
  method: 'get',
  path: '/schemes/{id}/compare/{other}',
  tags: ['Periodisation'],
  summary: 'A cross-table of the sources under two periodisations; also as CSV, a line for each cell',
  ...open,
  request: {
    params,
    query: z.object({ ...filter, format: z.enum(['json', 'csv']).default('json') }),
  },
  responses: {
    200: {
      description: 'The cross-table',
      content: { 'application/json': { schema: Comparison }, ...orCsv },
    },
    ...problems(404, 422),
  },
});

const place = z.string().max(2000).optional();

const listComparedIssues = createRoute({
  operationId: 'listComparedIssues',
  method: 'get',
  path: '/schemes/{id}/compare/{other}/issues',
  tags: ['Periodisation'],
  summary: 'The issues of a cell, row or column of the cross-table, by date',
  ...open,
  request: {
    params,
    query: Paging.extend({
      ...filter,
      a: place.openapi({
        description:
          '`key` of a row: ids of stages with commas between, `gap` or `undated`; all where it is left out',
      }),
      b: place.openapi({ description: '`key` of a column' }),
    }),
  },
  responses: { 200: json(listOf('Issue', Issue), 'Issues'), ...problems(400, 404, 422) },
});

export const compareRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(getSchemeComparison, async (c) => {
    const { level, publication, format } = c.req.valid('query');
    const { a, b, groups } = await requireCompared(c.var.db, c.req.valid('param'), publication);
    const comparison = toComparison(a, b, compareSchemes(a.stages, b.stages, groups, level), level);
    return format === 'csv' ? sendCells(c, comparison) : c.json(comparison, 200);
  })
  .openapi(listComparedIssues, async (c) => {
    const { level, publication, limit, cursor, ...cell } = c.req.valid('query');
    const position = decodeCursor(LIST, cursor, 'text', 'text');
    const { a, b, groups } = await requireCompared(c.var.db, c.req.valid('param'), publication);
    const dates = groups.filter(
      (group) =>
        (cell.a === undefined || placeKey(a.stages, group, level) === cell.a) &&
        (cell.b === undefined || placeKey(b.stages, group, level) === cell.b),
    );
    const after = position && { earliest: position[0], id: position[1] };
    const rows = await selectIssues(c.var.db, { publication, dates }, after, limit + 1);
    return c.json(
      paged(c, rows, limit, toIssue, (row) => encodeCursor(LIST, [row.earliest ?? '9999', row.id])),
      200,
    );
  });

async function requireCompared(
  db: AppEnv['Variables']['db'],
  { id, other }: { id: string; other: string },
  publication: string | undefined,
) {
  const { schemes, groups } = await findCompared(db, [id, other], publication);
  const [a, b] = [id, other].map((wanted) => schemes.find((scheme) => scheme.id === wanted));
  if (!a || !b) throw new ProblemError('not-found', 'No scheme has this id.');
  return { a, b, groups };
}
