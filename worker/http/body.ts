/** What bodies may be: of the type that the operation takes, and in UTF-8. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../env.ts';
import { ProblemError } from './problem.ts';

/** JSON bodies are UTF-8; a byte that is not would silently become U+FFFD, so it is refused. */
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

/** @throws ProblemError `unsupported-media-type` where there is a body of another type. */
export function requireBodyType(c: Context<AppEnv>, wanted: string): void {
  if (c.req.raw.body === null || c.req.header('content-length') === '0') return;
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const fits =
    type === wanted || (wanted === 'application/json' && /^[\w.-]+\/[\w.-]+\+json$/.test(type ?? ''));
  if (!fits) throw new ProblemError('unsupported-media-type', `Send the body as ${wanted}.`);
}
