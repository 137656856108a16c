import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { RESERVED_FOR, removeOldReservations } from '../db/reservations.ts';
import { actions, ocrRuns, pages, reservations, revisions } from '../db/schema.ts';
import type { Page } from '../shapes/pages.ts';
import type { Reservation } from '../shapes/reservations.ts';
import type { GivenWork, Progress } from '../shapes/work.ts';
import { countDatabaseRequests } from '../local/testing/database-requests.ts';
import { type Account, type Accounts, makeAccount, makeAccounts } from '../testing/accounts.ts';
import { call, env, expectStatus, send, typeOf } from '../testing/api.ts';
import { linesOf, makeIssue, makePage, putText } from '../testing/corpus.ts';

let accounts: Accounts;
let volunteer: Account;
let issueId: string;
/** Of this test's pages alone: what other tests leave behind is of another. */
let language: string;
let count = 0;

beforeAll(async () => {
  accounts = await makeAccounts();
});

beforeEach(async () => {
  language = `kk-x-w${++count}`;
  issueId = (await makeIssue(accounts.reviewer, { language })).id;
  volunteer = await makeAccount('volunteer');
});

const DAY = 86_400_000;

/** A page that a machine has read, some days ago. */
async function readPage(lines: number, meanConfidence: number, daysAgo = 0): Promise<string> {
  const db = connect(env);
  const createdAt = Date.now() - daysAgo * DAY;
  const id = await makePage(issueId, { status: 'read', createdAt });
  await db.insert(ocrRuns).values({
    id: `run-${id}`,
    pageId: id,
    jobId: 'none',
    engine: 'test',
    engineVersion: '1',
    models: [],
    parameters: {},
    state: 'done',
    meanConfidence,
    lineCount: lines,
    warnings: [],
    startedAt: createdAt,
    finishedAt: createdAt,
  });
  await db
    .update(pages)
    .set({ ocrRunId: `run-${id}` })
    .where(eq(pages.id, id));
  return id;
}

async function next(as: Account, wish: object = {}): Promise<GivenWork> {
  const json = { kind: 'transcribe', language, ...wish };
  return (await expectStatus<GivenWork>(200, 'POST', '/work/next', { as, json })).body;
}
const nextId = async (as: Account, wish: object = {}) => (await next(as, wish)).page?.id ?? null;
const getPage = async (id: string) => (await expectStatus<Page>(200, 'GET', `/pages/${id}`)).body;

test('what waits longest comes first, and of one day the easiest', async () => {
  const hard = await readPage(600, 50);
  const easy = await readPage(40, 95);
  const oldest = await readPage(600, 50, 3);
  const first = await next(volunteer);
  expect(first).toMatchObject({ page: { id: oldest }, difficulty: 'hard' });
  expect(await next(volunteer, { leaving: oldest })).toMatchObject({
    page: { id: easy },
    difficulty: 'easy',
  });
  expect(await nextId(volunteer, { leaving: easy })).toBe(hard);
});

test('a wish for language, script and difficulty is kept', async () => {
  const middling = await readPage(200, 80);
  await readPage(10, 95);
  expect(await nextId(volunteer, { difficulty: 'middling' })).toBe(middling);
  expect(await nextId(volunteer, { difficulty: 'hard' })).toBeNull();
  expect(await nextId(volunteer, { script: 'Arab' })).toBeNull();
  expect(await nextId(volunteer, { language: 'kk-x-other' })).toBeNull();
  expect((await next(volunteer, { language: 'kk' })).page).not.toBeNull();
});

test('a page that was given is reserved for half an hour, and whoever opens it is told for whom', async () => {
  const page = await readPage(10, 95);
  const before = Date.now();
  const { reservation } = await next(volunteer);
  expect(reservation).toMatchObject({
    page,
    user: { id: volunteer.id, name: 'volunteer' },
    kind: 'transcribe',
  });
  const until = Date.parse(reservation?.until ?? '');
  expect(until).toBeGreaterThanOrEqual(before + RESERVED_FOR);
  expect(until).toBeLessThanOrEqual(Date.now() + RESERVED_FOR);
  expect((await getPage(page)).reservation).toEqual(reservation);
  expect(await nextId(accounts.volunteer2)).toBeNull();
});

test('pages that one has left come last, and are free for others', async () => {
  const one = await readPage(10, 95, 2);
  const two = await readPage(10, 95, 1);
  expect(await nextId(volunteer)).toBe(one);
  expect(await nextId(volunteer, { leaving: one })).toBe(two);
  expect((await getPage(one)).reservation).toBeUndefined();
  expect(await nextId(accounts.volunteer2)).toBe(one);
});

