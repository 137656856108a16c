import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { and, asc, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { makeApiKey, sha256Hex } from '../auth/secrets.ts';
import { actions, apiKeys, users } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { Action, ApiKey, CreatedApiKey, Me, NewApiKey, User, UserChange } from '../shapes/accounts.ts';
import { IdParam, Paging, listOf } from '../shapes/common.ts';
import { defaultHook, isoTime } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const KEYS = 'keys';
const USERS = 'users';
const ACTIONS = 'actions';

const getMe = createRoute({
  operationId: 'getMe',
  method: 'get',
  path: '/me',
  tags: ['Accounts'],
  summary: 'Who the session or key belongs to',
  ...secured('volunteer'),
  responses: { 200: json(Me, 'The account'), ...problems(401) },
});

const listKeys = createRoute({
  operationId: 'listKeys',
  method: 'get',
  path: '/keys',
  tags: ['Accounts'],
  summary: 'Your API keys, without their secrets',
  ...secured('volunteer'),
  request: { query: Paging },
  responses: { 200: json(listOf('ApiKey', ApiKey), 'Keys'), ...problems(400, 401, 422) },
});

const createKey = createRoute({
  operationId: 'createKey',
  method: 'post',
  path: '/keys',
  tags: ['Accounts'],
  summary: 'Make an API key; it is shown this once, and only its hash is kept',
  ...secured('volunteer'),
  request: jsonBody(NewApiKey),
  responses: { 201: json(CreatedApiKey, 'The key'), ...problems(400, 401, 413, 415, 422) },
});

const deleteKey = createRoute({
  operationId: 'deleteKey',
  method: 'delete',
  path: '/keys/{id}',
  tags: ['Accounts'],
  summary: 'Revoke one of your API keys, at once',
  ...secured('volunteer'),
  request: { params: IdParam, headers: IdempotencyHeader },
  responses: { 204: { description: 'Revoked' }, ...problems(401, 404) },
});

const listUsers = createRoute({
  operationId: 'listUsers',
  method: 'get',
  path: '/users',
  tags: ['Accounts'],
  summary: 'Accounts and their roles',
  ...secured('admin'),
  request: { query: Paging },
  responses: { 200: json(listOf('User', User), 'Accounts'), ...problems(400, 401, 403, 422) },
});

const changeUser = createRoute({
  operationId: 'changeUser',
  method: 'patch',
  path: '/users/{id}',
  tags: ['Accounts'],
  summary: 'Give an account another role',
  ...secured('admin'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(UserChange) },
  responses: { 200: json(User, 'The account'), ...problems(400, 401, 403, 404, 413, 415, 422) },
});

const listActions = createRoute({
  operationId: 'listActions',
  method: 'get',
  path: '/actions',
  tags: ['Accounts'],
  summary: 'The action log, newest first',
  ...secured('admin'),
  request: { query: Paging },
  responses: { 200: json(listOf('Action', Action), 'Actions'), ...problems(400, 401, 403, 422) },
});

export const accountRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(getMe, (c) => {
    const { id, name, role, via } = c.var.principal;
    return c.json({ id, name, role, via }, 200);
  })
  .openapi(listKeys, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const after = decodeCursor(KEYS, cursor, 'text');
    const rows = await c.var.db
      .select()
      .from(apiKeys)
      .where(
        and(
          eq(apiKeys.userId, c.var.principal.id),
          isNull(apiKeys.revokedAt),
          after && gt(apiKeys.id, after[0]),
        ),
      )
      .orderBy(asc(apiKeys.id))
      .limit(limit + 1);
    return c.json(
      paged(c, rows, limit, toApiKey, (row) => encodeCursor(KEYS, [row.id])),
      200,
    );
  })
  .openapi(createKey, async (c) => {
    const { name } = c.req.valid('json');
    requireCleanText(name);
    if (c.var.idempotency) {
      throw new ProblemError(
        'invalid-request',
        'An API key is shown once and its text is kept nowhere, so this cannot be repeated by Idempotency-Key.',
      );
    }
    const { key, prefix } = makeApiKey();
    const row = {
      id: uuidv7(),
      userId: c.var.principal.id,
      name,
      prefix,
      createdAt: Date.now(),
      revokedAt: null,
    };
    return commit(c, {
      action: 'key:create',
      subject: `keys/${row.id}`,
      statements: [c.var.db.insert(apiKeys).values({ ...row, hash: await sha256Hex(key) })],
      reply: { status: 201, headers: { 'cache-control': 'no-store' }, body: { ...toApiKey(row), key } },
    });
  })
  .openapi(deleteKey, async (c) => {
    const { id } = c.req.valid('param');
    const mine = and(eq(apiKeys.id, id), eq(apiKeys.userId, c.var.principal.id), isNull(apiKeys.revokedAt));
    const [found] = await c.var.db.select({ id: apiKeys.id }).from(apiKeys).where(mine);
    if (!found) throw new ProblemError('not-found', 'You have no API key with this id.');
    return commit(c, {
      action: 'key:revoke',
      subject: `keys/${id}`,
      statements: [c.var.db.update(apiKeys).set({ revokedAt: Date.now() }).where(mine)],
      reply: { status: 204 },
    });
  })
  .openapi(listUsers, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const after = decodeCursor(USERS, cursor, 'text');
    const rows = await c.var.db
      .select()
      .from(users)
      .where(after && gt(users.id, after[0]))
      .orderBy(asc(users.id))
      .limit(limit + 1);
    return c.json(
      paged(c, rows, limit, toUser, (row) => encodeCursor(USERS, [row.id])),
      200,
    );
  })
  .openapi(changeUser, async (c) => {
    const { id } = c.req.valid('param');
    const { role } = c.req.valid('json');
    const [found] = await c.var.db.select().from(users).where(eq(users.id, id));
    if (!found) throw new ProblemError('not-found', 'No account has this id.');
    if (id === c.var.principal.id && role !== 'admin') {
      throw new ProblemError(
        'not-allowed',
        'Nobody takes the admin role from themselves: another admin has to.',
      );
    }
    return commit(c, {
      action: 'user:change-role',
      subject: `users/${id}`,
      detail: { role },
      statements: [c.var.db.update(users).set({ role, updatedAt: new Date() }).where(eq(users.id, id))],
      reply: { status: 200, body: toUser({ ...found, role }) },
    });
  })
  .openapi(listActions, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const before = decodeCursor(ACTIONS, cursor, 'text');
    const rows = await c.var.db
      .select()
      .from(actions)
      .where(before && lt(actions.id, before[0]))
      .orderBy(desc(actions.id))
      .limit(limit + 1);
    return c.json(
      paged(c, rows, limit, toAction, (row) => encodeCursor(ACTIONS, [row.id])),
      200,
    );
  });

function toApiKey(row: { id: string; name: string; prefix: string; createdAt: number }): ApiKey {
  return { id: row.id, name: row.name, prefix: row.prefix, createdAt: isoTime(row.createdAt) };
}

function toUser(row: typeof users.$inferSelect): User {
  return { id: row.id, name: row.name, role: row.role, createdAt: row.createdAt.toISOString() };
}

function toAction(row: typeof actions.$inferSelect): Action {
  return { id: row.id, action: row.action, actor: row.actorId, subject: row.subject, at: isoTime(row.at) };
}
