import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { serveHrana } from './hrana/http.ts';
import { createHrana } from './hrana/server.ts';
import { clientOf, failure, temporaryDatabase } from './hrana/test-server.ts';
import { migrateDatabase, migrateFile } from './migrate.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const journal = JSON.parse(readFileSync(`${ROOT}migrations/meta/_journal.json`, 'utf8')) as {
  entries: object[];
};
const TOTAL = journal.entries.length;

/** The schema of a file as one text. */
async function readSchema(path: string): Promise<string> {
  const client = clientOf(createHrana({ path }));
  const { rows } = await client.execute('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name');
  return rows.map((row) => row['sql'] as string).join('\n');
}

test('a new file gets every migration, and a second run changes nothing', async () => {
  const path = temporaryDatabase();
  expect(await migrateFile(path)).toStrictEqual({ total: TOTAL, applied: TOTAL });
  const schema = await readSchema(path);
  expect(await migrateFile(path)).toStrictEqual({ total: TOTAL, applied: 0 });
  expect(await readSchema(path)).toBe(schema);
});

test('a migrated file is one file: nothing is left in the write-ahead log', async () => {
  const path = temporaryDatabase();
  await migrateFile(path);
  const log = `${path}-wal`;
  expect(existsSync(log) ? readFileSync(log).length : 0).toBe(0);
});

test('over HTTP the same migrations make the same schema', async () => {
  const path = temporaryDatabase();
  const server = await serveHrana({ path, authToken: 'a token for this test' });
  const config = { url: server.url, authToken: 'a token for this test' };
  expect(await migrateDatabase(config)).toStrictEqual({ total: TOTAL, applied: TOTAL });
  expect(await migrateDatabase(config)).toStrictEqual({ total: TOTAL, applied: 0 });
  await server.close();
  const local = temporaryDatabase();
  await migrateFile(local);
  expect(await readSchema(path)).toBe(await readSchema(local));
});

test('foreign keys hold in the migrated database, and every one of them has its table', async () => {
  const path = temporaryDatabase();
  await migrateFile(path);
  const client = clientOf(createHrana({ path }));
  expect((await client.execute('PRAGMA foreign_keys')).rows[0]?.['foreign_keys']).toBe(1n);
  const missing = await client.execute(`
    SELECT m.name, f."table" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
    WHERE m.type = 'table' AND f."table" NOT IN (SELECT name FROM sqlite_schema WHERE type = 'table')`);
  expect(missing.rows).toStrictEqual([]);
});

test('the guard of the schema makes a batch fail as a whole', async () => {
  const path = temporaryDatabase();
  await migrateFile(path);
  const client = clientOf(createHrana({ path }));
  const guarded = (condition: string) =>
    client.batch([`INSERT INTO guards (ok) SELECT ${condition}`, 'CREATE TABLE after_guard (a)'], 'write');
  expect(await failure(guarded('0'))).toStrictEqual({
    code: 'SQLITE_CONSTRAINT',
    message: 'SQLite error: guard failed',
  });
  await guarded('1');
  expect(await failure(guarded('1'))).toMatchObject({ code: 'SQLITE_UNKNOWN' });
});

test('the command says what it did', () => {
  const path = temporaryDatabase();
  const env = { PATH: process.env['PATH'] };
  const run = () =>
    spawnSync(process.execPath, [`${ROOT}worker/local/migrate.ts`, path], { encoding: 'utf8', env });
  expect(run().stdout).toBe(`${path}: applied ${TOTAL}, ${TOTAL} migrations in all\n`);
  expect(run().stdout).toBe(`${path}: nothing to do, ${TOTAL} migrations in all\n`);
});
