import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createHrana, readRequest } from './server.ts';
import type { Hrana, HranaAnswer, HranaOptions, RequestLike } from './server.ts';

export interface DatabaseRouterOptions extends Omit<HranaOptions, 'path'> {
  /** Makes a database that every new one is a copy of. Called once, at the first request. */
  makeTemplate: (path: string) => Promise<unknown>;
}

export interface DatabaseRouter {
  /**
   * Answers `http://<name>.libsql/…` from the database `<name>`, made on first use. Each request
   * to the database is counted; `GET http://<name>.libsql/__requests` answers `{"requests": n}`
   * without counting itself, so that a test can tell how many requests a route makes.
   */
  answer(request: RequestLike): Promise<HranaAnswer>;
}

interface Entry {
  hrana: Hrana;
  requests: number;
}

/** Databases by host name, each a copy of a template: what gives every test file a fresh one. */
export function createDatabaseRouter({ makeTemplate, ...options }: DatabaseRouterOptions): DatabaseRouter {
  const entries = new Map<string, Promise<Entry>>();
  let template: Promise<string> | undefined;

  async function prepareTemplate(): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'qalam-test-databases-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, '_template.db');
    await makeTemplate(path);
    return path;
  }

  async function open(name: string): Promise<Entry> {
    if (!/^[a-z0-9-]{1,64}$/.test(name)) throw new Error(`not a name for a database: ${name}`);
    template ??= prepareTemplate();
    const source = await template;
    const path = join(dirname(source), `${name}.db`);
    copyFileSync(source, path);
    // Tests need no durability: what a crash of the run would lose is thrown away anyway.
    const pragmas = ['journal_mode = WAL', 'synchronous = OFF'];
    return { hrana: createHrana({ path, pragmas, maxConnections: 16, ...options }), requests: 0 };
  }

  async function find(name: string): Promise<Entry> {
    let entry = entries.get(name);
    if (!entry) {
      entry = open(name);
      entries.set(name, entry);
    }
    return entry;
  }

  return {
    async answer(request) {
      const entry = await find(new URL(request.url).hostname.split('.', 1)[0] ?? '');
      const read = readRequest(request);
      if (read.path === '/__requests') {
        const headers = { 'content-type': 'application/json' };
        return { status: 200, headers, body: JSON.stringify({ requests: entry.requests }) };
      }
      entry.requests++;
      return entry.hrana.answer(read);
    },
  };
}
