import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../shapes/pages.ts';
import type { Conflict, Revision, RevisionSummary, Transcription } from '../shapes/transcriptions.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, send, typeOf } from '../testing/api.ts';
import { type SentLine, linesOf, makeIssue, makePage, putText, readText } from '../testing/corpus.ts';

let accounts: Accounts;
let issueId: string;

beforeAll(async () => {
  accounts = await makeAccounts();
  issueId = (await makeIssue(accounts.reviewer)).id;
});

const newPage = () => makePage(issueId);
const getPage = async (id: string) => (await expectStatus<Page>(200, 'GET', `/pages/${id}`)).body;

/** A save with an If-Match of the caller's choice. */
function save<T = Revision>(pageId: string, etag: string | null, json: unknown, as = accounts.volunteer) {
  const headers: Record<string, string> = etag === null ? {} : { 'if-match': etag };
  return call<T>('PUT', `/pages/${pageId}/transcription`, { as, json, headers });
}

describe('a page that nobody has read or written', () => {
  test('has an empty transcription with an ETag to save on', async () => {
    const page = await newPage();
    const { body, headers } = await readText(page);
    expect(body).toMatchObject({ id: null, page, number: 0, parent: null, origin: null, lines: [] });
    const saved = await save(page, headers.get('etag'), { lines: linesOf('Алаш') });
    expect(saved.status).toBe(201);
    expect(saved.body).toMatchObject({ number: 1, parent: null, origin: 'volunteer', current: true });
    expect(saved.body.author).toEqual({ id: accounts.volunteer.id, name: 'volunteer' });
    expect(await getPage(page)).toMatchObject({
      status: 'draft',
      layer: 'transcribed',
      currentRevision: saved.body.id,
    });
  });
});

describe('a save says which version it changes', () => {
  test.each([null, '*', ' * '])('If-Match %j is not enough', async (etag) => {
    const answer = await save(await newPage(), etag, { lines: [] });
    expect([answer.status, typeOf(answer)]).toEqual([428, 'precondition-required']);
  });

  test('the ETag of a save can be saved on at once, also when a proxy made it weak', async () => {
    const page = await newPage();
    const first = await save(page, (await readText(page)).headers.get('etag'), { lines: linesOf('а') });
    const second = await save(page, first.headers.get('etag'), { lines: linesOf('б') });
    const third = await save(page, `W/${second.headers.get('etag')}`, { lines: linesOf('в') });
    expect([second.status, third.status, third.body.number]).toEqual([201, 201, 3]);
    expect((await readText(page)).headers.get('etag')).toBe(third.headers.get('etag'));
  });

  test('a stale save is refused with both versions, and the sender’s is not lost', async () => {
    const page = await newPage();
    const stale = (await readText(page)).headers.get('etag');
    const first = await putText(accounts.volunteer2, page, linesOf('первая', 'строка'));
    const yours = { lines: [{ text: 'моя строка', box: [0, 0, 10, 10] }], note: 'заметка', submit: true };
    const answer = await save<Conflict>(page, stale, yours);
    expect([answer.status, typeOf(answer)]).toEqual([412, 'stale-save']);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body.yours).toEqual(yours);
    expect(answer.body.current).toMatchObject({ id: first.id, lines: first.lines });
    expect((await readText(page)).body.id).toBe(first.id);
    // The ETag of the refusal is the one to save the merged text on.
    const merged = await save(page, answer.headers.get('etag'), { lines: [...first.lines, ...yours.lines] });
    expect(merged.status).toBe(201);
  });

  test('of two saves at the very same moment exactly one is stored', async () => {
    const page = await newPage();
    const etag = (await readText(page)).headers.get('etag');
    const writers = [accounts.volunteer, accounts.volunteer2, accounts.reviewer, accounts.admin];
    const answers = await Promise.all(
      writers.map((as, index) =>
        save<Conflict & Revision>(page, etag, { lines: linesOf(`писатель ${index}`) }, as),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412]);
    const winner = answers.find(({ status }) => status === 201);
    for (const loser of answers.filter(({ status }) => status === 412)) {
      expect(loser.body.current.id).toBe(winner?.body.id);
      expect(loser.body.yours.lines[0]?.text).toMatch(/^писатель/);
    }
    const { body: history } = await expectStatus<{ items: RevisionSummary[] }>(
      200,
      'GET',
      `/pages/${page}/revisions`,
    );
    expect(history.items.map(({ number }) => number)).toEqual([1]);
  });

  test('a decision changes the ETag for readers, but not what may be saved on it', async () => {
    const page = await newPage();
    const { id } = await putText(accounts.volunteer, page, linesOf('а'), { submit: true });
    const before = (await readText(page)).headers.get('etag') ?? '';
    await expectStatus(200, 'POST', `/revisions/${id}/review`, {
      as: accounts.reviewer,
      json: { decision: 'accept' },
    });
    const again = await send('GET', `/api/v1/pages/${page}/transcription`, {
      headers: { 'if-none-match': before },
    });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ id, acceptedAt: expect.any(String) as string });
    expect((await save(page, before, { lines: linesOf('б') })).status).toBe(201);
  });
});

