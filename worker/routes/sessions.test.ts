import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { accounts as passwords, apiKeys, sessions, users } from '../db/schema.ts';
import type { Me } from '../shapes/accounts.ts';
import { type Account, makeAccount } from '../testing/accounts.ts';
import { SITE, call, env, expectStatus, send, typeOf } from '../testing/api.ts';

const PASSWORD = 'correct horse battery';
const db = connect(env);

/** What browsers send with a request of our own pages. */
const own = { origin: SITE, 'sec-fetch-site': 'same-origin' };

function authRequest(path: string, json: object, headers: Record<string, string> = own) {
  return call<{ user?: { id: string; role: string } }>('POST', `/api/auth/${path}`, { json, headers });
}

function cookieOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

let email: string;
let cookie: string;
let signedUp: Awaited<ReturnType<typeof authRequest>>;

beforeAll(async () => {
  email = `${crypto.randomUUID()}@qalam.test`;
  signedUp = await authRequest('sign-up/email', { name: 'Сара', email, password: PASSWORD, role: 'admin' });
  cookie = cookieOf(signedUp.headers);
});

const me = (headers: Record<string, string>) => call<Me>('GET', '/me', { headers });
const makeKey = (headers: Record<string, string>) => call('POST', '/keys', { json: { name: 'a' }, headers });

