import { env } from 'cloudflare:workers';
import { createClient } from '@libsql/client/web';
import { describe, expect, test } from 'vitest';
import type { Env } from '../../env.ts';
import { countDatabaseRequests } from './database-requests.ts';

const bindings = env as unknown as Env;

function connect() {
  return createClient({
    url: bindings.LIBSQL_URL,
    fetch: (request: Request) => bindings.LIBSQL!.fetch(request),
  });
}

describe('the database of a test file', () => {
  test('has a name of its own and the migrations applied', async () => {
    expect(bindings.LIBSQL_URL).toMatch(/^http:\/\/t-[0-9a-f-]{36}\.libsql\/$/);
    const { rows } = await connect().execute('SELECT count(*) AS n FROM __drizzle_migrations');
    expect(Number(rows[0]?.['n'])).toBeGreaterThan(0);
  });

  test('keeps what one test wrote for the next one of the file', async () => {
    await connect().execute('CREATE TABLE kept (word TEXT)');
    await connect().execute({ sql: 'INSERT INTO kept VALUES (?)', args: ['қалам قەلەم'] });
    const { rows } = await connect().execute('SELECT word FROM kept');
    expect(rows[0]?.['word']).toBe('қалам قەلەم');
  });

  test('counts its requests: one for a batch, one for each statement alone', async () => {
    const alone = await countDatabaseRequests(bindings, async () => {
      await connect().execute('SELECT 1');
      await connect().execute('SELECT 2');
    });
    expect(alone.requests).toBe(2);
    const batch = await countDatabaseRequests(bindings, () => connect().batch(['SELECT 1', 'SELECT 2']));
    expect(batch.requests).toBe(1);
    expect(batch.result).toHaveLength(2);
  });
});
