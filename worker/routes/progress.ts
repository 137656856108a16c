import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { findProgress, readDate } from '../db/progress.ts';
import type { AppEnv } from '../env.ts';
import { json, open, problems } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { IdParam, Paging } from '../shapes/common.ts';
import type { PageStatus } from '../shapes/pages.ts';
import { Progress } from '../shapes/work.ts';
import { defaultHook } from './support.ts';

const LIST = 'progress';

const getPublicationProgress = createRoute({
  operationId: 'getPublicationProgress',
  method: 'get',
  path: '/publications/{id}/progress',
  tags: ['Work'],
  summary: 'How far a publication is, and each of its issues: pages by status',
  ...open,
  request: { params: IdParam, query: Paging },
  responses: { 200: json(Progress, 'Counts of pages'), ...problems(400, 404, 422) },
});

export const progressRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(
  getPublicationProgress,
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const { id } = c.req.valid('param');
    const position = decodeCursor(LIST, cursor, 'text', 'text');
    const after = position && { earliest: position[0], issue: position[1] };
    const { total, issues } = await findProgress(c.var.db, id, after, limit + 1);
    if (total === undefined) throw new ProblemError('not-found', 'No publication has this id.');
    const list = paged(
      c,
      issues,
      limit,
      (row) => ({ issue: row.issue, number: row.number, date: readDate(row), ...readCounts(row.counts) }),
      (row) => encodeCursor(LIST, [row.earliest, row.issue]),
    );
    return c.json({ publication: id, total: readCounts(total), ...list }, 200);
  },
);

function readCounts(counts: string) {
  const byStatus = JSON.parse(counts) as Partial<Record<PageStatus, number>>;
  const pages = Object.values(byStatus).reduce((sum, n) => sum + n, 0);
  return { pages, byStatus };
}
