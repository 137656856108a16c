import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { revisionReviews } from '../db/schema.ts';
import { countDatabaseRequests } from '../local/testing/database-requests.ts';
import type { Page } from '../shapes/pages.ts';
import type { Stats } from '../shapes/search.ts';
import type { Tag } from '../shapes/tags.ts';
import type { Revision, RevisionSummary } from '../shapes/transcriptions.ts';
import type { Contributions, SecondReview } from '../shapes/work.ts';
import { type Account, type Accounts, makeAccount, makeAccounts } from '../testing/accounts.ts';
import { call, env, expectStatus, send, typeOf } from '../testing/api.ts';
import {
  acceptText,
  linesOf,
  makeEntity,
  makeIssue,
  makePage,
  putText,
  readText,
} from '../testing/corpus.ts';

let accounts: Accounts;
let issueId: string;
let entityId: string;

beforeAll(async () => {
  accounts = await makeAccounts();
  issueId = (await makeIssue(accounts.reviewer)).id;
  entityId = (await makeEntity(accounts.reviewer)).id;
});

const newPage = () => makePage(issueId);
const getPage = async (id: string) => (await expectStatus<Page>(200, 'GET', `/pages/${id}`)).body;
const getRevision = async (id: string) => (await expectStatus<Revision>(200, 'GET', `/revisions/${id}`)).body;
const textOf = (revision: { lines: { text: string }[] }) => revision.lines.map(({ text }) => text);
const sentLines = (revision: Revision, ...texts: string[]) =>
  texts.map((text, index) => ({ ...(revision.lines[index] ? { id: revision.lines[index].id } : {}), text }));

const review = (id: string, json: object, as: Account = accounts.reviewer) =>
  call<Revision>('POST', `/revisions/${id}/review`, { as, json });
const undo = (id: string, as: Account = accounts.reviewer) =>
  call<Revision>('DELETE', `/revisions/${id}/review`, { as });
const found = async (word: string) =>
  (
    await expectStatus<{ items: { page: string; layer: string }[] }>(
      200,
      'GET',
      `/search?q=${word}&match=literal`,
    )
  ).body.items;

const handIn = async (page: string, ...texts: string[]) =>
  putText(accounts.volunteer, page, linesOf(...texts), { submit: true });

describe('accepting with small corrections', () => {
  test('keeps the volunteer’s text and puts the reviewer’s on top, both accepted', async () => {
    const page = await newPage();
    const sent = await handIn(page, 'Алаш орда', 'Қазақь');
    const lines = sentLines(sent, 'Алаш орда', 'Қазақ');
    const answer = await review(sent.id, { decision: 'accept', note: 'спасибо', corrections: { lines } });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: sent.id, current: false, review: { decision: 'accept' } });

    const { body: now } = await readText(page);
    expect(now).toMatchObject({
      parent: sent.id,
      number: sent.number + 1,
      origin: 'review',
      author: { id: accounts.reviewer.id },
      acceptedAt: expect.any(String) as string,
    });
    expect(answer.headers.get('location')).toBe(`/api/v1/revisions/${now.id}`);
    expect(textOf(now)).toEqual(['Алаш орда', 'Қазақ']);
    expect(textOf(await getRevision(sent.id))).toEqual(['Алаш орда', 'Қазақь']);
    expect(await getPage(page)).toMatchObject({
      status: 'accepted',
      layer: 'reviewed',
      currentRevision: now.id,
      acceptedRevision: now.id,
    });
    // The chain goes on from there.
    expect((await putText(accounts.volunteer, page, linesOf('ещё'))).parent).toBe(now.id);
  });

  test('carries the tags along', async () => {
    const page = await newPage();
    const sent = await handIn(page, 'в Оренбургъ');
    const target = { type: 'span', line: sent.lines[0]?.id, start: 2, end: 11, quote: 'Оренбургъ' };
    const { body: tag } = await expectStatus<Tag>(201, 'POST', `/pages/${page}/tags`, {
      as: accounts.volunteer,
      json: { target, body: { entity: entityId } },
    });
    const lines = sentLines(sent, 'вотъ въ Оренбургъ');
    expect((await review(sent.id, { decision: 'accept', corrections: { lines } })).status).toBe(200);
    const { body } = await expectStatus<Tag>(200, 'GET', `/tags/${tag.id}`);
    expect(body).toMatchObject({ state: 'proposed', target: { start: 8, end: 17, quote: 'Оренбургъ' } });
  });

  test('that are none is a plain acceptance', async () => {
    const page = await newPage();
    const sent = await handIn(page, 'а');
    const answer = await review(sent.id, {
      decision: 'accept',
      corrections: { lines: sentLines(sent, 'а') },
    });
    expect(answer.headers.get('location')).toBeNull();
    expect(await getPage(page)).toMatchObject({ currentRevision: sent.id, acceptedRevision: sent.id });
  });

  test('that cannot be stored decides nothing', async () => {
    const page = await newPage();
    const sent = await handIn(page, 'а');
    const lines = sentLines(sent, 'а\u202Eб');
    const answer = await call('POST', `/revisions/${sent.id}/review`, {
      as: accounts.reviewer,
      json: { decision: 'accept', corrections: { lines } },
    });
    expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
    expect(answer.body.errors?.[0]?.path).toEqual(['corrections', 'lines', 0, 'text']);
    expect(await getPage(page)).toMatchObject({ status: 'submitted', currentRevision: sent.id });
  });

  test('is no way to return', async () => {
    const sent = await handIn(await newPage(), 'а');
    const corrections = { lines: sentLines(sent, 'б') };
    expect((await review(sent.id, { decision: 'return', note: 'нет', corrections })).status).toBe(422);
  });

  test('and a save at the same moment leave one consistent chain', async () => {
    for (let round = 0; round < 5; round++) {
      const page = await newPage();
      const sent = await handIn(page, 'а');
      const etag = (await readText(page)).headers.get('etag') ?? '';
      const [decided, saved] = await Promise.all([
        review(sent.id, { decision: 'accept', corrections: { lines: sentLines(sent, 'б') } }),
        call<Revision>('PUT', `/pages/${page}/transcription`, {
          as: accounts.volunteer2,
          json: { lines: linesOf('в') },
          headers: { 'if-match': etag },
        }),
      ]);
      // Whoever comes second is told: the one by a conflict to merge, the other by a refusal.
      expect([
        [200, 412],
        [409, 201],
      ]).toContainEqual([decided.status, saved.status]);
      const { body } = await expectStatus<{ items: RevisionSummary[] }>(
        200,
        'GET',
        `/pages/${page}/revisions`,
      );
      expect(body.items.map(({ number }) => number)).toEqual([2, 1]);
    }
  });
});

