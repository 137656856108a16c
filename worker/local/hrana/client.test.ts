import { createClient } from '@libsql/client/web';
import type { Client } from '@libsql/client/web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveHrana } from './http.ts';
import { clientOf, failure, temporaryDatabase } from './test-server.ts';
import { createHrana } from './server.ts';

interface Opened {
  client: Client;
  close: () => Promise<void>;
}

const WAYS: [string, () => Promise<Opened>][] = [
  [
    'with the client in the same process',
    async () => {
      const hrana = createHrana({ path: temporaryDatabase() });
      return { client: clientOf(hrana), close: async () => hrana.dispose() };
    },
  ],
  [
    'with the client over HTTP',
    async () => {
      const server = await serveHrana({ path: temporaryDatabase(), authToken: 'a token for this test' });
      const client = createClient({
        url: server.url,
        authToken: 'a token for this test',
        intMode: 'bigint',
      });
      return { client, close: server.close };
    },
  ],
];

describe.each(WAYS)('%s', (_, open) => {
  let client: Client;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ client, close } = await open());
    await client.batch(
      [
        'CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT UNIQUE)',
        'CREATE TABLE counters (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)',
      ],
      'write',
    );
  });
  afterAll(() => close());

  test.each([
    ['null', null],
    ['zero', 0n],
    ['the largest integer', 2n ** 63n - 1n],
    ['the smallest integer', -(2n ** 63n)],
    ['an integer beyond 2^53', 2n ** 53n + 1n],
    ['a float', 0.1],
    ['a very small float', 5e-324],
    ['Cyrillic text', 'Қазақ тілі, ѣ ѳ ѵ'],
    ['Arabic text', 'قازاق ٴتىلى'],
    ['text beyond the first plane', '𐱅𐰇𐰼𐰚 😀'],
    ['empty text', ''],
    ['quotes and ends of lines', `"'\`;--\r\n\t`],
  ])('%s comes back as it was sent', async (_name, value) => {
    const { rows } = await client.execute({ sql: 'SELECT ? AS v', args: [value] });
    expect(rows[0]?.['v']).toStrictEqual(value);
  });

  test('a blob comes back byte by byte, also an empty one', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_byte, index) => index);
    const { rows } = await client.execute({ sql: 'SELECT ? AS v, ? AS e', args: [bytes, new Uint8Array()] });
    expect(new Uint8Array(rows[0]?.['v'] as ArrayBuffer)).toStrictEqual(bytes);
    expect(rows[0]?.['e']).toStrictEqual(new ArrayBuffer());
  });

  test('types are those of SQLite: integers stay integers', async () => {
    const { rows } = await client.execute({
      sql: 'SELECT typeof(?) AS i, typeof(?) AS f, typeof(?) AS t',
      args: [1n, 1.5, 'x'],
    });
    expect({ ...rows[0] }).toMatchObject({ i: 'integer', f: 'real', t: 'text' });
  });

  test('named arguments are found with and without their prefix', async () => {
    const sql = 'SELECT :a AS a, @b AS b, $c AS c, :a AS again';
    const plain = await client.execute({ sql, args: { a: 1n, b: 2n, c: 3n } });
    expect(plain.rows[0]).toMatchObject({ a: 1n, b: 2n, c: 3n, again: 1n });
    const prefixed = await client.execute({ sql, args: { ':a': 4n, '@b': 5n, $c: 6n } });
    expect(prefixed.rows[0]).toMatchObject({ a: 4n, b: 5n, c: 6n, again: 4n });
  });

  test('numbered arguments keep their numbers', async () => {
    const { rows } = await client.execute({ sql: 'SELECT ?2 AS b, ?1 AS a, ? AS c', args: ['a', 'b', 'c'] });
    expect(rows[0]).toMatchObject({ a: 'a', b: 'b', c: 'c' });
  });

  test('a write tells how many rows it changed and the last row id', async () => {
    const inserted = await client.execute("INSERT INTO words (word) VALUES ('алма'), ('ағаш')");
    expect(inserted.rowsAffected).toBe(2);
    expect(inserted.lastInsertRowid).toBe(2n);
    const updated = await client.execute("UPDATE words SET word = word || '!'");
    expect(updated.rowsAffected).toBe(2);
    expect(updated.lastInsertRowid).toBeUndefined();
    const returned = await client.execute('DELETE FROM words WHERE id = 1 RETURNING word');
    expect(returned.rows[0]?.['word']).toBe('алма!');
    expect(returned.rowsAffected).toBe(1);
  });

  test('a batch is one transaction: when a statement fails nothing of it is stored', async () => {
    const call = client.batch(
      [
        "INSERT INTO words (word) VALUES ('first')",
        "INSERT INTO words (word) VALUES ('first')",
        "INSERT INTO words (word) VALUES ('second')",
      ],
      'write',
    );
    expect(await failure(call)).toMatchObject({ code: 'SQLITE_CONSTRAINT' });
    const { rows } = await client.execute(
      "SELECT count(*) AS n FROM words WHERE word IN ('first', 'second')",
    );
    expect(rows[0]?.['n']).toBe(0n);
  });

  test('a batch of a hundred statements answers in their order', async () => {
    const statements = Array.from({ length: 100 }, (_item, index) => ({
      sql: 'SELECT ? AS v',
      args: [index],
    }));
    const results = await client.batch(statements, 'read');
    expect(results.map(({ rows }) => Number(rows[0]?.['v']))).toStrictEqual(
      statements.map((_s, index) => index),
    );
  });

  test('a committed transaction is stored, a rolled back one is not', async () => {
    const kept = await client.transaction('write');
    await kept.execute("INSERT INTO words (word) VALUES ('kept')");
    await kept.commit();
    const dropped = await client.transaction('write');
    await dropped.execute("INSERT INTO words (word) VALUES ('dropped')");
    await dropped.rollback();
    const { rows } = await client.execute("SELECT word FROM words WHERE word IN ('kept', 'dropped')");
    expect(rows.map((row) => row['word'])).toStrictEqual(['kept']);
  });

  test('a read transaction sees one state, whatever others write meanwhile', async () => {
    const reading = await client.transaction('read');
    const count = async () => (await reading.execute('SELECT count(*) AS n FROM words')).rows[0]?.['n'];
    const before = await count();
    await client.execute("INSERT INTO words (word) VALUES ('meanwhile')");
    expect(await count()).toBe(before);
    reading.close();
  });

  test('two interactive writers at the same time both succeed', async () => {
    await client.execute('INSERT INTO counters VALUES (1, 0)');
    const add = async () => {
      const transaction = await client.transaction('write');
      const { rows } = await transaction.execute('SELECT n FROM counters WHERE id = 1');
      const next = (rows[0]?.['n'] as bigint) + 1n;
      await transaction.execute({ sql: 'UPDATE counters SET n = ? WHERE id = 1', args: [next] });
      await transaction.commit();
    };
    await Promise.all([add(), add(), add(), add()]);
    const { rows } = await client.execute('SELECT n FROM counters WHERE id = 1');
    expect(rows[0]?.['n']).toBe(4n);
  });

  test('fifty parallel requests are all answered, reads and writes', async () => {
    await client.execute('INSERT INTO counters VALUES (2, 0)');
    const results = await Promise.all(
      Array.from({ length: 50 }, (_item, index) =>
        index % 2 === 0
          ? client.execute('UPDATE counters SET n = n + 1 WHERE id = 2')
          : client.execute({ sql: 'SELECT ? AS v', args: [index] }),
      ),
    );
    expect(results).toHaveLength(50);
    const { rows } = await client.execute('SELECT n FROM counters WHERE id = 2');
    expect(rows[0]?.['n']).toBe(25n);
  });

  test('a script of several statements runs to its first error', async () => {
    const script = `
      CREATE TABLE log (word TEXT);
      CREATE TRIGGER words_logged AFTER INSERT ON words BEGIN
        INSERT INTO log VALUES (new.word);
        INSERT INTO log VALUES (CASE WHEN new.word = ';' THEN 'semicolon' ELSE 'else' END);
      END;
      INSERT INTO words (word) VALUES (';'); -- a comment; with a semicolon
      INSERT INTO nowhere VALUES (1);
      INSERT INTO words (word) VALUES ('never reached');`;
    expect(await failure(client.executeMultiple(script))).toStrictEqual({
      code: 'SQLITE_UNKNOWN',
      message: 'SQLite error: no such table: nowhere',
    });
    const { rows } = await client.execute('SELECT word FROM log');
    expect(rows.map((row) => row['word'])).toStrictEqual([';', 'semicolon']);
  });

  test('a statement used before finds what another connection changed in the schema', async () => {
    await client.batch(['CREATE TABLE shape (a INTEGER)', 'INSERT INTO shape VALUES (1)'], 'write');
    const other = await client.transaction('deferred');
    const before = await other.execute('SELECT * FROM shape');
    expect(before.columns).toStrictEqual(['a']);
    await other.executeMultiple('COMMIT');
    await client.execute("ALTER TABLE shape ADD COLUMN b TEXT DEFAULT 'new'");
    const { columns, rows } = await other.execute('SELECT * FROM shape');
    expect(columns).toStrictEqual(['a', 'b']);
    expect(rows[0]).toMatchObject({ a: 1n, b: 'new' });
    other.close();
  });

  test('a schema that another connection changed is read anew before an error is believed', async () => {
    await client.batch(['CREATE TABLE places (name TEXT)', 'CREATE INDEX by_name ON places (name)'], 'write');
    const other = await client.transaction('deferred');
    await other.execute('SELECT * FROM places');
    await other.executeMultiple('COMMIT');
    await client.execute('DROP INDEX by_name');
    await other.execute('CREATE INDEX by_name ON places (name)');
    other.close();
    const { rows } = await client.execute("SELECT 1 FROM sqlite_schema WHERE name = 'by_name'");
    expect(rows).toHaveLength(1);
  });
});

test('over HTTP a client with a wrong token, or none, is refused', async () => {
  const server = await serveHrana({ path: temporaryDatabase(), authToken: 'right' });
  for (const authToken of ['wrong', 'righ', 'rightt', undefined]) {
    const client = createClient({ url: server.url, ...(authToken === undefined ? {} : { authToken }) });
    expect(await failure(client.execute('SELECT 1'))).toStrictEqual({
      code: 'AUTH_FAILED',
      message: 'Unauthorized',
    });
  }
  await server.close();
});
