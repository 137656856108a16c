/**
 * How the Worker reaches libSQL. One client for each request and each queue batch: a shared one is
 * limited to 20 requests at once, and requests of one isolate may not wait on another's I/O.
 */
import { createClient } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import type { BatchItem } from 'drizzle-orm/batch';

export interface DatabaseBindings {
  LIBSQL_URL: string;
  LIBSQL_AUTH_TOKEN?: string;
  LIBSQL?: { fetch: (request: Request) => Promise<Response> };
}

/** The database could not be reached; nothing is known to have been written. */
export class DatabaseUnavailable extends Error {}

export type Database = ReturnType<typeof connect>;
export type Statement = BatchItem<'sqlite'>;

/** A drizzle database over HTTP, or over the local service binding where there is one. */
export function connect(env: DatabaseBindings) {
  const binding = env.LIBSQL;
  const client = createClient({
    url: env.LIBSQL_URL,
    ...(env.LIBSQL_AUTH_TOKEN ? { authToken: env.LIBSQL_AUTH_TOKEN } : {}),
    fetch: async (request: Request) => {
      try {
        return await (binding ? binding.fetch(request) : fetch(request));
      } catch (cause) {
        // A lost connection is a plain Error without a code: give it a name here, at its border.
        throw new DatabaseUnavailable('the database could not be reached', { cause });
      }
    },
  });
  // Without the tables: only drizzle's relational queries want them, and taking them in took a millisecond a request.
  return drizzle({ client });
}

/** Runs statements as one transaction in one round trip; all are stored or none. */
export function runBatch(db: Database, statements: Statement[]): Promise<unknown[]> {
  return db.batch(statements as [Statement, ...Statement[]]) as Promise<unknown[]>;
}
