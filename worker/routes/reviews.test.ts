import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../shapes/pages.ts';
import type { Revision } from '../shapes/transcriptions.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';
import { acceptText, linesOf, makeIssue, makePage, putText, readText } from '../testing/corpus.ts';

let accounts: Accounts;
let issueId: string;

beforeAll(async () => {
  accounts = await makeAccounts();
  issueId = (await makeIssue(accounts.reviewer)).id;
});

const newPage = () => makePage(issueId);
const getPage = async (id: string) => (await expectStatus<Page>(200, 'GET', `/pages/${id}`)).body;

const review = (id: string, json: object, as = accounts.reviewer) =>
  call<Revision>('POST', `/revisions/${id}/review`, { as, json });

async function refused(id: string, json: object, as = accounts.reviewer) {
  const answer = await review(id, json, as);
  return [answer.status, typeOf(answer)];
}

test('a text that was handed in waits, is accepted, and the page is reviewed', async () => {
  const page = await newPage();
  const { id, submittedAt } = await putText(accounts.volunteer, page, linesOf('Алаш'), { submit: true });
  expect(submittedAt).toEqual(expect.any(String));
  const { body: queue } = await expectStatus<{ items: Page[] }>(200, 'GET', '/pages?status=submitted');
  expect(queue.items).toContainEqual(
    expect.objectContaining({ id: page, submittedBy: accounts.volunteer.id }),
  );

  const { status, body } = await review(id, { decision: 'accept', note: 'хорошо' });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id,
    acceptedAt: expect.any(String) as string,
    review: { decision: 'accept', note: 'хорошо', reviewer: 'reviewer' },
  });
  expect(await getPage(page)).toMatchObject({ status: 'accepted', layer: 'reviewed', acceptedRevision: id });
  expect((await readText(page)).body).toMatchObject({ id, review: { decision: 'accept' } });
});

test('a text that is returned is a draft again, with the note beside it', async () => {
  const page = await newPage();
  const { id } = await putText(accounts.volunteer, page, linesOf('Алаш'), { submit: true });
  expect((await review(id, { decision: 'return', note: 'строка 1' })).status).toBe(200);
  expect(await getPage(page)).toMatchObject({ status: 'draft', layer: 'transcribed' });
  expect((await readText(page)).body).toMatchObject({
    returnedAt: expect.any(String) as string,
    review: { decision: 'return', note: 'строка 1' },
  });
});

describe('a decision is refused', () => {
  test('about one’s own work, whatever the role', async () => {
    for (const as of [accounts.reviewer, accounts.admin]) {
      const { id } = await putText(as, await newPage(), linesOf('а'), { submit: true });
      expect(await refused(id, { decision: 'accept' }, as)).toEqual([403, 'own-work']);
    }
  });

  test('by a volunteer', async () => {
    const { id } = await putText(accounts.volunteer, await newPage(), linesOf('а'), { submit: true });
    expect(await refused(id, { decision: 'accept' }, accounts.volunteer2)).toEqual([403, 'not-allowed']);
  });

  test.each([undefined, '', ' \n '])('when a text is returned with the note %j', async (note) => {
    const { id } = await putText(accounts.volunteer, await newPage(), linesOf('а'), { submit: true });
    const answer = await call('POST', `/revisions/${id}/review`, {
      as: accounts.reviewer,
      json: { decision: 'return', note },
    });
    expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
    expect(answer.body.errors?.[0]?.path).toEqual(['note']);
  });

  test('while its author has not handed it in', async () => {
    const { id } = await putText(accounts.volunteer, await newPage(), linesOf('а'));
    expect(await refused(id, { decision: 'accept' })).toEqual([409, 'not-submitted']);
  });

  test('when it was decided before', async () => {
    const { id } = await acceptText(accounts.volunteer, accounts.reviewer, await newPage(), linesOf('а'));
    expect(await refused(id, { decision: 'return', note: 'нет' }, accounts.reviewer2)).toEqual([
      409,
      'already-decided',
    ]);
  });

  test('when a newer text has taken its place', async () => {
    const page = await newPage();
    const { id } = await putText(accounts.volunteer, page, linesOf('а'), { submit: true });
    await putText(accounts.volunteer2, page, linesOf('б'));
    expect(await refused(id, { decision: 'accept' })).toEqual([409, 'superseded']);
  });

  test('for no revision', async () => {
    expect(await refused('unknown', { decision: 'accept' })).toEqual([404, 'not-found']);
  });
});

test('of two reviewers at the same moment one decides', async () => {
  const { id } = await putText(accounts.volunteer, await newPage(), linesOf('а'), { submit: true });
  const answers = await Promise.all([
    review(id, { decision: 'accept' }, accounts.reviewer),
    review(id, { decision: 'return', note: 'нет' }, accounts.reviewer2),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a review and a save at the same moment leave the page with one consistent state', async () => {
  for (let round = 0; round < 5; round++) {
    const page = await newPage();
    const first = await putText(accounts.volunteer, page, linesOf('а'), { submit: true });
    const etag = (await readText(page)).headers.get('etag') ?? '';
    const [decided, saved] = await Promise.all([
      review(first.id, { decision: 'accept' }),
      call<Revision>('PUT', `/pages/${page}/transcription`, {
        as: accounts.volunteer2,
        json: { lines: linesOf('б') },
        headers: { 'if-match': etag },
      }),
    ]);
    // The save always succeeds: the review did not change the text.
    expect(saved.status).toBe(201);
    expect([200, 409]).toContain(decided.status);
    const accepted = decided.status === 200;
    expect(await getPage(page)).toMatchObject({
      currentRevision: saved.body.id,
      status: 'draft',
      layer: accepted ? 'reviewed' : 'transcribed',
    });
  }
});