describe('lines', () => {
  test('keep their ids, so that what stands on them can follow', async () => {
    const page = await newPage();
    const first = await putText(accounts.volunteer, page, linesOf('а', 'б'));
    const [a, b] = first.lines;
    const second = await putText(accounts.volunteer, page, [
      b as SentLine,
      { text: 'новая' },
      { ...a, text: 'А' },
    ]);
    expect(second.lines.map(({ id }) => id)).toEqual([b?.id, expect.any(String), a?.id]);
  });

  test('with an id of another version, or one that comes twice, get a fresh one and are kept', async () => {
    const page = await newPage();
    const { lines } = await putText(accounts.volunteer, page, linesOf('а'));
    const known = lines[0]?.id ?? '';
    const { lines: after } = await putText(accounts.volunteer, page, [
      { id: 'line-of-an-older-draft', text: 'черновик' },
      { id: known, text: 'а' },
      { id: known, text: 'дважды' },
    ]);
    expect(after.map(({ text }) => text)).toEqual(['черновик', 'а', 'дважды']);
    expect(after[1]?.id).toBe(known);
    expect(new Set(after.map(({ id }) => id)).size).toBe(3);
    expect(after[0]?.id).not.toBe('line-of-an-older-draft');
  });

  test('are stored in NFC, with tatweel, ZWNJ and direction marks as printed', async () => {
    const printed = 'قازـاق\u200c می\u200fروم';
    const { lines } = await putText(accounts.volunteer, await newPage(), linesOf('и\u0306', printed));
    expect(lines.map(({ text }) => text)).toEqual(['й', printed]);
  });

  test.each<[string, SentLine | undefined, (string | number)[], string]>([
    ['NUL', { text: 'а\0б' }, ['lines', 0, 'text'], 'nul'],
    ['half a character', { text: 'а\ud800б' }, ['lines', 0, 'text'], 'lone-surrogate'],
    ['a bidi override', { text: '\u202eтекст' }, ['lines', 0, 'text'], 'bidi-control'],
    ['a line break', { text: 'а\nб' }, ['lines', 0, 'text'], 'line-break'],
    ['a box outside the scan', { text: 'а', box: [990, 0, 20, 20] }, ['lines', 0, 'box'], 'box-outside-scan'],
    ['a box of half pixels', { text: 'а', box: [0.5, 0, 20, 20] }, ['lines', 0, 'box', 0], 'invalid_type'],
    ['a text of 4001 characters', { text: 'а'.repeat(4001) }, ['lines', 0, 'text'], 'too_big'],
  ])('%s is refused by its place', async (_, line, path, code) => {
    const page = await newPage();
    const answer = await save<{ errors: object[] }>(page, (await readText(page)).headers.get('etag'), {
      lines: [line],
    });
    expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
    expect(answer.body.errors[0]).toMatchObject({ path, code });
    expect((await readText(page)).body.id).toBe(null);
  });

  test('3000 are taken, 3001 are not', async () => {
    const page = await newPage();
    const etag = (await readText(page)).headers.get('etag');
    const lines = (count: number) => ({
      lines: Array.from({ length: count }, (_, index) => ({ text: `строка ${index}` })),
    });
    expect((await save(page, etag, lines(3001))).status).toBe(422);
    expect((await save(page, etag, lines(3000))).body.lines).toHaveLength(3000);
  });

  test('a note may have several lines but no control characters', async () => {
    const page = await newPage();
    expect((await putText(accounts.volunteer, page, [], { note: ' две\nстроки ' })).note).toBe('две\nстроки');
    const answer = await save(page, (await readText(page)).headers.get('etag'), {
      lines: [],
      note: 'а\u0007',
    });
    expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
  });
});

