import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failure, openTestServer } from './test-server.ts';

const execute = (sql: string, more: object = {}) => ({ type: 'execute', stmt: { sql, ...more } });
const close = { type: 'close' };
const describeSql = (sql: string) => ({ type: 'describe', sql });
const ok = (step: number) => ({ type: 'ok', step });
const error = (step: number) => ({ type: 'error', step });

describe.each(['/v2/pipeline', '/v3/pipeline'])('POST %s', (path) => {
  test('answers each request of a pipeline in its place, also after one that fails', async () => {
    const { post, hrana } = openTestServer();
    const requests = [
      execute('SELECT 1 AS one'),
      execute('SELECT * FROM nowhere'),
      execute('SELECT 2'),
      close,
    ];
    const { status, body } = await post(path, { requests });
    expect(status).toBe(200);
    expect(body.baton).toBeNull();
    expect(body.results).toHaveLength(4);
    expect(body.results[0]).toStrictEqual({
      type: 'ok',
      response: {
        type: 'execute',
        result: {
          cols: [{ name: 'one', decltype: null }],
          rows: [[{ type: 'integer', value: '1' }]],
          affected_row_count: 0,
          last_insert_rowid: null,
        },
      },
    });
    expect(body.results[1]).toStrictEqual({
      type: 'error',
      error: { message: 'SQLite error: no such table: nowhere', code: 'SQLITE_UNKNOWN' },
    });
    expect(body.results[3]).toStrictEqual({ type: 'ok', response: { type: 'close' } });
    expect(hrana.stats()).toMatchObject({ lent: 0, streams: 0 });
  });

  test('runs the steps of a batch whose conditions hold', async () => {
    const { post } = openTestServer();
    const conditions = [
      null,
      null, // fails
      ok(0),
      ok(1),
      error(1),
      { type: 'not', cond: ok(0) },
      { type: 'and', conds: [ok(0), error(1)] },
      { type: 'or', conds: [ok(1), ok(3)] },
      { type: 'and', conds: [] },
      { type: 'or', conds: [] },
      ok(3), // of a step that was left out
      { type: 'is_autocommit' },
    ];
    const steps = conditions.map((condition, index) => ({
      condition,
      stmt: { sql: index === 1 ? 'SELECT * FROM nowhere' : 'SELECT 1' },
    }));
    const { body } = await post(path, { requests: [{ type: 'batch', batch: { steps } }, close] });
    const { step_results: results, step_errors: errors } = body.results[0].response.result;
    expect(results.map((result: unknown) => result !== null)).toStrictEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(errors.flatMap((each: unknown, index: number) => (each ? [index] : []))).toStrictEqual([1]);
  });

  test('runs nothing of a batch that holds an unsupported statement or looks at a later step', async () => {
    const { post, client } = openTestServer();
    const first = { stmt: { sql: 'CREATE TABLE made (a)' } };
    const wrong = [
      { stmt: { sql: 'VACUUM' } },
      { stmt: { sql: 'SELECT 1' }, condition: { type: 'ok', step: 1 } },
    ];
    for (const second of wrong) {
      const { body } = await post(path, {
        requests: [{ type: 'batch', batch: { steps: [first, second] } }, close],
      });
      expect(body.results[0].type).toBe('error');
    }
    expect(await failure(client.execute('SELECT * FROM made'))).toMatchObject({ code: 'SQLITE_UNKNOWN' });
  });

  test('keeps SQL texts for the stream that stored them', async () => {
    const { post } = openTestServer();
    const store = { type: 'store_sql', sql_id: 7, sql: 'SELECT 7 AS v' };
    const use = { type: 'execute', stmt: { sql_id: 7 } };
    const { body } = await post(path, {
      requests: [store, use, store, { type: 'close_sql', sql_id: 7 }, use, close],
    });
    const [, used, again, , gone] = body.results;
    expect(used.response.result.rows).toStrictEqual([[{ type: 'integer', value: '7' }]]);
    expect(again.error.code).toBe('SQL_EXISTS');
    expect(gone.error.code).toBe('SQL_NOT_FOUND');
    const other = await post(path, { requests: [use, close] });
    expect(other.body.results[0].error.code).toBe('SQL_NOT_FOUND');
  });

  test('limits what a stream may store, as sqld does', async () => {
    const { post } = openTestServer();
    const requests = Array.from({ length: 51 }, (_item, id) => ({
      type: 'store_sql',
      sql_id: id,
      sql: 'SELECT 1',
    }));
    const large = { type: 'store_sql', sql_id: 99, sql: `SELECT '${'x'.repeat(5000)}'` };
    const { body } = await post(path, { requests: [large, ...requests, close] });
    expect(body.results[0].error.code).toBe('SQL_STORE_TOO_LARGE');
    expect(body.results[50].type).toBe('ok');
    expect(body.results[51].error.code).toBe('SQL_STORE_TOO_MANY');
  });

  test('describes a statement without running it', async () => {
    const { post, client } = openTestServer();
    await client.execute('CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(20))');
    const { body } = await post(path, {
      requests: [
        describeSql('SELECT id, name AS n, 1 FROM t WHERE id = ? OR name = :name OR id = ?5'),
        describeSql('INSERT INTO t (name) VALUES (?) RETURNING id'),
        describeSql('EXPLAIN DELETE FROM t'),
        close,
      ],
    });
    const [select, insert, explain] = body.results.map(
      (each: { response: { result: object } }) => each.response.result,
    );
    expect(select).toStrictEqual({
      params: [{ name: null }, { name: ':name' }, { name: null }, { name: null }, { name: '?5' }],
      cols: [
        { name: 'id', decltype: 'INTEGER' },
        { name: 'n', decltype: 'VARCHAR(20)' },
        { name: '1', decltype: null },
      ],
      is_explain: false,
      is_readonly: true,
    });
    expect(insert).toMatchObject({ is_readonly: false, cols: [{ name: 'id', decltype: 'INTEGER' }] });
    expect(explain).toMatchObject({ is_explain: true, is_readonly: true });
    expect((await client.execute('SELECT * FROM t')).rows).toHaveLength(0);
  });

  test('leaves out the rows when they are not wanted', async () => {
    const { post } = openTestServer();
    const { body } = await post(path, { requests: [execute('SELECT 1', { want_rows: false }), close] });
    expect(body.results[0].response.result.rows).toStrictEqual([]);
  });

  test('a baton continues its stream, and is good for one request', async () => {
    const { post, hrana } = openTestServer();
    const opened = await post(path, { requests: [execute('BEGIN'), { type: 'get_autocommit' }] });
    expect(opened.body.results[1].response.is_autocommit).toBe(false);
    const first = opened.body.baton as string;
    const continued = await post(path, { baton: first, requests: [{ type: 'get_autocommit' }] });
    expect(continued.body.results[0].response.is_autocommit).toBe(false);
    const second = continued.body.baton as string;
    expect(second).not.toBe(first);
    const reused = await post(path, { baton: first, requests: [] });
    expect(reused).toMatchObject({ status: 400, body: { code: 'BATON_REUSED' } });
    const ended = await post(path, { baton: second, requests: [execute('ROLLBACK'), close] });
    expect(ended.body.baton).toBeNull();
    const closed = await post(path, { baton: second, requests: [] });
    expect(closed).toMatchObject({ status: 400, body: { code: 'BATON_INVALID' } });
    expect(hrana.stats()).toMatchObject({ lent: 0, streams: 0 });
  });

  test('a baton in use cannot be used a second time meanwhile', async () => {
    const { post, client } = openTestServer();
    await client.execute('CREATE TABLE t (a)');
    const locking = await post(path, { requests: [execute('BEGIN IMMEDIATE')] });
    const waiting = await post(path, { requests: [] });
    const baton = waiting.body.baton as string;
    const first = post(path, { baton, requests: [execute('INSERT INTO t VALUES (1)'), close] });
    const second = await post(path, { baton, requests: [] });
    expect(second.body.code).toBe('BATON_REUSED');
    await post(path, { baton: locking.body.baton, requests: [execute('COMMIT'), close] });
    expect((await first).body.results[0].type).toBe('ok');
  });

  test('an invented baton is refused', async () => {
    const { post } = openTestServer();
    for (const baton of ['', '.', 'invented', 'invented.0', '.0', '𐱅']) {
      const answer = await post(path, { baton, requests: [] });
      expect(answer).toMatchObject({ status: 400, body: { code: 'BATON_INVALID' } });
    }
  });

  test('after close nothing runs on a stream', async () => {
    const { post } = openTestServer();
    const { body } = await post(path, { requests: [close, execute('SELECT 1'), close] });
    expect(body.results.slice(1).map((each: { error: { code: string } }) => each.error.code)).toStrictEqual([
      'STREAM_CLOSED',
      'STREAM_CLOSED',
    ]);
  });
});

