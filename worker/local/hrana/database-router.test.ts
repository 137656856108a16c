import { createClient } from '@libsql/client/web';
import { expect, test } from 'vitest';
import { createDatabaseRouter } from './database-router.ts';
import type { DatabaseRouter } from './database-router.ts';
import { createHrana } from './server.ts';
import { clientOf } from './test-server.ts';

async function makeTemplate(path: string): Promise<void> {
  const hrana = createHrana({ path });
  await clientOf(hrana).batch(
    ['CREATE TABLE notes (word TEXT)', "INSERT INTO notes VALUES ('template')"],
    'write',
  );
  hrana.dispose();
}

function connect(router: DatabaseRouter, name: string) {
  return createClient({
    url: `http://${name}.libsql/`,
    fetch: async (request: Request) => {
      const { body, ...init } = await router.answer(request);
      return new Response(body, init);
    },
  });
}

async function words(router: DatabaseRouter, name: string): Promise<unknown[]> {
  const { rows } = await connect(router, name).execute('SELECT word FROM notes ORDER BY rowid');
  return rows.map((row) => row['word']);
}

test('each name has a database of its own, a copy of the template', async () => {
  const router = createDatabaseRouter({ makeTemplate });
  await Promise.all([
    connect(router, 'first').execute("INSERT INTO notes VALUES ('one')"),
    connect(router, 'first').execute("INSERT INTO notes VALUES ('two')"),
    connect(router, 'second').execute("INSERT INTO notes VALUES ('three')"),
  ]);
  expect(new Set(await words(router, 'first'))).toStrictEqual(new Set(['template', 'one', 'two']));
  expect(await words(router, 'second')).toStrictEqual(['template', 'three']);
  expect(await words(router, 'third')).toStrictEqual(['template']);
});

test('requests are counted for each database, and asking for the count does not count', async () => {
  const router = createDatabaseRouter({ makeTemplate });
  const count = async (name: string) => {
    const { body } = await router.answer(new Request(`http://${name}.libsql/__requests`));
    return JSON.parse(body).requests as number;
  };
  expect(await count('counted')).toBe(0);
  await connect(router, 'counted').execute('SELECT 1');
  await connect(router, 'counted').batch(['SELECT 1', 'SELECT 2'], 'read');
  expect(await count('counted')).toBe(2);
  expect(await count('other')).toBe(0);
});

test('a name that would lead out of the folder makes no database', async () => {
  const router = createDatabaseRouter({ makeTemplate });
  await expect(connect(router, '%5ftemplate').execute('SELECT 1')).rejects.toThrow(
    'not a name for a database',
  );
});
