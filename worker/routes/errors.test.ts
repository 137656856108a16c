import { beforeAll, describe, expect, test } from 'vitest';
import { PROBLEMS } from '../http/problem.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { type Answer, type ProblemBody, call, env, send, typeOf } from '../testing/api.ts';
import { type DocumentedOperation, listOperations } from '../testing/operations.ts';

let accounts: Accounts;
let operations: DocumentedOperation[];

beforeAll(async () => {
  accounts = await makeAccounts();
  operations = await listOperations();
});

/** What must never leave the service. */
const INSIDE =
  /select |insert |sqlite|libsql|\.ts\b|\bat [A-Za-z.]+ \(|stack|qalam_[A-Za-z0-9_-]{20}|AUTH_SECRET/i;

/** Every problem has the one shape, a type of the closed list and that type's own status and title. */
function expectProblem(answer: Answer<ProblemBody>, what: string) {
  const name = typeOf(answer);
  expect(Object.keys(PROBLEMS), what).toContain(name);
  const [status, title] = PROBLEMS[name as keyof typeof PROBLEMS];
  expect([answer.status, answer.body.status, answer.body.title], what).toEqual([status, status, title]);
  expect(answer.headers.get('content-type'), what).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get('access-control-allow-origin'), what).toBe('*');
  expect(answer.headers.get('cache-control'), what).toBe('no-store');
  expect(JSON.stringify(answer.body), what).not.toMatch(INSIDE);
}

async function provoke(
  choose: (operation: DocumentedOperation) => boolean,
  path: (operation: DocumentedOperation) => string,
  more: Parameters<typeof call>[2],
  types: string[],
) {
  let count = 0;
  for (const operation of operations.filter(choose)) {
    const answer = await call(operation.method, path(operation), { as: accounts.admin, ...more });
    const what = `${operation.operationId}: ${JSON.stringify(answer.body)}`;
    expectProblem(answer, what);
    expect(types, what).toContain(typeOf(answer));
    count += 1;
  }
  expect(count).toBeGreaterThan(3);
}

const hasId = ({ path }: DocumentedOperation) => path.includes('{id}');
const isRead = ({ method }: DocumentedOperation) => method === 'GET';
const isPaged = ({ raw }: DocumentedOperation) =>
  (raw.parameters ?? []).some(({ name }) => name === 'cursor');
const takesJson = ({ takesJson: takes }: DocumentedOperation) => takes;
/** With the query that searches must have. */
const query = ({ raw }: DocumentedOperation) =>
  raw.parameters?.some(({ name, required }) => name === 'q' && required === true) ? '?q=а&' : '?';