describe('a transaction whose client does not come back', () => {
  test('is rolled back after its time, and the next writer goes on', async () => {
    const { post, client } = openTestServer({ transactionTtlMs: 50 });
    await client.execute('CREATE TABLE t (a)');
    const abandoned = await post('/v2/pipeline', {
      requests: [execute('BEGIN IMMEDIATE'), execute("INSERT INTO t VALUES ('abandoned')")],
    });
    // This one waits for the lock, so it ends only after the abandoned transaction did.
    await client.execute("INSERT INTO t VALUES ('next')");
    const { rows } = await client.execute('SELECT a FROM t');
    expect(rows.map((row) => row['a'])).toStrictEqual(['next']);
    const late = await post('/v2/pipeline', { baton: abandoned.body.baton, requests: [execute('COMMIT')] });
    expect(late).toMatchObject({ status: 400, body: { code: 'STREAM_EXPIRED' } });
  });

  test('makes a writer fail with SQLITE_BUSY when it lives longer than writers wait', async () => {
    const { post, client, hrana } = openTestServer({ busyTimeoutMs: 60 });
    await client.execute('CREATE TABLE t (a)');
    const holder = await post('/v2/pipeline', { requests: [execute('BEGIN IMMEDIATE')] });
    expect(await failure(client.execute('INSERT INTO t VALUES (1)'))).toStrictEqual({
      code: 'SQLITE_BUSY',
      message: 'SQLite error: database is locked',
    });
    expect(hrana.stats().putAside).toBe(0);
    await post('/v2/pipeline', { baton: holder.body.baton, requests: [execute('ROLLBACK'), close] });
    expect((await client.execute('INSERT INTO t VALUES (2)')).rowsAffected).toBe(1);
  });

  test('keeps one connection, and others are refused when there are no more', async () => {
    const { post, client } = openTestServer({ maxConnections: 1, busyTimeoutMs: 60 });
    const holder = await post('/v2/pipeline', { requests: [] });
    expect(await failure(client.execute('SELECT 1'))).toMatchObject({ code: 'TRANSACTION_BUSY' });
    await post('/v2/pipeline', { baton: holder.body.baton, requests: [close] });
    expect((await client.execute('SELECT 1')).rows).toHaveLength(1);
  });
});