describe('notes on lines', () => {
  test('are kept with what the line said, in the order of the page, and stand in one’s contributions', async () => {
    const author = await makeAccount('volunteer');
    const page = await newPage();
    const sent = await putText(author, page, linesOf('Алаш', 'орда', 'газетъ'), { submit: true });
    const [first, , last] = sent.lines.map(({ id }) => id);
    const lineNotes = [
      { line: last, note: ' ъ не напечатан ' },
      { line: first, note: 'хорошо прочитано' },
    ];
    expect((await review(sent.id, { decision: 'return', lineNotes })).status).toBe(200);
    const kept = [
      { line: first, number: 1, quote: 'Алаш', note: 'хорошо прочитано' },
      { line: last, number: 3, quote: 'газетъ', note: 'ъ не напечатан' },
    ];
    const returned = await getRevision(sent.id);
    expect(returned.review).toMatchObject({
      decision: 'return',
      reviewerId: accounts.reviewer.id,
      lineNotes: kept,
    });
    expect(returned.review?.note).toBeUndefined();
    const { body } = await expectStatus<Contributions>(200, 'GET', '/me/contributions', { as: author });
    expect(body.items[0]?.review?.lineNotes).toEqual(kept);
  });

  test('are on lines of the revision, and say something that can be kept', async () => {
    const sent = await handIn(await newPage(), 'а');
    const line = sent.lines[0]?.id;
    for (const [lineNotes, path] of [
      [[{ line: 'unknown', note: 'а' }], ['lineNotes', 0, 'line']],
      [[{ line, note: ' ' }], ['lineNotes', 0, 'note']],
      [[{ line, note: 'а\u202Eб' }], ['lineNotes', 0, 'note']],
      [[], ['note']],
    ] as const) {
      const json = { decision: 'return', lineNotes };
      const answer = await call('POST', `/revisions/${sent.id}/review`, { as: accounts.reviewer, json });
      expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([422, path]);
    }
  });
});