describe('every operation, provoked', () => {
  test.each(['unknown', '%00', '%ff', '..%2f..%2fhealth', 'x'.repeat(65), "'%20or%201=1--", 'қалам'])(
    'by the id %s: nothing is found',
    async (id) => {
      const reads = (operation: DocumentedOperation) => hasId(operation) && isRead(operation);
      await provoke(reads, ({ pathWith }) => pathWith(id), {}, ['not-found']);
    },
  );

  test('by ids that are none, in writes', async () => {
    const writes = (operation: DocumentedOperation) => hasId(operation) && !isRead(operation);
    const more = { json: {}, headers: { 'if-match': '"x"' } };
    const types = ['not-found', 'invalid-request', 'unsupported-media-type'];
    await provoke(writes, ({ pathWith }) => pathWith('%00'), more, types);
    await provoke(writes, ({ pathWith }) => pathWith('unknown'), more, types);
  });

  test('by a cursor of elsewhere', async () => {
    for (const cursor of ['nonsense', btoa('["pages",1]'), btoa('[]'), '%00', '%F0%9F%92%A9']) {
      const path = (operation: DocumentedOperation) =>
        `${operation.pathWith('unknown')}${query(operation)}cursor=${cursor}`;
      await provoke(isPaged, path, {}, ['invalid-cursor', 'not-found']);
    }
  });

  test('by a limit out of bounds', async () => {
    for (const limit of ['0', '-1', '201', 'many', '1.5', '1e99']) {
      const path = (operation: DocumentedOperation) =>
        `${operation.pathWith('unknown')}${query(operation)}limit=${limit}`;
      await provoke(isPaged, path, {}, ['invalid-request', 'not-found']);
    }
  });

  test.each<[string, BodyInit, string, string[]]>([
    ['malformed JSON', '{"a":', 'application/json', ['malformed-body']],
    ['an empty body', '', 'application/json', ['malformed-body']],
    ['another type of body', 'a=1', 'application/x-www-form-urlencoded', ['unsupported-media-type']],
    ['a form', new FormData(), '', ['unsupported-media-type']],
    ['invalid UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'application/json', ['malformed-body']],
    ['more than 4 MiB', ' '.repeat(4 * 2 ** 20 + 1), 'application/json', ['body-too-large']],
    ['a list', '[]', 'application/json', ['invalid-request']],
    ['null', 'null', 'application/json', ['invalid-request']],
    ['a number', '1', 'application/json', ['invalid-request']],
  ])('by %s', async (_, body, type, types) => {
    const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
    await provoke(takesJson, ({ pathWith }) => pathWith('unknown'), { body, headers }, types);
  });

  test('by an Idempotency-Key that is none', async () => {
    const headers = { 'idempotency-key': 'a key with spaces' };
    const writes = (operation: DocumentedOperation) => !isRead(operation);
    await provoke(writes, ({ pathWith }) => pathWith('unknown'), { headers, json: {} }, ['invalid-request']);
  });

  test('by text that cannot be kept: the field is named', async () => {
    for (const bad of ['а\0', '\ud800', '\u202eа']) {
      const answer = await call('POST', '/publications', {
        as: accounts.reviewer,
        json: { title: { ru: bad }, languages: ['ru'] },
      });
      expectProblem(answer, bad);
      expect(answer.body.errors?.[0]?.path).toEqual(['title', 'ru']);
    }
  });
});

describe('paths and methods', () => {
  test('that are not there', async () => {
    for (const path of [
      '/api/v1',
      '/api/v1/',
      '/api/v1/nothing',
      '/api/v1/pages/x/y/z',
      '/api/nothing',
      '/api/v1/%',
    ]) {
      const response = await send('GET', path);
      const body: ProblemBody = await response.json();
      expect([response.status, body.type]).toEqual([404, 'https://qalam.dev/problems/not-found']);
    }
  });

  test('another method is refused with those that are taken', async () => {
    const answer = await call('DELETE', '/publications/x', { as: accounts.admin });
    expectProblem(answer, 'DELETE');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, PATCH']);
    expect((await call('POST', '/search')).headers.get('allow')).toBe('GET, HEAD');
    expect((await call('PUT', '/issues/x/pages')).headers.get('allow')).toBe('GET, HEAD, POST');
  });
});

describe('when the database', () => {
  test('is out of reach, that is said, with the time to wait', async () => {
    const LIBSQL = {
      fetch: () => Promise.reject(new Error('connection refused by 10.0.0.1')),
    } as unknown as Fetcher;
    const answer = await call('GET', '/publications', { env: { LIBSQL } });
    expectProblem(answer, 'unreachable');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  });

  test('answers nonsense, nothing of it is shown', async () => {
    const LIBSQL = {
      fetch: async () => new Response('secret inside', { status: 200 }),
    } as unknown as Fetcher;
    const answer = await call('GET', '/publications', { env: { LIBSQL } });
    expectProblem(answer, 'nonsense');
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });
});

test('after all this the service answers', async () => {
  const { status, body } = await call<{ status: string }>('GET', '/health');
  expect([status, body.status]).toEqual([200, 'ok']);
  expect(env.LIBSQL_URL).toMatch(/^http:\/\/t-/);
});
