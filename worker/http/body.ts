/** JSON bodies are UTF-8; a byte that is not would silently become U+FFFD, so it is refused. */
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../env.ts';
import { ProblemError } from './problem.ts';

export const requireUtf8 = createMiddleware<AppEnv>(async (c, next) => {
  const type = c.req.header('content-type') ?? '';
  if (!/[/+]json\b/i.test(type)) return next();
  const bytes = await c.req.arrayBuffer();
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new ProblemError('malformed-body', 'The body is not valid UTF-8. Send JSON as UTF-8.');
  }
  return next();
});
