/** What the tests of this folder share: a database in a folder of its own, and ways to reach it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client/web';
import type { Client, LibsqlError } from '@libsql/client/web';
import { createHrana } from './server.ts';
import type { Hrana, HranaOptions } from './server.ts';

let folder: string | undefined;
let databases = 0;

/** A path for a database that is thrown away when the process ends. */
export function temporaryDatabase(): string {
  folder ??= makeFolder();
  return join(folder, `${databases++}.db`);
}

function makeFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'qalam-hrana-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}

export interface TestServer {
  hrana: Hrana;
  client: Client;
  /** Posts a body as it is (text) or as JSON and reads the answer. */
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
}

export interface Answer {
  status: number;
  type: string;
  // The shape is what the tests assert.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

/** A server in this process, on a database of its own. */
export function openTestServer(options: Partial<HranaOptions> = {}): TestServer {
  const hrana = createHrana({ path: temporaryDatabase(), ...options });
  return {
    hrana,
    client: clientOf(hrana),
    async post(path, body, headers = {}) {
      const sent = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
      const request = new Request(`http://local${path}`, { method: 'POST', headers, body: sent as BodyInit });
      const response = await hrana.fetch(request);
      const type = response.headers.get('content-type') ?? '';
      const text = await response.text();
      return { status: response.status, type, body: type === 'application/json' ? JSON.parse(text) : text };
    },
  };
}

/** The real client, talking to a server in this process. */
export function clientOf(hrana: Hrana): Client {
  return createClient({
    url: 'http://local/',
    intMode: 'bigint',
    fetch: (request: Request) => hrana.fetch(request),
  });
}

/** The code and message that a rejected call gives. */
export async function failure(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  try {
    await call;
  } catch (error) {
    const { code, message } = error as LibsqlError;
    return { code, message: message.replaceAll(`${code}: `, '') };
  }
  throw new Error('the call was expected to fail and did not');
}