describe('taking a decision back', () => {
  test('makes an accepted text wait again, and search finds what it found before', async () => {
    const page = await newPage();
    const { id } = await handIn(page, 'взадназадъ');
    await review(id, { decision: 'accept' });
    expect(await found('взадназадъ')).toMatchObject([{ page, layer: 'reviewed' }]);
    const answer = await undo(id);
    expect(answer.status).toBe(200);
    expect(answer.body.acceptedAt).toBeUndefined();
    expect(answer.body.review).toBeUndefined();
    const now = await getPage(page);
    expect(now).toMatchObject({ status: 'submitted', layer: 'transcribed', currentRevision: id });
    expect(now.acceptedRevision).toBeUndefined();
    expect(await found('взадназадъ')).toMatchObject([{ page, layer: 'transcribed' }]);
    expect((await review(id, { decision: 'return', note: 'строка 1' })).status).toBe(200);
  });

  test('leaves the text that was accepted before as the reviewed one', async () => {
    const page = await newPage();
    const first = await acceptText(accounts.volunteer, accounts.reviewer, page, linesOf('преждебывшее'));
    const second = await handIn(page, 'нынешнее');
    await review(second.id, { decision: 'accept' });
    await undo(second.id);
    expect(await getPage(page)).toMatchObject({
      status: 'submitted',
      layer: 'reviewed',
      acceptedRevision: first.id,
      currentRevision: second.id,
    });
    expect(await found('преждебывшее')).toMatchObject([{ page, layer: 'reviewed' }]);
  });

  test('puts the volunteer’s text on top of the corrections, in the volunteer’s name', async () => {
    const page = await newPage();
    const sent = await handIn(page, 'первое слово');
    await review(sent.id, { decision: 'accept', corrections: { lines: sentLines(sent, 'второе слово') } });
    const { status, body } = await undo(sent.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      number: 3,
      origin: 'restore',
      author: { id: accounts.volunteer.id },
      submittedAt: sent.submittedAt,
    });
    expect(textOf(body)).toEqual(['первое слово']);
    expect(await getPage(page)).toMatchObject({ status: 'submitted', currentRevision: body.id });
    expect((await review(body.id, { decision: 'accept' })).status).toBe(200);
  });

  test('works for a return too', async () => {
    const page = await newPage();
    const { id } = await handIn(page, 'а');
    await review(id, { decision: 'return', note: 'нет' });
    expect((await undo(id)).status).toBe(200);
    expect(await getPage(page)).toMatchObject({ status: 'submitted', currentRevision: id });
  });

  test('is for its reviewer, for a day, and while nothing newer was saved', async () => {
    const page = await newPage();
    const { id } = await handIn(page, 'а');
    const refused = async (as?: Account) => {
      const answer = await undo(id, as);
      return [answer.status, typeOf(answer)];
    };
    expect(await refused()).toEqual([404, 'not-found']);
    await review(id, { decision: 'accept' });
    expect(await refused(accounts.reviewer2)).toEqual([403, 'not-allowed']);
    const at = Date.now() - 25 * 3_600_000;
    await connect(env).update(revisionReviews).set({ at }).where(eq(revisionReviews.revisionId, id));
    expect(await refused()).toEqual([409, 'already-decided']);
    await putText(accounts.volunteer, page, linesOf('б'));
    expect(await refused()).toEqual([409, 'superseded']);
  });
});

describe('a second opinion', () => {
  const all = { SECOND_REVIEW_EVERY: '1' };
  const listed = async (as: Account) => {
    const { body } = await expectStatus<{ items: SecondReview[] }>(200, 'GET', '/reviews/second?limit=200', {
      as,
    });
    return body.items.map(({ revision }) => revision);
  };
  const accept = async (id: string, more: object = {}, vars: object = all) => {
    const sent = { as: accounts.reviewer, json: { decision: 'accept', ...more }, env: vars };
    const { headers } = await expectStatus(200, 'POST', `/revisions/${id}/review`, sent);
    return headers.get('location')?.split('/').at(-1) ?? id;
  };
  const say = (id: string, json: object, as: Account = accounts.reviewer2) =>
    call('POST', `/reviews/second/${id}`, { as, json });

  test('is asked of a reviewer who has not touched the text, once, and counted', async () => {
    const page = await newPage();
    const { id } = await putText(accounts.reviewer2, page, linesOf('а'), { submit: true });
    await accept(id);
    expect(await listed(accounts.reviewer)).not.toContain(id);
    expect(await listed(accounts.reviewer2)).not.toContain(id);
    expect(await listed(accounts.admin)).toContain(id);
    for (const as of [accounts.reviewer, accounts.reviewer2]) {
      expect(typeOf(await say(id, { verdict: 'agree' }, as))).toBe('own-work');
    }
    const before = (await expectStatus<Stats>(200, 'GET', '/stats')).body.secondReviews;
    expect((await say(id, { verdict: 'agree' }, accounts.admin)).status).toBe(200);
    const after = (await expectStatus<Stats>(200, 'GET', '/stats')).body.secondReviews;
    expect(after).toEqual({ asked: before.asked, given: before.given + 1, agreed: before.agreed + 1 });
    expect(await listed(accounts.admin)).not.toContain(id);
    expect(typeOf(await say(id, { verdict: 'agree' }, accounts.admin))).toBe('already-decided');
    expect(typeOf(await undo(id))).toBe('already-decided');
  });

  test('is about the corrected text, and not for whoever handed it in', async () => {
    const page = await newPage();
    const sent = await putText(accounts.reviewer2, page, linesOf('а'), { submit: true });
    const corrected = await accept(sent.id, { corrections: { lines: sentLines(sent, 'б') } });
    expect(corrected).not.toBe(sent.id);
    expect(await listed(accounts.admin)).toContain(corrected);
    expect(await listed(accounts.reviewer2)).not.toContain(corrected);
    expect(typeOf(await say(corrected, { verdict: 'agree' }))).toBe('own-work');
  });

  test('that differs says why', async () => {
    const { id } = await handIn(await newPage(), 'а');
    await accept(id);
    expect((await say(id, { verdict: 'differs' })).status).toBe(422);
    expect((await say(id, { verdict: 'differs', note: 'строка 1' })).status).toBe(200);
  });

  test('is not asked where the deployment wants none, nor any more when the decision was taken back', async () => {
    const none = await handIn(await newPage(), 'а');
    await accept(none.id, {}, { SECOND_REVIEW_EVERY: '0' });
    expect((await say(none.id, { verdict: 'agree' })).status).toBe(404);
    const back = await handIn(await newPage(), 'а');
    await accept(back.id);
    await undo(back.id);
    expect((await say(back.id, { verdict: 'agree' })).status).toBe(404);
  });
});

