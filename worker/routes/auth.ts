import { Hono } from 'hono';
import { uuidv7 } from 'uuidv7';
import { createAuth } from '../auth/better-auth.ts';
import { actions } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { limitSignIn } from '../http/limits.ts';
import { PROBLEMS, ProblemError, type ProblemType } from '../http/problem.ts';

const LOGGED: Record<string, string> = {
  '/api/auth/sign-up/email': 'account:create',
  '/api/auth/sign-in/email': 'session:create',
};

/** `/api/auth/*`: sign up, in and out, and the session, answered by better-auth. */
export const authRoutes = new Hono<AppEnv>()
  .use('/sign-in/*', limitSignIn)
  .use('/sign-up/*', limitSignIn)
  .on(['GET', 'POST'], '/*', async (c) => {
    const auth = createAuth(c.var.db, c.env, new URL(c.req.url).origin);
    const response = await auth.handler(c.req.raw);
    if (response.status >= 400) throw await asProblem(response);
    const action = LOGGED[new URL(c.req.url).pathname];
    if (action && response.ok) {
      const answer: { user?: { id?: string } } = await response.clone().json();
      const id = answer.user?.id;
      if (id)
        await c.var.db
          .insert(actions)
          .values({ id: uuidv7(), action, actorId: id, subject: `users/${id}`, at: Date.now() });
    }
    return response;
  });

/** better-auth answers `{code, message}`; here errors are problem documents everywhere. */
async function asProblem(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  const { code, message } = (body ?? {}) as { code?: unknown; message?: unknown };
  const detail = typeof message === 'string' ? message : undefined;
  return new ProblemError(problemTypeOf(code, response.status), detail, {
    extra: typeof code === 'string' ? { code } : {},
  });
}

const BY_STATUS: Record<number, ProblemType> = {
  401: 'not-signed-in',
  403: 'foreign-origin',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

function problemTypeOf(code: unknown, status: number): ProblemType {
  const name = typeof code === 'string' ? code.toLowerCase().replaceAll('_', '-') : '';
  if (name.startsWith('user-already-exists')) return 'user-already-exists';
  if (name in PROBLEMS) return name as ProblemType;
  return BY_STATUS[status] ?? (status >= 500 ? 'internal' : 'invalid-request');
}
