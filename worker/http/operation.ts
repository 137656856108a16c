/** What every operation of the API declares: who may call it and how it fails. */
import { z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import type { Role } from '../shapes/accounts.ts';
import { Problem } from '../shapes/common.ts';
import type { AppEnv } from '../env.ts';
import { identify } from '../auth/principal.ts';
import { requireBodyType } from './body.ts';
import { findStoredReply, readIdempotencyKey, replayReply } from './idempotency.ts';
import { ProblemError } from './problem.ts';

const RANK: Record<Role, number> = { volunteer: 1, reviewer: 2, admin: 3 };

type BodyType = 'application/json' | 'multipart/form-data';

/** Lets only accounts of at least this role and bodies of this type through, and answers a repeated Idempotency-Key. */
const requireRole = (role: Role, bodyType: BodyType) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await readIdempotencyKey(c);
    const principal = await identify(c);
    if (RANK[principal.role] < RANK[role]) {
      throw new ProblemError(
        'not-allowed',
        `This needs the role ${role} or higher; yours is ${principal.role}.`,
      );
    }
    requireBodyType(c, bodyType);
    // A file can be compared with the one before only when it has arrived: its route replays by itself.
    if (c.var.storedReply && bodyType === 'application/json') return replayReply(c, c.var.storedReply);
    await next();
    // The same request may have been stored while this one was on its way, and have changed what it met.
    const stored = c.error instanceof ProblemError ? await findStoredReply(c) : undefined;
    if (stored && stored.fingerprint === c.var.idempotency?.fingerprint) c.res = replayReply(c, stored);
  });

const SIGNED_IN: Record<string, string[]>[] = [{ apiKey: [] }, { session: [] }];

/** For `createRoute`: an operation that needs a role. */
export const secured = <R extends Role>(role: R, bodyType: BodyType = 'application/json') => ({
  security: SIGNED_IN,
  middleware: requireRole(role, bodyType),
  'x-role': role,
});

/** For `createRoute`: an operation open to all. */
export const open = { security: [] as Record<string, string[]>[], 'x-role': 'public' };

/** A JSON response of this shape. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A required JSON body of this shape. */
export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

/** Problem responses for these statuses. */
export function problems<S extends number>(...statuses: S[]) {
  const response = {
    description: 'A problem document',
    content: { 'application/problem+json': { schema: Problem } },
  };
  return Object.fromEntries(statuses.map((status) => [status, response])) as Record<S, typeof response>;
}

/** The header that writes may carry. */
export const IdempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .openapi({ description: 'The same key again gets the same answer and changes nothing' }),
});
