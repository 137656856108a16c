/** Counts what a piece of work asks of the database: each request is one round trip. */

interface DatabaseBindings {
  LIBSQL_URL: string;
  LIBSQL?: Fetcher;
}

/**
 * Runs `work` and tells how many requests reached this test file's database meanwhile.
 * The number comes from the router (../hrana/database-router.ts), so it counts every client.
 *
 * @example
 * const { requests } = await countDatabaseRequests(env, () => app.request('/api/v1/pages/1', {}, env));
 * expect(requests).toBeLessThanOrEqual(2);
 */
export async function countDatabaseRequests<T>(
  env: DatabaseBindings,
  work: () => T | Promise<T>,
): Promise<{ requests: number; result: T }> {
  const before = await readCount(env);
  const result = await work();
  return { requests: (await readCount(env)) - before, result };
}

async function readCount(env: DatabaseBindings): Promise<number> {
  if (!env.LIBSQL) throw new Error('the binding LIBSQL exists only in tests and in the local start');
  const answer = await env.LIBSQL.fetch(new URL('/__requests', env.LIBSQL_URL));
  const { requests } = await answer.json<{ requests: number }>();
  return requests;
}
