import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { and, count, eq, min, sql } from 'drizzle-orm';
import { revisions, thanks } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam } from '../shapes/common.ts';
import { Thanks } from '../shapes/work.ts';
import { defaultHook, isoTime } from './support.ts';

const createThanks = createRoute({
  operationId: 'createThanks',
  method: 'post',
  path: '/revisions/{id}/thanks',
  tags: ['Work'],
  summary: 'Thank whoever wrote a revision; thanking again changes nothing',
  ...secured('volunteer'),
  request: { params: IdParam, headers: IdempotencyHeader },
  responses: { 200: json(Thanks, 'How many have thanked'), ...problems(401, 403, 404, 422) },
});

export const thanksRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(createThanks, async (c) => {
  const { db, principal } = c.var;
  const { id } = c.req.valid('param');
  const ofRevision = eq(thanks.revisionId, id);
  const [found, others, own] = await db.batch([
    db.select({ authorId: revisions.authorId }).from(revisions).where(eq(revisions.id, id)),
    db
      .select({ n: count() })
      .from(thanks)
      .where(and(ofRevision, sql`${thanks.userId} <> ${principal.id}`)),
    db
      .select({ at: min(thanks.at) })
      .from(thanks)
      .where(and(ofRevision, eq(thanks.userId, principal.id))),
  ]);
  if (!found[0]) throw new ProblemError('not-found', 'No revision has this id.');
  const { authorId } = found[0];
  if (authorId === null) throw new ProblemError('invalid-request', 'A machine wrote this one.');
  if (authorId === principal.id) throw new ProblemError('own-work', 'Thanks are for the work of others.');
  const at = own[0]?.at ?? null;
  const now = Date.now();
  const body = { revision: id, count: (others[0]?.n ?? 0) + 1, at: isoTime(at ?? now) };
  if (at !== null) return c.json(body, 200);
  return commit(c, {
    action: 'revision:thank',
    subject: `revisions/${id}`,
    statements: [
      db.insert(thanks).values({ revisionId: id, userId: principal.id, at: now }).onConflictDoNothing(),
    ],
    reply: { status: 200, body },
  });
});
