/** The one door through which requests change the database. */
import type { Context, TypedResponse } from 'hono';
import type { StatusCode } from 'hono/utils/http-status';
import { uuidv7 } from 'uuidv7';
import { type Statement, runBatch } from '../db/client.ts';
import { isUniqueViolation } from '../db/guards.ts';
import { actions, idempotency } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { type Reply, findStoredReply, replayReply, sendReply, storableReply } from './idempotency.ts';

export interface Write<Body, Status extends StatusCode> {
  /** `noun:verb` for the action log, such as `revision:accept`. */
  action: string;
  /** On what, such as `revisions/0193…`. */
  subject: string;
  detail?: Record<string, unknown>;
  statements: Statement[];
  reply: Reply<Body, Status>;
}

/**
 * Stores statements, the line in the action log and the idempotent answer as one transaction in one
 * round trip, and answers. Guards and unique constraints that fail are thrown for the caller to name.
 */
export async function commit<Body, Status extends StatusCode>(
  c: Context<AppEnv>,
  write: Write<Body, Status>,
): Promise<Committed<Body, Status>> {
  return (await store(c, write)) as Committed<Body, Status>;
}

/** A response with the type of its body, so that the route's declared responses are checked. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- it is what hono types a body-less response with
type Committed<Body, Status extends StatusCode> = Response &
  (Status extends 204
    ? // oxlint-disable-next-line typescript/no-generated-empty-object-type -- how hono types an answer without a body
      TypedResponse<NonNullable<unknown>, 204, string>
    : TypedResponse<Body, Status, 'json'>);

async function store(c: Context<AppEnv>, write: Write<unknown, StatusCode>): Promise<Response> {
  const { db, principal } = c.var;
  const now = Date.now();
  const used = c.var.idempotency;
  const statements: Statement[] = [
    ...write.statements,
    db.insert(actions).values({
      id: uuidv7(),
      action: write.action,
      actorId: principal.id,
      subject: write.subject,
      detail: write.detail ?? null,
      at: now,
    }),
  ];
  if (used) {
    statements.unshift(
      db
        .insert(idempotency)
        .values({ userId: principal.id, ...used, ...storableReply(write.reply), createdAt: now }),
    );
  }
  try {
    await runBatch(db, statements);
  } catch (error) {
    // The same request ran at the same moment and won: its answer is the answer.
    if (used && isUniqueViolation(error, 'idempotency.')) {
      const stored = await findStoredReply(c);
      if (stored) return replayReply(c, stored);
    }
    throw error;
  }
  return sendReply(write.reply);
}
