import { Hono } from 'hono';
import { uuidv7 } from 'uuidv7';
import { createAuth } from '../auth/better-auth.ts';
import { actions } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { limitSignIn } from '../http/limits.ts';

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
