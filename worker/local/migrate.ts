import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client/web';
import type { Client, Config } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { createHrana } from './hrana/server.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** What a run of the migrations did. */
export interface MigrationReport {
  /** Migrations that the database has now. */
  total: number;
  /** Those of them that this run applied. */
  applied: number;
}

/** Applies what a local database file lacks of migrations/, making the file when needed. */
export async function migrateFile(path: string): Promise<MigrationReport> {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  const hrana = createHrana({ path });
  try {
    return await migrateDatabase({ url: 'http://local/', fetch: (request: Request) => hrana.fetch(request) });
  } finally {
    hrana.dispose();
  }
}

/** Applies what a database reached over Hrana (Turso, sqld, or the local server) lacks. */
export async function migrateDatabase(config: Config): Promise<MigrationReport> {
  const client = createClient(config);
  try {
    const before = await countApplied(client);
    await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS });
    const total = await countApplied(client);
    return { total, applied: total - before };
  } finally {
    client.close();
  }
}

async function countApplied(client: Client): Promise<number> {
  const table = await client.execute("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'");
  if (table.rows.length === 0) return 0;
  const { rows } = await client.execute('SELECT count(*) AS n FROM __drizzle_migrations');
  return Number(rows[0]?.['n']);
}

async function main(): Promise<void> {
  const url = process.env['LIBSQL_URL'];
  const path = process.argv[2] ?? resolve(process.env['QALAM_DATA'] ?? '.qalam', 'qalam.db');
  const authToken = process.env['LIBSQL_AUTH_TOKEN'];
  const { total, applied } = url ? await migrateDatabase({ url, authToken }) : await migrateFile(path);
  const did = applied === 0 ? 'nothing to do' : `applied ${applied}`;
  console.log(`${url ?? path}: ${did}, ${total} migrations in all`);
}

if (import.meta.main) await main();