test('a transaction that cannot go on from its old snapshot fails at once and can begin again', async () => {
  const { client } = openTestServer();
  await client.batch(['CREATE TABLE t (a)', 'INSERT INTO t VALUES (1)'], 'write');
  const stale = await client.transaction('deferred');
  await stale.execute('SELECT a FROM t');
  await client.execute('UPDATE t SET a = 2');
  expect(await failure(stale.execute('UPDATE t SET a = a + 10'))).toMatchObject({ code: 'SQLITE_BUSY' });
  await stale.rollback();
  const fresh = await client.transaction('write');
  await fresh.execute('UPDATE t SET a = a + 10');
  await fresh.commit();
  expect((await client.execute('SELECT a FROM t')).rows[0]?.['a']).toBe(12n);
});

test('POST /v3/cursor answers one entry a line', async () => {
  const { post } = openTestServer();
  const steps = [
    { stmt: { sql: 'SELECT 1 AS v UNION ALL SELECT 2' } },
    { stmt: { sql: 'SELECT * FROM nowhere' } },
    { stmt: { sql: 'SELECT 3' }, condition: { type: 'ok', step: 1 } },
  ];
  const { status, type, body } = await post('/v3/cursor', { batch: { steps } });
  expect({ status, type }).toStrictEqual({ status: 200, type: 'text/plain' });
  const entries = (body as string)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries[0].baton).toBeTypeOf('string');
  expect(entries.slice(1)).toStrictEqual([
    { type: 'step_begin', step: 0, cols: [{ name: 'v', decltype: null }] },
    { type: 'row', row: [{ type: 'integer', value: '1' }] },
    { type: 'row', row: [{ type: 'integer', value: '2' }] },
    { type: 'step_end', affected_row_count: 0, last_insert_rowid: null },
    {
      type: 'step_error',
      step: 1,
      error: { message: 'SQLite error: no such table: nowhere', code: 'SQLITE_UNKNOWN' },
    },
  ]);
});

