/** Who sends a request: found by API key or by session cookie, in one database request. */
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import type { Role } from '../shapes/accounts.ts';
import { apiKeys, idempotency, sessions, users } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { ProblemError } from '../http/problem.ts';
import { SESSION_COOKIE } from './better-auth.ts';
import { sha256Hex } from './secrets.ts';

export interface Principal {
  id: string;
  name: string;
  role: Role;
  via: 'session' | 'key';
}

/**
 * The account behind the request, with the answer that its Idempotency-Key got before.
 * Sets `principal` and `storedReply`.
 * @throws ProblemError `not-signed-in`, `foreign-origin`.
 */
export async function identify(c: Context<AppEnv>): Promise<Principal> {
  const key = bearerKey(c);
  const cookie = key === undefined ? await sessionToken(c) : undefined;
  if (key === undefined && cookie === undefined) throw notSignedIn();
  if (cookie !== undefined) requireOwnOrigin(c);

  const { db } = c.var;
  const columns = { id: users.id, name: users.name, role: users.role };
  const owner =
    key === undefined
      ? db
          .select(columns)
          .from(sessions)
          .innerJoin(users, eq(users.id, sessions.userId))
          .where(and(eq(sessions.token, cookie ?? ''), gt(sessions.expiresAt, new Date())))
      : db
          .select(columns)
          .from(apiKeys)
          .innerJoin(users, eq(users.id, apiKeys.userId))
          .where(and(eq(apiKeys.hash, await sha256Hex(key)), isNull(apiKeys.revokedAt)));
  const used = c.var.idempotency;
  const [owners, replies] = await db.batch([
    owner,
    db
      .select()
      .from(idempotency)
      .where(
        used
          ? and(eq(idempotency.key, used.key), sql`${idempotency.userId} in (select id from (${owner}))`)
          : sql`false`,
      ),
  ]);
  const found = owners[0];
  if (!found) throw notSignedIn();
  const principal: Principal = { ...found, via: key === undefined ? 'session' : 'key' };
  c.set('principal', principal);
  if (replies[0]) c.set('storedReply', replies[0]);
  return principal;
}

/** The account behind a request that need not have one; undefined without a key or session that is valid. */
export async function findPrincipal(c: Context<AppEnv>): Promise<Principal | undefined> {
  try {
    return await identify(c);
  } catch (error) {
    if (error instanceof ProblemError && error.type === 'not-signed-in') return undefined;
    throw error;
  }
}

function bearerKey(c: Context): string | undefined {
  const header = c.req.header('authorization');
  if (header === undefined) return undefined;
  const match = /^Bearer\s+(\S+)$/i.exec(header.trim());
  if (!match?.[1]) throw new ProblemError('not-signed-in', 'Send `Authorization: Bearer <key>`.', WWW);
  return match[1];
}

/** The session token, when the cookie's signature is ours. better-auth signs as hono does: HMAC-SHA256. */
async function sessionToken(c: Context<AppEnv>): Promise<string | undefined> {
  for (const name of [`__Secure-${SESSION_COOKIE}`, SESSION_COOKIE]) {
    const token = await getSignedCookie(c, c.env.AUTH_SECRET, name);
    if (typeof token === 'string' && token !== '') return token;
  }
  return undefined;
}

/** A cookie travels by itself, so a write that relies on it must come from our own pages. */
function requireOwnOrigin(c: Context<AppEnv>): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const own = c.env.PUBLIC_URL || new URL(c.req.url).origin;
  const ok = origin === undefined ? site === 'same-origin' || site === 'none' : origin === own;
  if (!ok) throw new ProblemError('foreign-origin', 'Programs send an API key instead of a cookie.');
}

const WWW = { headers: { 'www-authenticate': 'Bearer realm="qalam"' } };

function notSignedIn(): ProblemError {
  return new ProblemError('not-signed-in', 'The session or key is missing, unknown or no longer valid.', WWW);
}
