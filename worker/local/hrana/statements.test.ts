import { beforeAll, describe, expect, test } from 'vitest';
import { failure, openTestServer } from './test-server.ts';

const { client } = openTestServer();

beforeAll(async () => {
  await client.executeMultiple(`
    CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT UNIQUE NOT NULL, year INTEGER CHECK (year > 1800));
    CREATE TABLE pages (id INTEGER PRIMARY KEY, book INTEGER NOT NULL REFERENCES books (id));
    CREATE TRIGGER no_forbidden BEFORE INSERT ON books WHEN new.title = 'forbidden'
    BEGIN SELECT RAISE(ABORT, 'this title is forbidden'); END;
    CREATE VIEW guards AS SELECT 1 AS ok WHERE 0;
    CREATE TRIGGER guards_hold INSTEAD OF INSERT ON guards WHEN new.ok IS NOT 1
    BEGIN SELECT RAISE(ABORT, 'guard failed'); END;
    INSERT INTO books VALUES (1, 'Айқап', 1911);
  `);
});

describe('an error carries the code and message that sqld gives', () => {
  test.each([
    [
      'a text that is not SQL',
      'SELEKT 1',
      'SQL_PARSE_ERROR',
      'SQL string could not be parsed: unsupported statement: SELEKT 1',
    ],
    [
      'a wrong token',
      'SELECT 1 FROM WHERE',
      'SQL_PARSE_ERROR',
      'SQL string could not be parsed: near "WHERE": syntax error',
    ],
    [
      'an unfinished text',
      'SELECT (1',
      'SQL_PARSE_ERROR',
      'SQL string could not be parsed: incomplete input',
    ],
    ['no such table', 'SELECT * FROM nowhere', 'SQLITE_UNKNOWN', 'SQLite error: no such table: nowhere'],
    [
      'no such column',
      'SELECT colour FROM books',
      'SQL_INPUT_ERROR',
      'SQL input error: no such column: colour (at offset 0)',
    ],
    [
      'a violated UNIQUE',
      "INSERT INTO books (title) VALUES ('Айқап')",
      'SQLITE_CONSTRAINT',
      'SQLite error: UNIQUE constraint failed: books.title',
    ],
    [
      'a violated NOT NULL',
      'INSERT INTO books (title) VALUES (NULL)',
      'SQLITE_CONSTRAINT',
      'SQLite error: NOT NULL constraint failed: books.title',
    ],
    [
      'a violated CHECK',
      "INSERT INTO books (title, year) VALUES ('Серке', 7)",
      'SQLITE_CONSTRAINT',
      'SQLite error: CHECK constraint failed: year > 1800',
    ],
    [
      'a violated foreign key',
      'INSERT INTO pages (book) VALUES (99)',
      'SQLITE_CONSTRAINT',
      'SQLite error: FOREIGN KEY constraint failed',
    ],
    [
      'RAISE(ABORT) of a trigger',
      "INSERT INTO books (title) VALUES ('forbidden')",
      'SQLITE_CONSTRAINT',
      'SQLite error: this title is forbidden',
    ],
    [
      'a wrong type',
      "INSERT INTO books (id, title) VALUES ('one', 'x')",
      'SQLITE_MISMATCH',
      'SQLite error: datatype mismatch',
    ],
    [
      'no statement',
      ' -- only a comment\n ; ',
      'SQL_NO_STATEMENT',
      'SQL string does not contain any statement',
    ],
    [
      'two statements',
      'SELECT 1; SELECT 2',
      'SQL_MANY_STATEMENTS',
      'SQL string contains more than one statement',
    ],
    [
      'a text with U+0000',
      'SELECT 1 \0',
      'SQL_PARSE_ERROR',
      'SQL string could not be parsed: it contains U+0000',
    ],
  ])('%s', async (_name, sql, code, message) => {
    expect(await failure(client.execute(sql))).toStrictEqual({ code, message });
  });

  test('a value that JSON cannot carry', async () => {
    expect(await failure(client.execute('SELECT 9e999'))).toMatchObject({ code: 'INTERNAL_ERROR' });
  });

  test('an answer of more than ten megabytes', async () => {
    const sql = 'SELECT hex(zeroblob(3000000)) FROM (VALUES (1), (2), (3))';
    expect(await failure(client.execute(sql))).toStrictEqual({
      code: 'RESPONSE_TOO_LARGE',
      message: 'Response is too large',
    });
  });
});

describe('arguments must fit the parameters', () => {
  test.each([
    ['too few', 'SELECT ?, ?', [1], 'value for parameter 2 not found'],
    ['too many', 'SELECT ?', [1, 2], 'too many parameters, expected 1 found 2'],
    ['a name missing', 'SELECT :a, :b', { a: 1 }, 'value for parameter :b not found'],
    ['a name unknown', 'SELECT :a', { b: 1 }, 'value for parameter :a not found'],
    ['a text with U+0000', 'SELECT ?', ['a\0b'], 'text for parameter 1 contains U+0000'],
    ['an argument for BEGIN', 'BEGIN', [1], 'too many parameters, expected 0 found 1'],
  ])('%s', async (_name, sql, args, message) => {
    expect(await failure(client.execute({ sql, args }))).toStrictEqual({
      code: 'ARGS_INVALID',
      message: `Arguments do not match SQL parameters: ${message}`,
    });
  });

  test('a parameter in a comment or in quotes is none', async () => {
    const sql = `SELECT ':a' AS "b?", /* ? */ 1 AS [c:d] -- :e`;
    const { columns } = await client.execute(sql);
    expect(columns).toStrictEqual(['b?', '1', 'c:d'].filter((name) => name !== '1'));
  });
});

