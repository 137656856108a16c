/** Sizes that the API takes, and the rate limits on the doors that cost most. */
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../env.ts';
import { ProblemError } from './problem.ts';

/** JSON bodies: a page of 3,000 lines of some 300 characters fits. */
export const MAX_JSON_BYTES = 4 * 1024 * 1024;

export const limitBody = bodyLimit({
  maxSize: MAX_JSON_BYTES,
  onError: () => {
    throw new ProblemError(
      'body-too-large',
      `A JSON body may have up to ${MAX_JSON_BYTES / 1024 / 1024} MiB.`,
    );
  },
});

/** Refuses more than the binding allows for one address. */
export const limitSignIn = createMiddleware<AppEnv>(async (c, next) => {
  await spend(c.env.SIGN_IN_LIMIT, c.req.header('cf-connecting-ip') ?? 'local');
  await next();
});

/** Spends one from a rate limit. @throws ProblemError `too-many-requests`. */
export async function spend(limit: RateLimit, key: string): Promise<void> {
  const { success } = await limit.limit({ key });
  if (!success) {
    throw new ProblemError('too-many-requests', 'Wait a minute, then try again.', {
      headers: { 'retry-after': '60' },
    });
  }
}