test('two who ask at one moment are given different pages', async () => {
  const waiting = [await readPage(10, 95), await readPage(10, 95), await readPage(10, 95)];
  const askers = await Promise.all([1, 2, 3].map(() => makeAccount('volunteer')));
  const given = await Promise.all(askers.map((as) => nextId(as)));
  expect(given.toSorted()).toEqual(waiting.toSorted());
});

test('handing in ends the reservation, and the page waits for review: never by its author', async () => {
  const { reviewer, reviewer2 } = accounts;
  const page = await readPage(10, 95);
  expect(await nextId(reviewer)).toBe(page);
  await putText(reviewer, page, linesOf('а'));
  expect((await getPage(page)).reservation?.user.id).toBe(reviewer.id);
  await putText(reviewer, page, linesOf('б'), { submit: true });
  expect((await getPage(page)).reservation).toBeUndefined();
  expect(await nextId(reviewer, { kind: 'review' })).toBeNull();
  expect(await nextId(reviewer2, { kind: 'review' })).toBe(page);
});

describe('what waits for review', () => {
  const submitted = async () => {
    const seen: Page[] = [];
    for (let cursor = ''; ;) {
      const path = `/pages?issue=${issueId}&status=submitted&limit=2${cursor}`;
      const { body } = await expectStatus<{ items: Page[]; next: string | null }>(200, 'GET', path);
      seen.push(...body.items);
      if (body.next === null) return seen;
      cursor = `&cursor=${body.next}`;
    }
  };

  test('comes oldest first by days, and of one day that in which the fewest words changed', async () => {
    const handIn = async (text: string, daysAgo = 0) => {
      const page = await readPage(1, 90);
      const read = { pageId: page, number: 1, origin: 'ocr' as const, createdAt: 1 };
      const lines = [{ id: `l-${page}`, text: 'раз два три четыре', box: null }];
      await connect(env)
        .insert(revisions)
        .values({ ...read, id: `r-${page}`, lines });
      await connect(env)
        .update(pages)
        .set({ currentRevisionId: `r-${page}` })
        .where(eq(pages.id, page));
      await putText(volunteer, page, linesOf({ id: `l-${page}`, text }), { submit: true });
      const submittedAt = (Math.floor(Date.now() / DAY) - daysAgo) * DAY;
      await connect(env).update(pages).set({ submittedAt }).where(eq(pages.id, page));
      return page;
    };
    const hard = await handIn('совсем другие слова');
    const easy = await handIn('раз два три четыре');
    const middling = await handIn('раз два три пять');
    const oldest = await handIn('не то', 2);
    const queue = await submitted();
    expect(queue.map(({ id }) => id)).toEqual([oldest, easy, middling, hard]);
    expect(queue.map(({ reviewEffort }) => reviewEffort)).toEqual([
      { changedWords: 4, words: 2, comparedWith: 'ocr' },
      { changedWords: 0, words: 4, comparedWith: 'ocr' },
      { changedWords: 1, words: 4, comparedWith: 'ocr' },
      { changedWords: 4, words: 3, comparedWith: 'ocr' },
    ]);
    const { reviewer } = accounts;
    const given: (string | null)[] = [];
    for (const leaving of [undefined, oldest, easy, middling]) {
      given.push(await nextId(reviewer, { kind: 'review', ...(leaving ? { leaving } : {}) }));
    }
    expect(given).toEqual([oldest, easy, middling, hard]);
    expect((await next(accounts.reviewer2, { kind: 'review', difficulty: 'easy' })).difficulty).toBe('easy');
  });

  test('is compared with the accepted text where there is one, and with nothing where there is neither', async () => {
    const page = await makePage(issueId);
    const first = await putText(volunteer, page, linesOf('раз два'), { submit: true });
    expect((await getPage(page)).reviewEffort).toEqual({
      changedWords: 2,
      words: 2,
      comparedWith: 'nothing',
    });
    await expectStatus(200, 'POST', `/revisions/${first.id}/review`, {
      as: accounts.reviewer,
      json: { decision: 'accept' },
    });
    expect((await getPage(page)).reviewEffort).toBeUndefined();
    const [line] = first.lines;
    await putText(volunteer, page, [{ id: line?.id ?? '', text: 'раз три' }], { submit: true });
    expect((await getPage(page)).reviewEffort).toEqual({
      changedWords: 1,
      words: 2,
      comparedWith: 'accepted',
    });
  });
});

test('the draft of another is given only when it was left for two weeks', async () => {
  const page = await readPage(10, 95);
  await putText(volunteer, page, linesOf('а'));
  expect(await nextId(accounts.volunteer2)).toBeNull();
  expect(await nextId(volunteer)).toBe(page);
  await call('DELETE', `/pages/${page}/reservation`, { as: volunteer });
  await connect(env)
    .update(pages)
    .set({ updatedAt: Date.now() - 15 * DAY })
    .where(eq(pages.id, page));
  expect(await nextId(accounts.volunteer2)).toBe(page);
});

