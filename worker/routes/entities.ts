import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { Database } from '../db/client.ts';
import {
  type FullEntity,
  findEntity,
  findEntityHistory,
  listEntities,
  listMentions,
} from '../db/entities.ts';
import { lookUpEntities } from '../db/look-up.ts';
import type { AppEnv } from '../env.ts';
import { json, open, problems } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { IdParam, Paging, listOf, z } from '../shapes/common.ts';
import { Entity, EntityKind, EntityState, EntitySummary, Mention } from '../shapes/entities.ts';
import { versionOf } from '../shapes/history.ts';
import { toEntity, toEntityState, toFound, toMention, toSummary } from './entity-shapes.ts';
import { historyOf } from './record-history.ts';
import { defaultHook } from './support.ts';

const LIST = 'entities';
const FOUND = 'entities-found';
const MENTIONS = 'mentions';
const HISTORY = 'entity-history';

const listEntitiesRoute = createRoute({
  operationId: 'listEntities',
  method: 'get',
  path: '/entities',
  tags: ['Authority'],
  summary:
    'People, organisations, places, events, movements, periodicals; with q those with such a name, in any script and spelling, best first',
  ...open,
  request: { query: Paging.extend({ kind: EntityKind.optional(), q: z.string().max(200).optional() }) },
  responses: { 200: json(listOf('EntitySummary', EntitySummary), 'Entities'), ...problems(400, 422) },
});

const getEntity = createRoute({
  operationId: 'getEntity',
  method: 'get',
  path: '/entities/{id}',
  tags: ['Authority'],
  summary: 'One entity: names, relations, claims',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(Entity, 'The entity'), ...problems(404) },
});

const listMentionsRoute = createRoute({
  operationId: 'listMentions',
  method: 'get',
  path: '/entities/{id}/mentions',
  tags: ['Authority'],
  summary: 'Where approved tags say that pages speak of it',
  ...open,
  request: { params: IdParam, query: Paging },
  responses: { 200: json(listOf('Mention', Mention), 'Mentions'), ...problems(400, 404, 422) },
});

const listEntityVersions = createRoute({
  operationId: 'listEntityVersions',
  method: 'get',
  path: '/entities/{id}/history',
  tags: ['Authority'],
  summary: 'Who made the entity what it is: its versions and merges, newest first',
  ...open,
  request: { params: IdParam, query: Paging },
  responses: {
    200: json(listOf('EntityVersion', versionOf('Entity', EntityState)), 'Versions'),
    ...problems(400, 404, 422),
  },
});

export const entityRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listEntitiesRoute, async (c) => {
    const { limit, cursor, kind, q } = c.req.valid('query');
    if (q !== undefined && q.trim() !== '') {
      const offset = decodeCursor(FOUND, cursor, 'integer')?.[0] ?? 0;
      const rows = await lookUpEntities(c.var.db, q, kind, offset, limit + 1);
      const toItem = (row: (typeof rows)[number]) => toFound(row, q, rows);
      return c.json(
        paged(c, rows, limit, toItem, () => encodeCursor(FOUND, [offset + limit])),
        200,
      );
    }
    const after = decodeCursor(LIST, cursor, 'text');
    const rows = await listEntities(c.var.db, kind, after?.[0], limit + 1);
    return c.json(
      paged(c, rows, limit, toSummary, (row) => encodeCursor(LIST, [row.entity.id])),
      200,
    );
  })
  .openapi(getEntity, async (c) =>
    c.json(toEntity(await requireEntity(c.var.db, c.req.valid('param').id)), 200),
  )
  .openapi(listMentionsRoute, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const { id } = c.req.valid('param');
    const after = decodeCursor(MENTIONS, cursor, 'text');
    const rows = await listMentions(c.var.db, id, after?.[0], limit + 1);
    if (rows.length === 0) await requireEntity(c.var.db, id);
    return c.json(
      paged(c, rows, limit, toMention, (row) => encodeCursor(MENTIONS, [row.tagId])),
      200,
    );
  })
  .openapi(listEntityVersions, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const { id } = c.req.valid('param');
    const offset = decodeCursor(HISTORY, cursor, 'integer')?.[0] ?? 0;
    const { found, history } = await findEntityHistory(c.var.db, id);
    if (!found) throw unknownEntity();
    const { version, createdAt } = found.entity;
    const versions = historyOf(history, { version, createdAt, record: toEntityState(found) });
    return c.json(
      paged(
        c,
        versions.slice(offset, offset + limit + 1),
        limit,
        (entry) => entry,
        () => encodeCursor(HISTORY, [offset + limit]),
      ),
      200,
    );
  });

async function requireEntity(db: Database, id: string): Promise<FullEntity> {
  const found = await findEntity(db, id);
  if (!found) throw unknownEntity();
  return found;
}

function unknownEntity(): ProblemError {
  return new ProblemError('not-found', 'No entity has this id.');
}
