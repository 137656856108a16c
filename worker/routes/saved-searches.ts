/** Searches that somebody wants to ask again. They are their own: nobody else sees them. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { and, desc, eq, lt } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { savedSearches } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam, Paging, listOf } from '../shapes/common.ts';
import { NewSavedSearch, SavedSearch } from '../shapes/saved-searches.ts';
import { defaultHook, isoTime } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const LIST = 'searches';

const listSearches = createRoute({
  operationId: 'listSearches',
  method: 'get',
  path: '/searches',
  tags: ['Search'],
  summary: 'The searches that you saved, newest first',
  ...secured('volunteer'),
  request: { query: Paging },
  responses: { 200: json(listOf('SavedSearch', SavedSearch), 'Your searches'), ...problems(400, 401, 422) },
});

const createSearch = createRoute({
  operationId: 'createSearch',
  method: 'post',
  path: '/searches',
  tags: ['Search'],
  summary: 'Save a search under a name',
  ...secured('volunteer'),
  request: { headers: IdempotencyHeader, ...jsonBody(NewSavedSearch) },
  responses: { 201: json(SavedSearch, 'The saved search'), ...problems(400, 401, 413, 415, 422) },
});

const deleteSearch = createRoute({
  operationId: 'deleteSearch',
  method: 'delete',
  path: '/searches/{id}',
  tags: ['Search'],
  summary: 'Forget a search that you saved',
  ...secured('volunteer'),
  request: { params: IdParam, headers: IdempotencyHeader },
  responses: { 204: { description: 'Forgotten' }, ...problems(401, 404) },
});

export const savedSearchRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listSearches, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const before = decodeCursor(LIST, cursor, 'text');
    const rows = await c.var.db
      .select()
      .from(savedSearches)
      .where(and(eq(savedSearches.userId, c.var.principal.id), before && lt(savedSearches.id, before[0])))
      .orderBy(desc(savedSearches.id))
      .limit(limit + 1);
    return c.json(
      paged(c, rows, limit, toSavedSearch, (row) => encodeCursor(LIST, [row.id])),
      200,
    );
  })
  .openapi(createSearch, async (c) => {
    const { name, query } = c.req.valid('json');
    requireCleanText({ name, query });
    const row = { id: uuidv7(), userId: c.var.principal.id, name, query, createdAt: Date.now() };
    return commit(c, {
      action: 'search:save',
      subject: `searches/${row.id}`,
      statements: [c.var.db.insert(savedSearches).values(row)],
      reply: { status: 201, body: toSavedSearch(row) },
    });
  })
  .openapi(deleteSearch, async (c) => {
    const { id } = c.req.valid('param');
    const mine = and(eq(savedSearches.id, id), eq(savedSearches.userId, c.var.principal.id));
    const [found] = await c.var.db.select({ id: savedSearches.id }).from(savedSearches).where(mine);
    if (!found) throw new ProblemError('not-found', 'You have saved no search with this id.');
    return commit(c, {
      action: 'search:forget',
      subject: `searches/${id}`,
      statements: [c.var.db.delete(savedSearches).where(mine)],
      reply: { status: 204 },
    });
  });

function toSavedSearch({ id, name, query, createdAt }: typeof savedSearches.$inferSelect): SavedSearch {
  return { id, name, query, createdAt: isoTime(createdAt) };
}
