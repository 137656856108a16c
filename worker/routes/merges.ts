/** Merging two records of one person or thing, and undoing it. Nothing is moved: see worker/db/merges.ts. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { uuidv7 } from 'uuidv7';
import type { Database, Statement } from '../db/client.ts';
import { isGuardFailure } from '../db/guards.ts';
import { findMerge, findWithSurvivors, mergeStatements, unmergeStatements } from '../db/merges.ts';
import { actions } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam, type TextByLanguage } from '../shapes/common.ts';
import { Merge, NewMerge } from '../shapes/entities.ts';
import { requestNames } from '../suggestions/request.ts';
import { defaultHook, isoTime, present } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const createMerge = createRoute({
  operationId: 'createMerge',
  method: 'post',
  path: '/entities/{id}/merge',
  tags: ['Authority'],
  summary: 'Take this record into another: its names, links and mentions are read there from now on',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(NewMerge) },
  responses: { 201: json(Merge, 'The merge'), ...problems(400, 401, 403, 404, 409, 413, 415, 422) },
});

const deleteMerge = createRoute({
  operationId: 'deleteMerge',
  method: 'delete',
  path: '/entities/{id}/merge',
  tags: ['Authority'],
  summary: 'Undo the merge of this record: every link is where it was before',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader },
  responses: { 204: { description: 'Undone' }, ...problems(401, 403, 404, 409) },
});

export const mergeRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(createMerge, async (c) => {
    const { into: intoId, note } = c.req.valid('json');
    requireCleanText(note);
    const { db, principal } = c.var;
    const { id } = c.req.valid('param');
    const found = await findWithSurvivors(db, [id, intoId]);
    const from = found.find((row) => row.id === id);
    const into = found.find((row) => row.id === intoId);
    if (!from) throw new ProblemError('not-found', 'No entity has this id.');
    if (!into) throw wrongInto('unknown', 'No entity has this id.');
    requireMergeable(from, into);
    const kept = note?.trim() ? note.trim() : null;
    const merge = { id: uuidv7(), fromId: id, intoId, note: kept, actorId: principal.id, at: Date.now() };
    const survivor = into.survivor.id;
    try {
      const reply = await commit(c, {
        action: 'entity:merge',
        subject: `entities/${id}`,
        detail: { into: intoId, survivor, ...present({ note: kept }) },
        statements: [
          ...mergeStatements(db, merge, survivor),
          ...logOnOthers(db, 'entity:absorb', [intoId, survivor], principal.id, {
            from: id,
            ...present({ note: kept }),
          }),
        ],
        reply: {
          status: 201,
          headers: { location: `/api/v1/entities/${survivor}` },
          body: {
            from: { id, label: from.label },
            into: { id: intoId, label: into.label },
            survivor: into.survivor,
            ...present({ note: kept }),
            at: isoTime(merge.at),
          },
        },
      });
      // Names that two records shared speak of one now.
      c.executionCtx.waitUntil(requestNames(c.env, survivor));
      return reply;
    } catch (error) {
      if (isGuardFailure(error)) throw mergedMeanwhile();
      throw error;
    }
  })
  .openapi(deleteMerge, async (c) => {
    const { db, principal } = c.var;
    const { id } = c.req.valid('param');
    const found = await findMerge(db, id);
    if (!found) {
      throw new ProblemError('not-found', 'There is no such record, or it is merged into no other.');
    }
    const { merge, into, survivor } = found;
    try {
      const reply = await commit(c, {
        action: 'entity:unmerge',
        subject: `entities/${id}`,
        detail: { from: into.id, survivor: survivor.id },
        statements: [
          ...unmergeStatements(db, merge, { undoneBy: principal.id, undoneAt: Date.now() }),
          ...logOnOthers(db, 'entity:release', [into.id, survivor.id], principal.id, { record: id }),
        ],
        reply: { status: 204 },
      });
      c.executionCtx.waitUntil(requestNames(c.env, id));
      return reply;
    } catch (error) {
      if (isGuardFailure(error)) throw mergedMeanwhile();
      throw error;
    }
  });

type Found = Awaited<ReturnType<typeof findWithSurvivors>>[number];

/** @throws ProblemError where merging the one into the other makes no sense */
function requireMergeable(from: Found, into: Found): void {
  if (from.id === into.id) throw wrongInto('itself', 'A record cannot be merged into itself.');
  if (from.survivor.id !== from.id) {
    throw new ProblemError(
      'merged',
      `${quoted(from.label)} has been merged into ${quoted(from.survivor.label)} already. Undo that merge first.`,
    );
  }
  if (into.survivor.id === from.id) {
    throw new ProblemError(
      'merged',
      `${quoted(into.label)} has been merged into ${quoted(from.label)} already: merging them the other way round would go in a circle. Undo that merge first.`,
    );
  }
  if (from.kind !== into.kind) {
    throw wrongInto(
      'kind',
      `${quoted(from.label)} is ${KINDS[from.kind]} and ${quoted(into.label)} ${KINDS[into.kind]}: only records of one kind can be merged.`,
    );
  }
}

const KINDS: Record<Found['kind'], string> = {
  person: 'a person',
  organisation: 'an organisation',
  place: 'a place',
  event: 'an event',
  movement: 'a movement',
  periodical: 'a periodical',
};

function quoted(label: TextByLanguage): string {
  return `“${label['en'] ?? Object.values(label)[0] ?? ''}”`;
}

function wrongInto(code: string, message: string): ProblemError {
  return new ProblemError('invalid-request', message, { errors: [{ path: ['into'], code, message }] });
}

function mergedMeanwhile(): ProblemError {
  return new ProblemError(
    'merged',
    'Somebody merged one of these records, or undid it, at the same moment. Read them again.',
  );
}

/** The same act in the histories of the other records that it concerns. */
function logOnOthers(
  db: Database,
  action: string,
  ids: string[],
  actorId: string,
  detail: Record<string, unknown>,
): Statement[] {
  return [...new Set(ids)].map((id) =>
    db
      .insert(actions)
      .values({ id: uuidv7(), action, actorId, subject: `entities/${id}`, detail, at: Date.now() }),
  );
}