function readJson(json: string) {
  return client.execute({ sql: 'SELECT value FROM json_each(?)', args: [json] });
}

describe('what would be cut short or end the process when JSON is unescaped is refused', () => {
  test.each([
    '["a\\u0000"]',
    '["\\ud800"]',
    '["\\uDBFFx"]',
    '["\\udc00"]',
    '["\\ud83d\\ud83d\\ude00"]',
    '["\\\\\\ud800"]',
    '["\\ude00\\ud83d"]',
  ])('%s', async (json) => {
    expect(await failure(readJson(json))).toStrictEqual({
      code: 'ARGS_INVALID',
      message:
        'Arguments do not match SQL parameters: JSON for parameter 1 escapes U+0000 or half of a surrogate pair',
    });
  });

  test('while whole pairs and escaped backslashes pass', async () => {
    const texts = ['\u{1f600}', String.raw`\ud800`, String.raw`\\udc00`, 'ә\n"'];
    const escaped = JSON.stringify(texts).replace('\u{1f600}', String.raw`\ud83d\uDE00`);
    const { rows } = await readJson(escaped);
    expect(rows.map((row) => row['value'])).toStrictEqual(texts);
  });
});

describe('what sqld refuses is refused', () => {
  test.each([
    'VACUUM',
    "VACUUM INTO 'elsewhere.db'",
    "ATTACH 'other.db' AS other",
    'DETACH other',
    'CREATE TEMP TABLE t (a)',
    'CREATE TEMPORARY VIEW v AS SELECT 1',
    'CREATE TABLE temp.t (a)',
    'CREATE TABLE IF NOT EXISTS "temp" . t (a)',
    'ANALYZE',
    'REINDEX',
    'PRAGMA journal_mode = DELETE',
    'PRAGMA synchronous(OFF)',
    'PRAGMA main.cache_size = 5',
    'PRAGMA wal_checkpoint',
    'PRAGMA optimize',
    'PRAGMA case_sensitive_like = ON',
    '/* hidden */ VACUUM',
    'EXPLAIN PRAGMA journal_mode = DELETE',
  ])('%s', async (sql) => {
    const { code, message } = await failure(client.execute(sql));
    expect(code).toBe('SQL_PARSE_ERROR');
    expect(message).toContain('unsupported statement');
  });

  test('also inside a script, of which then nothing runs', async () => {
    const script = 'CREATE TABLE not_made (a); VACUUM;';
    expect(await failure(client.executeMultiple(script))).toMatchObject({ code: 'SQL_PARSE_ERROR' });
    expect(await failure(client.execute('SELECT * FROM not_made'))).toMatchObject({ code: 'SQLITE_UNKNOWN' });
  });

  test('but questions are answered', async () => {
    const mode = await client.execute('PRAGMA journal_mode');
    expect(mode.rows[0]?.['journal_mode']).toBe('wal');
    const columns = await client.execute('PRAGMA table_info(books)');
    expect(columns.rows.map((row) => row['name'])).toStrictEqual(['id', 'title', 'year']);
    const check = await client.execute('PRAGMA integrity_check');
    expect(check.rows[0]?.['integrity_check']).toBe('ok');
    const plan = await client.execute('EXPLAIN QUERY PLAN INSERT INTO books (title) SELECT title FROM books');
    expect(plan.rows.length).toBeGreaterThan(0);
  });

  test('and a setting that one client changed does not reach the next one', async () => {
    await client.execute('PRAGMA foreign_keys = OFF');
    const { rows } = await client.execute('PRAGMA foreign_keys');
    expect(rows[0]?.['foreign_keys']).toBe(1n);
  });
});

describe('what the schema of Qalam relies on', () => {
  test('a failed guard ends a batch before anything is written', async () => {
    const write = (year: number) =>
      client.batch(
        [
          `INSERT INTO guards (ok) SELECT count(*) FROM books WHERE id = 1 AND year = ${year}`,
          'UPDATE books SET year = year + 1 WHERE id = 1',
        ],
        'write',
      );
    await write(1911);
    expect(await failure(write(1911))).toStrictEqual({
      code: 'SQLITE_CONSTRAINT',
      message: 'SQLite error: guard failed',
    });
    const { rows } = await client.execute('SELECT year FROM books WHERE id = 1');
    expect(rows[0]?.['year']).toBe(1912n);
  });

  test('full-text search with contentless deletion finds words of every script', async () => {
    await client.execute(
      `CREATE VIRTUAL TABLE found USING fts5(word, content='', contentless_delete=1,
         tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`,
    );
    const texts = ['Алаш партиясы', 'الاش پارتياسى', 'Съѣздъ Алашъ'];
    for (const [index, text] of texts.entries()) {
      await client.execute({ sql: 'INSERT INTO found (rowid, word) VALUES (?, ?)', args: [index + 1, text] });
    }
    const search = async (query: string) => {
      const sql = 'SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid';
      return (await client.execute({ sql, args: [query] })).rows.map((row) => Number(row['rowid']));
    };
    expect(await search('алаш')).toStrictEqual([1]);
    expect(await search('алаш*')).toStrictEqual([1, 3]);
    expect(await search('الاش')).toStrictEqual([2]);
    await client.execute('DELETE FROM found WHERE rowid = 1');
    expect(await search('алаш*')).toStrictEqual([3]);
  });
});
