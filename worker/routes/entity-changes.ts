/** Entities: adding and changing them. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { type FullEntity, findForChange, findPointedAt } from '../db/entities.ts';
import { guard, isGuardFailure, isUniqueViolation } from '../db/guards.ts';
import { keepVersion } from '../db/record-versions.ts';
import { entities } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { type FieldError, ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam } from '../shapes/common.ts';
import { Entity, EntityChange, NewEntity } from '../shapes/entities.ts';
import { requestNames } from '../suggestions/request.ts';
import { checkEntity } from './entity-checks.ts';
import { planParts, pointersOf } from './entity-parts.ts';
import { labelOf } from './entity-rows.ts';
import { toEntity, toEntityState } from './entity-shapes.ts';
import { writeParts } from './entity-writes.ts';
import { defaultHook, sentOf } from './support.ts';
import { requireCleanText } from './text-checks.ts';

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
  summary: 'Change an entity; what was is kept in its history',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(EntityChange) },
  responses: {
    200: json(Entity, 'The changed entity'),
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422),
  },
});

export const entityChangeRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(createEntity, async (c) => {
    const { nameForms, relations, claims, ...fields } = c.req.valid('json');
    const parts = { nameForms, relations, claims };
    requireCleanText(c.req.valid('json'));
    refuse(checkEntity(c.req.valid('json')));
    const { db } = c.var;
    const pointed = await findPointedAt(db, pointersOf(parts));
    const now = Date.now();
    const before: FullEntity = {
      entity: { ...EMPTY_ROW, ...fields, id: uuidv7(), createdAt: now, updatedAt: now },
      ...EMPTY_PARTS,
    };
    const { after, errors } = planParts(before, parts, pointed);
    refuse(errors);
    const entity = { ...before.entity, label: labelOf(after.names) };
    const reply = await commit(c, {
      action: 'entity:create',
      subject: `entities/${entity.id}`,
      detail: { version: 1 },
      statements: [db.insert(entities).values(entity), ...writeParts(db, before, after)],
      reply: {
        status: 201,
        headers: { location: `/api/v1/entities/${entity.id}` },
        body: toEntity({ ...before, ...after, entity }),
      },
    });
    c.executionCtx.waitUntil(requestNames(c.env, entity.id));
    return reply;
  })
  .openapi(changeEntity, async (c) => {
    const { nameForms, relations, claims, version: read, changeNote, ...fields } = c.req.valid('json');
    const parts = { nameForms, relations, claims };
    requireCleanText(c.req.valid('json'));
    refuse(checkEntity({ ...parts, dates: fields.dates ?? undefined }));
    const { db } = c.var;
    const { id } = c.req.valid('param');
    const { found: before, pointed } = await findForChange(db, id, pointersOf(parts));
    if (!before) throw new ProblemError('not-found', 'No entity has this id.');
    const { version, mergedInto } = before.entity;
    if (mergedInto !== null) throw changedWhenMerged();
    if (read !== undefined && read !== version) throw changedMeanwhile(before);
    const { after, errors } = planParts(before, parts, pointed);
    refuse(errors);
    const now = Date.now();
    const sent = sentOf(fields);
    const changes = {
      ...sent,
      ...(nameForms ? { label: labelOf(after.names.filter((row) => row.entityId === id)) } : {}),
      version: version + 1,
      updatedAt: now,
    };
    const subject = `entities/${id}`;
    try {
      const reply = await commit(c, {
        action: 'entity:change',
        subject,
        detail: {
          version: version + 1,
          fields: [...Object.keys(sentOf(parts)), ...Object.keys(sent)],
          ...(changeNote?.trim() ? { note: changeNote.trim() } : {}),
        },
        statements: [
          guard(db, sql`exists (select 1 from entities where id = ${id} and merged_into is null)`),
          keepVersion(db, { subject, version, snapshot: toEntityState(before), at: now }),
          db.update(entities).set(changes).where(eq(entities.id, id)),
          ...writeParts(db, before, after),
        ],
        reply: {
          status: 200,
          body: toEntity({ ...before, ...after, entity: { ...before.entity, ...changes } }),
        },
      });
      if (nameForms) c.executionCtx.waitUntil(requestNames(c.env, id));
      return reply;
    } catch (error) {
      if (isGuardFailure(error)) throw changedWhenMerged();
      if (isUniqueViolation(error, 'record_versions.')) throw changedMeanwhile();
      throw error;
    }
  });

const EMPTY_ROW = {
  slug: null,
  label: {},
  note: null,
  doubt: null,
  dates: null,
  authorityIds: null,
  citations: null,
  mergedInto: null,
  version: 1,
};

const EMPTY_PARTS = {
  mentionCount: 0,
  survivorLabel: null,
  names: [],
  relations: [],
  incoming: [],
  claims: [],
  stated: [],
  merged: [],
};

function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new ProblemError('invalid-request', errors[0]?.message, { errors });
}

function changedWhenMerged(): ProblemError {
  return new ProblemError(
    'merged',
    'This record has been merged into another: change that one, or undo the merge first.',
  );
}

/** @param now the record as it is, where it is known */
function changedMeanwhile(now?: FullEntity): ProblemError {
  return new ProblemError(
    'precondition-failed',
    'Somebody changed this record since you read it. Look at what it is now, and send your change again.',
    now ? { extra: { current: toEntity(now) } } : {},
  );
}