describe('what does not follow the protocol is refused with PROTO_ERROR', () => {
  const value = (wire: object) => ({ requests: [execute('SELECT ?', { args: [wire] })] });
  const deep = `${'{"type":"not","cond":'.repeat(20_000)}{"type":"is_autocommit"}${'}'.repeat(20_000)}`;
  const step = `{"stmt":{"sql":"SELECT 1"},"condition":${deep}}`;

  test.each<[string, unknown]>([
    ['a body that is not JSON', '{'],
    ['an empty body', ''],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['null', null],
    ['an array', []],
    ['requests that are no array', { requests: {} }],
    ['a request that is no object', { requests: [1] }],
    ['an unknown request', { requests: [{ type: 'drop_everything' }] }],
    ['a request without its statement', { requests: [{ type: 'execute' }] }],
    ['a baton that is a number', { baton: 1, requests: [] }],
    ['SQL that is no text', { requests: [execute(1 as unknown as string)] }],
    ['a value without a type', value({ value: '1' })],
    ['an unknown type of value', value({ type: 'date', value: '1' })],
    ['an integer given as a number', value({ type: 'integer', value: 1 })],
    ['an integer that is none', value({ type: 'integer', value: '1.5' })],
    ['an empty integer', value({ type: 'integer', value: '' })],
    ['an integer in hexadecimal', value({ type: 'integer', value: '0x10' })],
    ['an integer above 2^63-1', value({ type: 'integer', value: '9223372036854775808' })],
    ['an integer below -2^63', value({ type: 'integer', value: '-9223372036854775809' })],
    ['a float given as text', value({ type: 'float', value: '1.5' })],
    [
      'a float beyond the range',
      '{"requests":[{"type":"execute","stmt":{"sql":"SELECT ?","args":[{"type":"float","value":1e999}]}}]}',
    ],
    ['invalid base64', value({ type: 'blob', base64: 'a!b' })],
    ['base64 of an impossible length', value({ type: 'blob', base64: 'abcde' })],
    [
      'a lone surrogate in a value',
      '{"requests":[{"type":"execute","stmt":{"sql":"SELECT ?","args":[{"type":"text","value":"\\ud800"}]}}]}',
    ],
    ['a lone surrogate in SQL', '{"requests":[{"type":"execute","stmt":{"sql":"SELECT \'\\udfff\'"}}]}'],
    [
      'a condition nested twenty thousand times',
      `{"requests":[{"type":"batch","batch":{"steps":[${step}]}}]}`,
    ],
  ])('%s', async (_name, body) => {
    const { post, hrana } = openTestServer();
    const answer = await post('/v3/pipeline', body);
    expect(answer).toMatchObject({ status: 400, type: 'application/json', body: { code: 'PROTO_ERROR' } });
    expect(hrana.stats().streams).toBe(0);
  });

  test.each([
    ['both SQL and the id of one', { sql: 'SELECT 1', sql_id: 1 }],
    ['neither SQL nor the id of one', {}],
  ])('%s', async (_name, stmt) => {
    const { post } = openTestServer();
    const { body } = await post('/v3/pipeline', { requests: [{ type: 'execute', stmt }, close] });
    expect(body.results[0].error.code).toBe('PROTO_ERROR');
  });
});

