/** `npm run reindex [-- --all]`: brings the search index up to the texts and the rules of now; may be stopped and run again. */
import { resolve } from 'node:path';
import { createClient } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { Database } from '../db/client.ts';
import { countStale, markAllStale, reindexSome } from '../search/reindex.ts';
import { createHrana } from './hrana/server.ts';

const PAGES_AT_A_TIME = 50;

/** Indexes all that waits, telling how far it is. @returns the number of pages */
export async function reindexAll(
  db: Database,
  tell: (done: number, all: number) => void = () => {},
): Promise<number> {
  const all = await countStale(db);
  let done = 0;
  for (;;) {
    const more = await reindexSome(db, PAGES_AT_A_TIME);
    if (more === 0) return done;
    done += more;
    tell(done, Math.max(all, done));
  }
}

async function main(): Promise<void> {
  const url = process.env['LIBSQL_URL'];
  const path = resolve(process.env['QALAM_DATA'] ?? '.qalam', 'qalam.db');
  const authToken = process.env['LIBSQL_AUTH_TOKEN'];
  const hrana = url ? undefined : createHrana({ path });
  const client = createClient(
    hrana
      ? { url: 'http://local/', fetch: (request: Request) => hrana.fetch(request) }
      : { url: url ?? '', ...(authToken ? { authToken } : {}) },
  );
  const db = drizzle({ client });
  try {
    if (process.argv.includes('--all')) await markAllStale(db);
    const started = Date.now();
    const done = await reindexAll(db, (pages, all) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(0);
      process.stdout.write(`\r${pages} of ${all} pages, ${seconds} s`);
    });
    console.log(done === 0 ? `${url ?? path}: nothing to do` : `\nDone: ${done} pages`);
  } finally {
    client.close();
    hrana?.dispose();
  }
}

if (import.meta.main) await main();
