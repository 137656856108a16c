import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { type PageRow, findPage, listIssuePages, listPages, positionOf } from '../db/pages.ts';
import type { AppEnv } from '../env.ts';
import { json, open, problems } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { Id, IdParam, Paging, listOf, z } from '../shapes/common.ts';
import { Page, PageStatus } from '../shapes/pages.ts';
import { scanKey, thumbnailKey, viewKey } from '../scans/keys.ts';
import { requireIssue } from './issues.ts';
import { toPage } from './page-shapes.ts';
import { defaultHook } from './support.ts';
import { sendStored } from './stored-files.ts';

const LIST = 'pages';
const ISSUE_LIST = 'issue-pages';

const listPagesRoute = createRoute({
  operationId: 'listPages',
  method: 'get',
  path: '/pages',
  tags: ['Pages'],
  summary:
    'Pages; with status=submitted those that wait for review, longest waiting first, of one day the fewest changed words',
  ...open,
  request: {
    query: Paging.extend({
      issue: Id.optional(),
      status: PageStatus.optional(),
      stage: Id.optional().openapi({ description: 'Pages of issues whose date may lie in this stage' }),
    }),
  },
  responses: { 200: json(listOf('Page', Page), 'Pages'), ...problems(400, 422) },
});

const listIssuePagesRoute = createRoute({
  operationId: 'listIssuePages',
  method: 'get',
  path: '/issues/{id}/pages',
  tags: ['Pages'],
  summary: 'The pages of an issue, in order',
  ...open,
  request: { params: IdParam, query: Paging },
  responses: { 200: json(listOf('Page', Page), 'Pages'), ...problems(400, 404, 422) },
});

const getPage = createRoute({
  operationId: 'getPage',
  method: 'get',
  path: '/pages/{id}',
  tags: ['Pages'],
  summary: 'One page: its scan, status and newest reading job',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(Page, 'The page'), ...problems(404) },
});

const image = (description: string) => ({
  200: { description, content: { 'image/*': { schema: z.string().openapi({ format: 'binary' }) } } },
});

const getScan = createRoute({
  operationId: 'getScan',
  method: 'get',
  path: '/pages/{id}/scan',
  tags: ['Pages'],
  summary: 'The scan, byte for byte as it was uploaded',
  ...open,
  request: { params: IdParam },
  responses: { ...image('The scan'), ...problems(404) },
});

const getView = createRoute({
  operationId: 'getView',
  method: 'get',
  path: '/pages/{id}/view',
  tags: ['Pages'],
  summary: 'A rendition that browsers can show, where they cannot show the scan itself',
  ...open,
  request: { params: IdParam },
  responses: { ...image('The rendition'), ...problems(404) },
});

const getThumbnail = createRoute({
  operationId: 'getThumbnail',
  method: 'get',
  path: '/pages/{id}/thumbnail',
  tags: ['Pages'],
  summary: 'A small picture of the page',
  ...open,
  request: { params: IdParam },
  responses: { ...image('A small PNG'), ...problems(404) },
});

export const pageRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listPagesRoute, async (c) => {
    const { limit, cursor, ...filter } = c.req.valid('query');
    const position = decodeCursor(LIST, cursor, 'integer', 'integer', 'integer', 'text');
    const after = position && {
      day: position[0],
      effort: position[1],
      submittedAt: position[2],
      id: position[3],
    };
    const rows = await listPages(c.var.db, filter, after, limit + 1);
    return c.json(
      paged(c, rows, limit, toPage, ({ page }) => {
        const { day, effort, submittedAt, id } = positionOf(page);
        return encodeCursor(LIST, [day, effort, submittedAt, id]);
      }),
      200,
    );
  })
  .openapi(listIssuePagesRoute, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const issueId = c.req.valid('param').id;
    const position = decodeCursor(ISSUE_LIST, cursor, 'integer');
    const rows = await listIssuePages(c.var.db, issueId, position?.[0] ?? 0, limit + 1);
    if (rows.length === 0) await requireIssue(c.var.db, issueId);
    return c.json(
      paged(c, rows, limit, toPage, ({ page }) => encodeCursor(ISSUE_LIST, [page.sequence])),
      200,
    );
  })
  .openapi(getPage, async (c) => c.json(toPage(await requirePage(c.var.db, c.req.valid('param').id)), 200))
  .openapi(getScan, async (c) => {
    const { page } = await requirePage(c.var.db, c.req.valid('param').id);
    return sendStored(c, scanKey(page.scanSha256), page.scanType, page.scanSha256);
  })
  .openapi(getView, async (c) => {
    const { page } = await requirePage(c.var.db, c.req.valid('param').id);
    if (page.viewType === null)
      throw new ProblemError('not-found', 'This scan has no rendition: show the scan itself.');
    return sendStored(c, viewKey(page.scanSha256), page.viewType, `view-${page.scanSha256}`);
  })
  .openapi(getThumbnail, async (c) => {
    const { page } = await requirePage(c.var.db, c.req.valid('param').id);
    if (!page.hasThumbnail) throw new ProblemError('not-found', 'This page has no thumbnail yet.');
    return sendStored(c, thumbnailKey(page.scanSha256), 'image/png', `thumbnail-${page.scanSha256}`);
  });

export async function requirePage(db: AppEnv['Variables']['db'], id: string): Promise<PageRow> {
  const row = await findPage(db, id);
  if (!row) throw new ProblemError('not-found', 'No page has this id.');
  return row;
}
