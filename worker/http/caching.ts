/** How long an answer may be kept without asking again. */
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../env.ts';

/**
 * What is read changes with every save, so that it is kept only to be asked about by its ETag; what is
 * somebody's own is kept by nobody else. Answers that say so themselves (scans, secrets, problems) stay.
 */
export const revalidate = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.res.headers.has('cache-control')) return;
  c.res.headers.set('cache-control', c.get('principal') === undefined ? 'no-cache' : 'private, no-cache');
});