test('reviewing is not for volunteers', async () => {
  const answer = await call('POST', '/work/next', { as: volunteer, json: { kind: 'review' } });
  expect([answer.status, typeOf(answer)]).toEqual([403, 'not-allowed']);
});

describe('a reservation', () => {
  const put = (as: Account, page: string) =>
    expectStatus<Reservation>(200, 'PUT', `/pages/${page}/reservation`, { as, json: {} });

  test('is renewed by its holder, told to others, and ended', async () => {
    const page = await readPage(10, 95);
    const { body: first } = await put(volunteer, page);
    expect(first.user.id).toBe(volunteer.id);
    expect((await put(accounts.volunteer2, page)).body).toEqual(first);
    expect(Date.parse((await put(volunteer, page)).body.until)).toBeGreaterThanOrEqual(
      Date.parse(first.until),
    );
    const ended = await call('DELETE', `/pages/${page}/reservation`, { as: volunteer });
    expect(ended.status).toBe(204);
    expect((await put(accounts.volunteer2, page)).body.user.id).toBe(accounts.volunteer2.id);
  });

  test('keeps nobody from saving', async () => {
    const page = await readPage(10, 95);
    await put(volunteer, page);
    await putText(accounts.volunteer2, page, linesOf('а'));
  });

  test('is over after its time, and forgotten by the clock a day later', async () => {
    const page = await readPage(10, 95);
    await put(volunteer, page);
    const db = connect(env);
    const kept = () => db.select().from(reservations).where(eq(reservations.pageId, page));
    await db
      .update(reservations)
      .set({ until: Date.now() - 1 })
      .where(eq(reservations.pageId, page));
    expect((await getPage(page)).reservation).toBeUndefined();
    expect(await nextId(accounts.volunteer2)).toBe(page);
    await removeOldReservations(db, Date.now());
    expect(await kept()).toHaveLength(2);
    await removeOldReservations(db, Date.now() + 2 * DAY);
    expect(await kept()).toHaveLength(0);
  });

  test('is of no page that does not exist', async () => {
    for (const method of ['PUT', 'DELETE'] as const) {
      const sent = method === 'PUT' ? { as: volunteer, json: {} } : { as: volunteer };
      const answer = await call(method, '/pages/unknown/reservation', sent);
      expect([answer.status, typeOf(answer)]).toEqual([404, 'not-found']);
    }
  });
});

test('asking for work and reserving need at most three requests to the database, and are in the log', async () => {
  const page = await readPage(10, 95);
  const json = { kind: 'transcribe', language };
  for (const [method, path] of [
    ['POST', '/api/v1/work/next'],
    ['PUT', `/api/v1/pages/${page}/reservation`],
  ] as const) {
    const { requests } = await countDatabaseRequests(env, () => send(method, path, { as: volunteer, json }));
    expect([path, requests]).toEqual([path, 3]);
  }
  const logged = await connect(env).select().from(actions).where(eq(actions.actorId, volunteer.id));
  expect(logged.map(({ action }) => action)).toEqual(['work:next', 'reservation:save']);
});

test('progress counts the pages of a publication and of each issue by status', async () => {
  const first = await makeIssue(accounts.reviewer, { number: '1' });
  const { publication } = first;
  const dated = (edtf: string) => ({ calendar: 'julian', edtf });
  const second = await makeIssue(accounts.reviewer, { publication, number: '2', date: dated('1915-04-01') });
  await makeIssue(accounts.reviewer, { publication, number: '3', date: dated('1915-05-01') });
  await makePage(first.id, { status: 'read' });
  await makePage(first.id, { status: 'accepted' });
  await makePage(second.id, { status: 'accepted' });
  const path = `/publications/${publication}/progress`;
  const { body } = await expectStatus<Progress>(200, 'GET', `${path}?limit=2`);
  expect(body).toMatchObject({
    publication,
    total: { pages: 3, byStatus: { read: 1, accepted: 2 } },
    items: [
      { issue: first.id, number: '1', pages: 2, byStatus: { read: 1, accepted: 1 } },
      { issue: second.id, number: '2', pages: 1, byStatus: { accepted: 1 } },
    ],
  });
  const rest = await expectStatus<Progress>(200, 'GET', `${path}?limit=2&cursor=${body.next}`);
  expect(rest.body.items).toMatchObject([{ number: '3', pages: 0, byStatus: {} }]);
  expect(rest.body.next).toBeNull();
  expect((await call('GET', '/publications/unknown/progress')).status).toBe(404);
});