describe('bodies that cannot be read', () => {
  const put = async (body: BodyInit, headers: Record<string, string> = {}) => {
    const page = await newPage();
    const etag = (await readText(page)).headers.get('etag') ?? '';
    return call('PUT', `/pages/${page}/transcription`, {
      as: accounts.volunteer,
      body,
      headers: { 'content-type': 'application/json', 'if-match': etag, ...headers },
    });
  };

  test('invalid UTF-8', async () => {
    const text = new TextEncoder().encode('{"lines":[{"text":"?"}]}');
    text[text.indexOf(0x3f)] = 0xff;
    const answer = await put(text);
    expect([answer.status, typeOf(answer)]).toEqual([400, 'malformed-body']);
  });

  test('malformed JSON', async () => {
    const answer = await put('{"lines":');
    expect([answer.status, typeOf(answer)]).toEqual([400, 'malformed-body']);
  });

  test('more than 4 MiB, announced', async () => {
    const answer = await put(' '.repeat(4 * 1024 * 1024 + 1), {
      'content-length': String(4 * 1024 * 1024 + 1),
    });
    expect([answer.status, typeOf(answer)]).toEqual([413, 'body-too-large']);
  });

  test('more than 4 MiB, streamed', async () => {
    const chunk = new Uint8Array(64 * 1024).fill(0x20);
    let left = 65;
    const stream = new ReadableStream({
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    });
    const answer = await put(stream);
    expect([answer.status, typeOf(answer)]).toEqual([413, 'body-too-large']);
  });

  test('another type of body', async () => {
    const answer = await put('lines', { 'content-type': 'text/plain' });
    expect([answer.status, typeOf(answer)]).toEqual([415, 'unsupported-media-type']);
  });
});

describe('the history', () => {
  test('lists every revision, newest first, in parts', async () => {
    const page = await newPage();
    for (const text of ['а', 'б', 'в', 'г', 'д'])
      await putText(accounts.volunteer, page, linesOf(text, text));
    const numbers: number[] = [];
    let path: string | undefined = `/pages/${page}/revisions?limit=2`;
    while (path !== undefined) {
      const answer: Awaited<
        ReturnType<typeof expectStatus<{ items: RevisionSummary[]; next: string | null }>>
      > = await expectStatus(200, 'GET', path);
      for (const item of answer.body.items) {
        numbers.push(item.number);
        expect(item).toMatchObject({ lineCount: 2, origin: 'volunteer' });
        expect(item).not.toHaveProperty('lines');
      }
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(numbers).toEqual([5, 4, 3, 2, 1]);
  });

  test('is empty for a page without text, and absent for no page', async () => {
    const { body } = await expectStatus<{ items: unknown[] }>(
      200,
      'GET',
      `/pages/${await newPage()}/revisions`,
    );
    expect(body.items).toEqual([]);
    await expectStatus(404, 'GET', '/pages/unknown/revisions');
  });

  test('an earlier text can be made current again, as a new revision', async () => {
    const page = await newPage();
    const first = await putText(accounts.volunteer, page, linesOf('первый'));
    await putText(accounts.volunteer2, page, linesOf('второй'));
    const restore = (etag: string | null) =>
      call<Revision>('POST', `/revisions/${first.id}/restore`, {
        as: accounts.volunteer,
        headers: etag === null ? {} : { 'if-match': etag },
      });
    expect((await restore(null)).status).toBe(428);
    expect((await restore('"old"')).status).toBe(412);
    const restored = await restore((await readText(page)).headers.get('etag'));
    expect(restored.status).toBe(201);
    expect(restored.body).toMatchObject({ number: 3, origin: 'restore', lines: first.lines });
    expect((await readText(page)).body).toMatchObject({
      id: restored.body.id,
    } satisfies Partial<Transcription>);
    expect((await call('POST', '/revisions/unknown/restore', { as: accounts.volunteer })).status).toBe(404);
  });

  test('an old revision can be read, and says that it is not current', async () => {
    const page = await newPage();
    const first = await putText(accounts.volunteer, page, linesOf('первый'));
    await putText(accounts.volunteer, page, linesOf('второй'));
    const { body } = await expectStatus<Revision>(200, 'GET', `/revisions/${first.id}`);
    expect(body).toMatchObject({ id: first.id, current: false, lines: first.lines });
  });
});
