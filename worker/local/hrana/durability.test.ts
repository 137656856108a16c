import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client/web';
import type { Client } from '@libsql/client/web';
import { expect, test } from 'vitest';
import { temporaryDatabase } from './test-server.ts';

const SERVER = fileURLToPath(new URL('./http.ts', import.meta.url));
const KILLS = 6;
const WRITERS = 4;
/** Rows of one batch: enough that a torn one would show. */
const ROWS = 5;

interface Served {
  process: ChildProcess;
  client: Client;
}

/** Serves the file in a process of its own, which can be killed. */
async function serve(path: string): Promise<Served> {
  const child = spawn(process.execPath, [SERVER, path, '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { process: child, client: createClient({ url }) };
}

/** Writes batch after batch until the server is gone; tells which were acknowledged. */
async function writeUntilGone(
  client: Client,
  batches: () => number,
  acknowledged: Set<number>,
): Promise<void> {
  for (;;) {
    const batch = batches();
    const rows = Array.from({ length: ROWS }, (_row, row) => ({
      sql: 'INSERT INTO written (batch, row) VALUES (?, ?)',
      args: [batch, row],
    }));
    try {
      await client.batch(rows, 'write');
    } catch {
      return;
    }
    acknowledged.add(batch);
  }
}

test('nothing acknowledged is lost and nothing is torn when the process is killed while writing', async () => {
  const path = temporaryDatabase();
  const acknowledged = new Set<number>();
  let batches = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const server = await serve(path);
    await server.client.execute('CREATE TABLE IF NOT EXISTS written (batch INTEGER, row INTEGER)');
    const target = acknowledged.size + 20 + kill * 7;
    const writers = Array.from({ length: WRITERS }, () =>
      writeUntilGone(
        server.client,
        () => {
          // Killed while this batch and those of the other writers are on their way.
          if (acknowledged.size >= target) server.process.kill('SIGKILL');
          return batches++;
        },
        acknowledged,
      ),
    );
    await Promise.all([...writers, once(server.process, 'exit')]);
    expect(server.process.signalCode).toBe('SIGKILL');
  }

  const server = await serve(path);
  const check = await server.client.execute('PRAGMA integrity_check');
  expect(check.rows[0]?.['integrity_check']).toBe('ok');
  const { rows } = await server.client.execute('SELECT batch, count(*) AS n FROM written GROUP BY batch');
  const stored = new Map(rows.map((row) => [Number(row['batch']), Number(row['n'])]));
  expect([...acknowledged].filter((batch) => !stored.has(batch))).toStrictEqual([]);
  expect([...stored].filter(([, count]) => count !== ROWS)).toStrictEqual([]);
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS * 20);
  server.process.kill('SIGTERM');
  const [code] = await once(server.process, 'exit');
  expect(code).toBe(0);
});
