/**
 * Idempotency-Key: the same write sent twice changes things once and is answered the same way.
 * The answer is stored in the very batch of the change, so there is no moment in between.
 */
import type { Context } from 'hono';
import { and, eq } from 'drizzle-orm';
import { idempotency } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { sha256Hex } from '../auth/secrets.ts';
import { ProblemError } from './problem.ts';

export type StoredReply = typeof idempotency.$inferSelect;

/** What a write answers, known before it is stored. */
export interface Reply<Body = unknown, Status extends number = number> {
  status: Status;
  body?: Body;
  headers?: Record<string, string>;
}

/** Reads the Idempotency-Key of a write and what identifies the request, and keeps both for later. */
export async function readIdempotencyKey(c: Context<AppEnv>): Promise<void> {
  const key = c.req.header('idempotency-key');
  if (key === undefined || c.req.method === 'GET') return;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new ProblemError('invalid-request', 'Idempotency-Key is 1 to 255 visible ASCII characters.');
  }
  // A file is streamed: its route adds what arrived, by `identifyFile`.
  const isFile = /^multipart\//i.test(c.req.header('content-type') ?? '');
  const body = isFile ? '' : await c.req.text();
  const parts = [c.req.method, new URL(c.req.url).pathname, c.req.header('if-match') ?? '', body];
  c.set('idempotency', { key, fingerprint: await sha256Hex(parts.join('\n')) });
}

/**
 * Makes what was uploaded part of what identifies the request.
 * @returns the answer that the same upload got before
 * @throws ProblemError where the key was used for another request
 */
export async function identifyFile(c: Context<AppEnv>, parts: string[]): Promise<Response | undefined> {
  const used = c.var.idempotency;
  if (!used) return undefined;
  const fingerprint = await sha256Hex(JSON.stringify([used.fingerprint, ...parts]));
  c.set('idempotency', { key: used.key, fingerprint });
  return c.var.storedReply && replayReply(c, c.var.storedReply);
}

/** The answer that is stored by now for this request's key. */
export async function findStoredReply(c: Context<AppEnv>): Promise<StoredReply | undefined> {
  const used = c.var.idempotency;
  const userId = c.get('principal')?.id;
  if (!used || userId === undefined) return undefined;
  const [stored] = await c.var.db
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.userId, userId), eq(idempotency.key, used.key)));
  return stored;
}

/** The stored answer as a response. @throws ProblemError where the key was used for another request. */
export function replayReply(c: Context<AppEnv>, stored: StoredReply): Response {
  if (stored.fingerprint !== c.var.idempotency?.fingerprint) {
    throw new ProblemError('idempotency-mismatch', 'Use a new key for a new request.');
  }
  return new Response(stored.status === 204 ? null : stored.body, {
    status: stored.status,
    headers: { ...stored.headers, 'idempotent-replayed': 'true' },
  });
}

/** A reply as a response. */
export function sendReply(reply: Reply): Response {
  const { body, headers } = storableReply(reply);
  return new Response(reply.status === 204 ? null : body, { status: reply.status, headers });
}

/** A reply in the form in which it is stored: JSON text and headers. */
export function storableReply(reply: Reply): {
  status: number;
  headers: Record<string, string>;
  body: string;
} {
  return {
    status: reply.status,
    headers: { ...(reply.status === 204 ? {} : { 'content-type': 'application/json' }), ...reply.headers },
    body: reply.body === undefined ? '' : JSON.stringify(reply.body),
  };
}