test('other paths and methods are not found, and the version can be asked for', async () => {
  const { hrana, post } = openTestServer();
  const get = async (path: string) => (await hrana.fetch(new Request(`http://local${path}`))).status;
  expect(await Promise.all(['/v2', '/v3', '/health', '/v3-protobuf', '/v2/pipeline'].map(get))).toStrictEqual(
    [200, 200, 200, 404, 404],
  );
  expect((await post('/v2/cursor', {})).status).toBe(404);
  expect((await post('/v9/pipeline', {})).status).toBe(404);
});

test('with a token set, only requests that carry it are answered', async () => {
  const { post } = openTestServer({ authToken: 'right' });
  const ask = (headers: Record<string, string>) => post('/v2/pipeline', { requests: [close] }, headers);
  expect((await ask({ authorization: 'Bearer right' })).status).toBe(200);
  for (const headers of [
    {},
    { authorization: 'Bearer wrong' },
    { authorization: 'right' },
    { authorization: 'Bearer ' },
  ]) {
    expect(await ask(headers as Record<string, string>)).toMatchObject({
      status: 401,
      body: { code: 'AUTH_FAILED' },
    });
  }
});

test('any JSON gets a JSON answer, and the server works on', async () => {
  const { post, client, hrana } = openTestServer({ streamTtlMs: 20, transactionTtlMs: 20 });
  const sql = fc.constantFrom(
    'SELECT 1',
    'SELECT ?',
    'BEGIN',
    'COMMIT',
    'nonsense',
    '',
    'CREATE TABLE IF NOT EXISTS t (a)',
    'INSERT INTO t VALUES (?)',
    'ROLLBACK',
  );
  const wire = fc.oneof(
    fc.record({
      type: fc.constantFrom('null', 'integer', 'float', 'text', 'blob', 'other'),
      value: fc.jsonValue(),
    }),
    fc.record({ type: fc.constant('integer'), value: fc.bigInt().map(String) }),
    fc.record({ type: fc.constant('text'), value: fc.string({ unit: 'binary' }) }),
    fc.record({ type: fc.constant('blob'), base64: fc.oneof(fc.string(), fc.base64String()) }),
  );
  const stmt = fc.record(
    {
      sql,
      sql_id: fc.nat(2),
      args: fc.array(wire, { maxLength: 3 }),
      named_args: fc.jsonValue(),
      want_rows: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const condition = fc.oneof(
    fc.jsonValue(),
    fc.record({
      type: fc.constantFrom('ok', 'error', 'not', 'and'),
      step: fc.integer(),
      conds: fc.jsonValue(),
    }),
  );
  const request = fc.oneof(
    fc.jsonValue(),
    fc.record({
      type: fc.constantFrom('execute', 'batch', 'sequence', 'describe', 'close'),
      stmt,
      sql,
      batch: fc.record({
        steps: fc.array(fc.record({ stmt, condition }, { requiredKeys: ['stmt'] }), { maxLength: 3 }),
      }),
    }),
    fc.record({ type: fc.constantFrom('store_sql', 'close_sql', 'get_autocommit'), sql_id: fc.nat(2), sql }),
  );
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record(
      { baton: fc.oneof(fc.constant(null), fc.string()), requests: fc.array(request, { maxLength: 4 }) },
      { requiredKeys: ['requests'] },
    ),
  );
  await fc.assert(
    fc.asyncProperty(body, async (value) => {
      const answer = await post('/v3/pipeline', value);
      expect(answer.type).toBe('application/json');
      expect([200, 400]).toContain(answer.status);
      expect(answer.status === 200 ? answer.body.results : answer.body.code).toBeDefined();
    }),
    { numRuns: 300 },
  );
  expect((await client.execute('SELECT 1 AS v')).rows[0]?.['v']).toBe(1n);
  await client.batch(['CREATE TABLE IF NOT EXISTS t (a)', 'INSERT INTO t VALUES (1)'], 'write');
  expect(hrana.stats().putAside).toBe(0);
});
