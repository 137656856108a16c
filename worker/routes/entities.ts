import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import {
  type EntityRow,
  type FullEntity,
  findEntity,
  listEntities,
  listMentions,
  nameKey,
  searchEntities,
} from '../db/entities.ts';
import { entities } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, open, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam, Paging, listOf, z } from '../shapes/common.ts';
import { Entity, EntityChange, EntityKind, EntitySummary, Mention, NewEntity } from '../shapes/entities.ts';
import { requireEdtf } from './dates.ts';
import { labelOf, replaceParts, requireRelated } from './entity-writes.ts';
import { defaultHook, isoTime, present } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const LIST = 'entities';
const FOUND = 'entities-found';
const MENTIONS = 'mentions';

const listEntitiesRoute = createRoute({
  operationId: 'listEntities',
  method: 'get',
  path: '/entities',
  tags: ['Authority'],
  summary: 'People, organisations, places, events, movements, periodicals; with q those with such a name',
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

const createEntity = createRoute({
  operationId: 'createEntity',
  method: 'post',
  path: '/entities',
  tags: ['Authority'],
  summary: 'Add an entity',
  ...secured('reviewer'),
  request: { headers: IdempotencyHeader, ...jsonBody(NewEntity) },
  responses: { 201: json(Entity, 'The new entity'), ...problems(400, 401, 403, 413, 415, 422) },
});

const changeEntity = createRoute({
  operationId: 'changeEntity',
  method: 'patch',
  path: '/entities/{id}',
  tags: ['Authority'],
  summary: 'Change an entity; a list that is sent replaces the list that was',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(EntityChange) },
  responses: { 200: json(Entity, 'The changed entity'), ...problems(400, 401, 403, 404, 413, 415, 422) },
});

export const entityRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listEntitiesRoute, async (c) => {
    const { limit, cursor, kind, q } = c.req.valid('query');
    if (q !== undefined && q.trim() !== '') {
      const offset = decodeCursor(FOUND, cursor, 'integer')?.[0] ?? 0;
      // Signs alone are part of no name.
      if (nameKey(q) === '') return c.json({ items: [], next: null }, 200);
      const rows = await searchEntities(c.var.db, q, kind, offset, limit + 1);
      return c.json(
        paged(c, rows, limit, toSummary, () => encodeCursor(FOUND, [offset + limit])),
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
  .openapi(createEntity, async (c) => {
    const { nameForms, relations, claims, ...fields } = c.req.valid('json');
    const parts = { nameForms, relations, claims };
    requireCleanText(c.req.valid('json'));
    requireEdtf(fields.dates, ['dates']);
    await requireRelated(c.var.db, parts);
    const now = Date.now();
    const row = {
      ...emptyRow,
      ...fields,
      id: uuidv7(),
      label: labelOf(nameForms),
      createdAt: now,
      updatedAt: now,
    };
    return commit(c, {
      action: 'entity:create',
      subject: `entities/${row.id}`,
      statements: [c.var.db.insert(entities).values(row), ...replaceParts(c.var.db, row.id, parts)],
      reply: {
        status: 201,
        headers: { location: `/api/v1/entities/${row.id}` },
        body: { ...entityHead(row, 0), nameForms, relations: relations ?? [], claims: claims ?? [] },
      },
    });
  })
  .openapi(changeEntity, async (c) => {
    const { nameForms, relations, claims, ...fields } = c.req.valid('json');
    const parts = { nameForms, relations, claims };
    requireCleanText(c.req.valid('json'));
    requireEdtf(fields.dates, ['dates']);
    const { db } = c.var;
    const before = await requireEntity(db, c.req.valid('param').id);
    await requireRelated(db, parts);
    const changes = { ...fields, ...(nameForms ? { label: labelOf(nameForms) } : {}), updatedAt: Date.now() };
    const { mentionCount: _count, url: _url, ...shown } = toEntity(before);
    return commit(c, {
      action: 'entity:change',
      subject: `entities/${before.entity.id}`,
      detail: { fields: Object.keys(c.req.valid('json')) },
      statements: [
        db.update(entities).set(changes).where(eq(entities.id, before.entity.id)),
        ...replaceParts(db, before.entity.id, parts),
      ],
      reply: {
        status: 200,
        body: {
          ...shown,
          ...entityHead({ ...before.entity, ...present(changes) }, before.mentionCount),
          ...present(parts),
        },
      },
    });
  });

const emptyRow = { mergedInto: null, version: 1, slug: null, note: null, doubt: null, dates: null, authorityIds: null, citations: null };

async function requireEntity(db: AppEnv['Variables']['db'], id: string): Promise<FullEntity> {
  const found = await findEntity(db, id);
  if (!found) throw new ProblemError('not-found', 'No entity has this id.');
  return found;
}

function entityHead(row: typeof entities.$inferSelect, mentionCount: number) {
  const { id, kind, label, note, doubt, dates, authorityIds, citations } = row;
  return {
    id,
    url: `/api/v1/entities/${id}`,
    kind,
    label,
    ...present({ note, doubt, dates, authorityIds, citations }),
    mentionCount,
    createdAt: isoTime(row.createdAt),
    updatedAt: isoTime(row.updatedAt),
  };
}

function toEntity(found: FullEntity): Entity {
  return {
    ...entityHead(found.entity, found.mentionCount),
    nameForms: found.names.map((name) => ({
      text: name.text,
      language: name.language,
      kind: name.kind,
      ...present({ source: name.source }),
    })),
    relations: found.relations.map((relation) => ({
      predicate: relation.predicate,
      object: relation.objectId,
      objectLabel: relation.objectLabel,
      ...present({ from: relation.from, to: relation.to, source: relation.source }),
    })),
    claims: found.claims.map((claim) => ({
      id: claim.id,
      property: claim.property,
      source: claim.source,
      ...present({ date: claim.date, value: claim.value, note: claim.note }),
    })),
  };
}

function toSummary(row: EntityRow): EntitySummary {
  const { id, url, kind, label, note, doubt } = entityHead(row.entity, row.mentionCount);
  return {
    id,
    url,
    kind,
    label,
    ...present({ note, doubt, matched: row.matched }),
    mentionCount: row.mentionCount,
  };
}

function toMention(row: Awaited<ReturnType<typeof listMentions>>[number]): Mention {
  return {
    tag: row.tagId,
    page: row.pageId,
    pageLabel: row.pageLabel ?? String(row.sequence),
    issue: row.issueId,
    issueNumber: row.issueNumber,
    publication: row.publicationId,
    publicationTitle: row.publicationTitle,
    date: row.date,
    language: row.language,
    target: row.target,
    ...(row.prefix === null ? {} : { context: { prefix: row.prefix, suffix: row.suffix ?? '' } }),
  };
}