describe('one’s contributions', () => {
  const contributions = async (as: Account, query = '') =>
    (await expectStatus<Contributions>(200, 'GET', `/me/contributions${query}`, { as })).body;

  test('show what became of each, with notes and thanks', async () => {
    const author = await makeAccount('volunteer');
    const [accepted, returned, waiting, draft] = [
      await newPage(),
      await newPage(),
      await newPage(),
      await newPage(),
    ];
    const text = await acceptText(author, accounts.reviewer, accepted, linesOf('а'));
    const back = await putText(author, returned, linesOf('а'), { submit: true });
    await review(back.id, { decision: 'return', note: 'почти готово' });
    await putText(author, waiting, linesOf('а'), { submit: true });
    await putText(author, draft, linesOf('а'));
    await putText(author, draft, linesOf('б'));
    await putText(accounts.volunteer2, draft, linesOf('в'));
    await expectStatus(200, 'POST', `/revisions/${text.id}/thanks`, { as: accounts.volunteer });

    const { items, counts } = await contributions(author);
    expect(items.map(({ page, state }) => [page, state])).toEqual([
      [draft, 'superseded'],
      [waiting, 'waiting'],
      [returned, 'returned'],
      [accepted, 'accepted'],
    ]);
    expect(items[2]?.review).toMatchObject({ note: 'почти готово', reviewer: 'reviewer' });
    expect(items[3]?.thanks).toEqual([{ name: 'volunteer', at: expect.any(String) as string }]);
    expect(items[3]?.on).toMatchObject({ issueNumber: '1', status: 'accepted' });
    expect(counts).toEqual({
      pages: 4,
      saved: 5,
      handedIn: 3,
      accepted: 1,
      returned: 1,
      reviewed: 0,
      thanks: 1,
    });
    for (const { id, state } of items) {
      const only = await contributions(author, `?state=${state}`);
      expect(only.items.map((item) => item.id)).toEqual([id]);
    }
    const first = await contributions(author, '?limit=3');
    const rest = await contributions(author, `?limit=3&cursor=${first.next}`);
    expect([...first.items, ...rest.items]).toEqual(items);
  });

  test('are thanked for once by each, never by oneself', async () => {
    const { id } = await putText(accounts.volunteer, await newPage(), linesOf('а'));
    const thank = (as: Account) => call<{ count: number }>('POST', `/revisions/${id}/thanks`, { as });
    const counts = [];
    for (const as of [accounts.volunteer2, accounts.reviewer, accounts.volunteer2]) {
      counts.push((await thank(as)).body.count);
    }
    expect(counts).toEqual([1, 2, 2]);
    expect(typeOf(await thank(accounts.volunteer))).toBe('own-work');
    expect((await call('POST', '/revisions/unknown/thanks', { as: accounts.volunteer })).status).toBe(404);
  });
});

test('none of these needs more than three requests to the database', async () => {
  const page = await newPage();
  const sent = await handIn(page, 'а');
  const json = { decision: 'accept', corrections: { lines: sentLines(sent, 'б') } };
  const as = accounts.reviewer;
  for (const [method, path, more] of [
    ['POST', `/revisions/${sent.id}/review`, { as, json }],
    ['DELETE', `/revisions/${sent.id}/review`, { as }],
    ['POST', `/revisions/${sent.id}/thanks`, { as }],
  ] as const) {
    const { requests, result } = await countDatabaseRequests(env, () => send(method, `/api/v1${path}`, more));
    expect([path, result.status, requests]).toEqual([path, 200, 3]);
  }
});
