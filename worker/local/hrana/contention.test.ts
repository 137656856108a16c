import { expect, test } from 'vitest';
import { failure, openTestServer } from './test-server.ts';
import type { TestServer } from './test-server.ts';

async function openCounters(options: Parameters<typeof openTestServer>[0] = {}): Promise<TestServer> {
  const server = openTestServer(options);
  await server.client.batch(
    [
      'CREATE TABLE counters (id INTEGER PRIMARY KEY, n INTEGER)',
      'INSERT INTO counters VALUES (1, 0), (2, 0)',
    ],
    'write',
  );
  return server;
}

const ADD = 'UPDATE counters SET n = n + 1 WHERE id = 1';

async function readCounter({ client }: TestServer): Promise<unknown> {
  return (await client.execute('SELECT n FROM counters WHERE id = 1')).rows[0]?.['n'];
}

test('a deferred transaction whose first write meets a lock waits, writes and commits', async () => {
  const server = await openCounters();
  const holder = await server.client.transaction('write');
  await holder.execute(ADD);
  const deferred = await server.client.transaction('deferred');
  const waiting = deferred.execute(ADD);
  // Asked later and answered first: by then the write has met the lock.
  await server.client.execute('SELECT 1');
  await holder.commit();
  await waiting;
  await deferred.commit();
  expect(await readCounter(server)).toBe(2n);
  expect(server.hrana.stats()).toMatchObject({ lent: 0, putAside: 0 });
});

test('a statement that waited in vain costs its connection, and the server goes on with another', async () => {
  const server = await openCounters({ busyTimeoutMs: 40 });
  const holder = await server.client.transaction('write');
  await holder.execute(ADD);
  const deferred = await server.client.transaction('deferred');
  expect(await failure(deferred.execute(ADD))).toMatchObject({ code: 'SQLITE_BUSY' });
  await deferred.rollback();
  await holder.commit();
  expect(server.hrana.stats()).toMatchObject({ lent: 0, putAside: 1 });
  await server.client.execute(ADD);
  expect(await readCounter(server)).toBe(2n);
});

test('of many writers of every kind at the same time none is lost and none is counted twice', async () => {
  const server = await openCounters({ busyTimeoutMs: 20_000, transactionTtlMs: 20_000 });
  const { client } = server;
  let refused = 0;
  const alone = () => client.execute(ADD);
  const batch = () => client.batch([ADD, 'UPDATE counters SET n = n + 1 WHERE id = 2'], 'write');
  const rolledBack = async () => {
    const transaction = await client.transaction('write');
    await transaction.execute(ADD);
    await transaction.rollback();
  };
  const upgraded = async () => {
    const transaction = await client.transaction('deferred');
    try {
      await transaction.execute('SELECT n FROM counters');
      await transaction.execute(ADD);
      await transaction.commit();
    } catch (error) {
      // Someone wrote after this one had read: it must begin again, and says so.
      expect(error).toMatchObject({ code: 'SQLITE_BUSY' });
      await transaction.rollback();
      refused++;
    }
  };
  const reading = () => client.batch(['SELECT * FROM counters', 'SELECT count(*) FROM counters'], 'read');
  const kinds = [alone, batch, rolledBack, upgraded, reading];
  await Promise.all(Array.from({ length: 40 }).flatMap(() => kinds.map((write) => write())));
  expect(await readCounter(server)).toBe(BigInt(120 - refused));
  const second = await client.execute('SELECT n FROM counters WHERE id = 2');
  expect(second.rows[0]?.['n']).toBe(40n);
  expect(server.hrana.stats()).toMatchObject({ lent: 0, streams: 0 });
});
