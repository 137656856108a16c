/**
 * Accounts and sessions: better-auth on our libSQL tables, with e-mail and password.
 * It makes and ends sessions; which session a request carries is read in principal.ts, in the same
 * database request as everything else that is known of the caller.
 */
import { betterAuth } from 'better-auth/minimal';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { uuidv7 } from 'uuidv7';
import { accounts, sessions, users, verifications } from '../db/schema.ts';
import type { Database } from '../db/client.ts';

export const SESSION_COOKIE = 'qalam.session_token';

export interface AuthSettings {
  AUTH_SECRET: string;
  PUBLIC_URL?: string;
}

/** The auth service for one request; `origin` is the address under which the request came. */
export function createAuth(db: Database, env: AuthSettings, origin: string) {
  const baseURL = env.PUBLIC_URL || origin;
  return betterAuth({
    appName: 'Qalam',
    baseURL,
    basePath: '/api/auth',
    secret: env.AUTH_SECRET,
    trustedOrigins: [baseURL],
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128, autoSignIn: true },
    user: {
      additionalFields: {
        role: { type: 'string', required: false, defaultValue: 'volunteer', input: false },
      },
    },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    // The rate limit is a binding, shared by all isolates: better-auth's own counts in one isolate only.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: { cookiePrefix: 'qalam', database: { generateId: () => uuidv7() } },
    logger: { disabled: true },
  });
}