describe('signing up', () => {
  test('makes a volunteer, whatever role was asked for, and a session', async () => {
    expect(signedUp.status).toBe(200);
    expect((await me({ cookie })).body).toMatchObject({ name: 'Сара', role: 'volunteer', via: 'session' });
  });

  test('gives a cookie that scripts cannot read and that other sites do not send with writes', () => {
    const [session] = signedUp.headers.getSetCookie().filter((value) => value.includes('session_token'));
    expect(session).toMatch(/HttpOnly/i);
    expect(session).toMatch(/SameSite=Lax/i);
  });

  test('keeps only a hash of the password', async () => {
    const [row] = await db
      .select()
      .from(passwords)
      .where(eq(passwords.userId, signedUp.body.user?.id ?? ''));
    expect(row?.password).toMatch(/.{64,}/);
    expect(JSON.stringify(row)).not.toContain(PASSWORD);
  });

  test('twice with one address, or with a short password, is refused', async () => {
    expect(
      (await authRequest('sign-up/email', { name: 'x', email, password: PASSWORD })).status,
    ).toBeGreaterThan(399);
    const short = await authRequest('sign-up/email', { name: 'x', email: 'y@qalam.test', password: 'short' });
    expect(short.status).toBe(422);
    expect(short.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(short.body).toMatchObject({
      type: expect.stringMatching(/\/password-too-short$/),
      status: 422,
    });
  });
});

describe('a session', () => {
  test('writes from our own pages', async () => {
    expect((await makeKey({ cookie, ...own })).status).toBe(201);
    expect((await makeKey({ cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });

  test.each<Record<string, string>>([
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'null' },
    { origin: 'http://qalam.test.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    {},
  ])('does not write from elsewhere: %j', async (headers) => {
    const answer = await makeKey({ cookie, ...headers });
    expect([answer.status, typeOf(answer)]).toEqual([403, 'foreign-origin']);
  });

  test('is not made from another site', async () => {
    const answer = await authRequest(
      'sign-in/email',
      { email, password: PASSWORD },
      { origin: 'https://evil.example', cookie },
    );
    expect(answer.status).toBe(403);
  });

  test('is refused where its signature is not ours', async () => {
    const forged = cookie.replace(/(session_token=[^.]{5})./, '$1x');
    expect(forged).not.toBe(cookie);
    for (const value of [forged, 'qalam.session_token=abc', 'qalam.session_token=abc.def']) {
      const answer = await me({ cookie: value });
      expect([answer.status, typeOf(answer)]).toEqual([401, 'not-signed-in']);
    }
  });

  test('ends with signing out, at once', async () => {
    const signedIn = await authRequest('sign-in/email', { email, password: PASSWORD });
    const mine = cookieOf(signedIn.headers);
    expect((await me({ cookie: mine })).status).toBe(200);
    const out = await send('POST', '/api/auth/sign-out', { json: {}, headers: { ...own, cookie: mine } });
    expect(out.status).toBe(200);
    expect((await me({ cookie: mine })).status).toBe(401);
    expect((await me({ cookie })).status).toBe(200);
  });

  test('ends when its time is over', async () => {
    const signedIn = await authRequest('sign-in/email', { email, password: PASSWORD });
    const mine = cookieOf(signedIn.headers);
    const token = decodeURIComponent(/session_token=([^;]+)/.exec(mine)?.[1] ?? '').split('.')[0] ?? '';
    await db
      .update(sessions)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(sessions.token, token));
    expect((await me({ cookie: mine })).status).toBe(401);
  });

  test('has the role of the account at once when it changes', async () => {
    await db
      .update(users)
      .set({ role: 'reviewer' })
      .where(eq(users.id, signedUp.body.user?.id ?? ''));
    expect((await me({ cookie })).body.role).toBe('reviewer');
  });

  test('is not given for a wrong password, nor too often in a short time', async () => {
    const wrong = await authRequest('sign-in/email', { email, password: 'wrong password!' });
    expect([wrong.status, cookieOf(wrong.headers)]).toEqual([401, '']);
    const SIGN_IN_LIMIT = { limit: async () => ({ success: false }) } as unknown as RateLimit;
    for (const path of ['sign-in/email', 'sign-up/email']) {
      const limited = await call('POST', `/api/auth/${path}`, {
        json: {},
        headers: own,
        env: { SIGN_IN_LIMIT },
      });
      expect([limited.status, typeOf(limited)]).toEqual([429, 'too-many-requests']);
    }
  });
});

describe('an API key', () => {
  let account: Account;

  beforeAll(async () => {
    account = await makeAccount('volunteer');
  });

  const authorised = (authorization: string) => me({ authorization });

  test('is shown once, works at once, and is stored as a hash', async () => {
    const { body, headers } = await expectStatus<{ id: string; key: string; prefix: string }>(
      201,
      'POST',
      '/keys',
      {
        as: account,
        json: { name: 'notebook' },
      },
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body.key.startsWith(body.prefix)).toBe(true);
    expect((await authorised(`Bearer ${body.key}`)).body).toMatchObject({ id: account.id, via: 'key' });
    const rows = await db.select().from(apiKeys);
    expect(JSON.stringify(rows)).not.toContain(body.key);
    const { body: list } = await expectStatus<{ items: object[] }>(200, 'GET', '/keys', { as: account });
    expect(JSON.stringify(list)).not.toContain(body.key);
  });

  test('ends when it is revoked, and only its owner revokes it', async () => {
    const mine = await makeAccount('volunteer');
    expect((await call('DELETE', `/keys/${mine.keyId}`, { as: account })).status).toBe(404);
    expect((await call('DELETE', `/keys/${mine.keyId}`, { as: mine })).status).toBe(204);
    expect((await authorised(`Bearer ${mine.key}`)).status).toBe(401);
  });

  test.each(['Bearer', 'Bearer wrong', 'Basic YTpi', 'bearer qalam_', "Bearer ' or 1=1", '\u00e9'])(
    'that is none (%s) is refused, also where a session would do',
    async (authorization) => {
      const answer = await call('GET', '/me', { headers: { authorization, cookie } });
      expect([answer.status, typeOf(answer)]).toEqual([401, 'not-signed-in']);
    },
  );

  test('needs no origin', async () => {
    const answer = await call('POST', '/keys', {
      as: account,
      json: { name: 'b' },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(201);
  });
});

test('an admin changes roles, and every change is in the log', async () => {
  const admin = await makeAccount('admin');
  const other = await makeAccount('volunteer');
  const change = (id: string, role: string) =>
    call<{ role: string }>('PATCH', `/users/${id}`, { as: admin, json: { role } });
  expect((await change(other.id, 'reviewer')).body.role).toBe('reviewer');
  const own = await change(admin.id, 'volunteer');
  expect([own.status, typeOf(own)]).toEqual([403, 'not-allowed']);
  expect((await change(other.id, 'emperor')).status).toBe(422);
  const { body } = await expectStatus<{ items: object[] }>(200, 'GET', '/actions', { as: admin });
  expect(body.items).toContainEqual(
    expect.objectContaining({ action: 'user:change-role', actor: admin.id, subject: `users/${other.id}` }),
  );
});
