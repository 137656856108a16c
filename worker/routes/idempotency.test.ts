import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../shapes/pages.ts';
import type { Publication } from '../shapes/publications.ts';
import type { Revision, RevisionSummary } from '../shapes/transcriptions.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { type Answer, call, expectStatus, typeOf } from '../testing/api.ts';
import { formOf, linesOf, makeIssue, makePage, readText } from '../testing/corpus.ts';
import { makeUniquePng } from '../testing/images.ts';

let accounts: Accounts;

beforeAll(async () => {
  accounts = await makeAccounts();
});

const keyed = (key: string, more: Record<string, string> = {}) => ({ 'idempotency-key': key, ...more });
const isReplay = (answer: Answer<unknown>) => answer.headers.get('idempotent-replayed') === 'true';

const create = (key: string, ru: string, as = accounts.reviewer) =>
  call<Publication>('POST', '/publications', {
    as,
    json: { title: { ru }, languages: ['ru'] },
    headers: keyed(key),
  });

async function titles(): Promise<(string | undefined)[]> {
  const { body } = await expectStatus<{ items: Publication[] }>(200, 'GET', '/publications?limit=200');
  return body.items.map(({ title }) => title['ru']);
}

describe('a write with an Idempotency-Key', () => {
  test('that comes again is answered the same and done once', async () => {
    const first = await create('one', 'Айқап');
    const second = await create('one', 'Айқап');
    expect([first.status, isReplay(first), second.status, isReplay(second)]).toEqual([201, false, 201, true]);
    expect(second.body).toEqual(first.body);
    for (const name of ['location', 'content-type']) {
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    }
    expect((await titles()).filter((title) => title === 'Айқап')).toHaveLength(1);
  });

  test('that comes several times at one moment is done once, and all are answered alike', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => create('at-once', 'Серке')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(isReplay)).toHaveLength(4);
    expect((await titles()).filter((title) => title === 'Серке')).toHaveLength(1);
  });

  test('that was used for something else is refused', async () => {
    await create('reused', 'Қазақ');
    const answer = await create('reused', 'Дала уалаяты');
    expect([answer.status, typeOf(answer)]).toEqual([422, 'idempotency-mismatch']);
    expect(await titles()).not.toContain('Дала уалаяты');
  });

  test('is one’s own: another account may use the same', async () => {
    const mine = await create('shared', 'Алаш', accounts.reviewer);
    const theirs = await create('shared', 'Алаш', accounts.reviewer2);
    expect(isReplay(theirs)).toBe(false);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  test('that failed can be sent again with the same key', async () => {
    const publication = (await create('for-issues', 'Сарыарқа')).body.id;
    const issue = (edtf: string) =>
      call('POST', '/issues', {
        as: accounts.reviewer,
        json: { publication, number: '1', language: 'kk-Arab', date: { calendar: 'julian', edtf } },
        headers: keyed('mended'),
      });
    expect((await issue('1917-13-01')).status).toBe(422);
    expect((await issue('1917-12-01')).status).toBe(201);
  });
});

describe('a save', () => {
  const save = async (pageId: string, key: string, etag: string, text: string) =>
    call<Revision>('PUT', `/pages/${pageId}/transcription`, {
      as: accounts.volunteer,
      json: { lines: linesOf(text) },
      headers: keyed(key, { 'if-match': etag }),
    });

  test('whose answer was lost is answered again, with its ETag, and not as a stale one', async () => {
    const page = await makePage((await makeIssue(accounts.reviewer)).id);
    const etag = (await readText(page)).headers.get('etag') ?? '';
    const first = await save(page, 'save', etag, 'а');
    const again = await save(page, 'save', etag, 'а');
    expect([again.status, isReplay(again), again.body.id]).toEqual([201, true, first.body.id]);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    const other = await save(page, 'save', etag, 'б');
    expect([other.status, typeOf(other)]).toEqual([422, 'idempotency-mismatch']);
  });

  test('sent several times at one moment is one revision, and never a conflict with itself', async () => {
    for (let round = 0; round < 5; round++) {
      const page = await makePage((await makeIssue(accounts.reviewer)).id);
      const etag = (await readText(page)).headers.get('etag') ?? '';
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => save(page, `round-${round}`, etag, 'а')),
      );
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      const { body } = await expectStatus<{ items: RevisionSummary[] }>(
        200,
        'GET',
        `/pages/${page}/revisions`,
      );
      expect(body.items).toHaveLength(1);
    }
  });
});

describe('an upload', () => {
  const upload = (issue: string, key: string, file: Uint8Array<ArrayBuffer>, label?: string) =>
    call<Page>('POST', `/issues/${issue}/pages`, {
      as: accounts.volunteer,
      body: formOf(file, label),
      headers: keyed(key),
    });
  const pagesOf = async (issue: string) =>
    (await expectStatus<{ items: Page[] }>(200, 'GET', `/issues/${issue}/pages`)).body.items;

  test('that comes again makes one page; another file or label under its key is refused', async () => {
    const { id } = await makeIssue(accounts.reviewer);
    const file = await makeUniquePng();
    const first = await upload(id, 'upload', file, '1');
    const second = await upload(id, 'upload', file, '1');
    expect([second.status, isReplay(second), second.body.id]).toEqual([201, true, first.body.id]);
    for (const other of [
      await upload(id, 'upload', await makeUniquePng(), '1'),
      await upload(id, 'upload', file, '2'),
    ]) {
      expect([other.status, typeOf(other)]).toEqual([422, 'idempotency-mismatch']);
    }
    expect(await pagesOf(id)).toHaveLength(1);
  });

  test('that comes twice at one moment makes one page', async () => {
    const { id } = await makeIssue(accounts.reviewer);
    const file = await makeUniquePng();
    const answers = await Promise.all([1, 2, 3].map(() => upload(id, 'twice', file)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await pagesOf(id)).toHaveLength(1);
  });
});

test('withdrawing a tag twice with one key is answered alike', async () => {
  const page = await makePage((await makeIssue(accounts.reviewer)).id);
  const { body: entity } = await expectStatus<{ id: string }>(201, 'POST', '/entities', {
    as: accounts.reviewer,
    json: { kind: 'place', nameForms: [{ text: 'Тургай', language: 'ru', kind: 'preferred' }] },
  });
  const { body: tag } = await expectStatus<{ id: string }>(201, 'POST', `/pages/${page}/tags`, {
    as: accounts.volunteer,
    json: { target: { type: 'page' }, body: { entity: entity.id } },
  });
  const withdraw = () =>
    call('DELETE', `/tags/${tag.id}`, { as: accounts.volunteer, headers: keyed('withdraw') });
  expect([(await withdraw()).status, (await withdraw()).status]).toEqual([204, 204]);
  expect((await call('DELETE', `/tags/${tag.id}`, { as: accounts.volunteer })).status).toBe(404);
});

test('an API key is not made under one, because its text is kept nowhere', async () => {
  const answer = await call('POST', '/keys', {
    as: accounts.volunteer,
    json: { name: 'a' },
    headers: keyed('key'),
  });
  expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
});
