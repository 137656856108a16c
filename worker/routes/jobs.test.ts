import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  getQueueResult,
} from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect } from '../db/client.ts';
import { LEASE_MS, MAX_ATTEMPTS } from '../db/jobs.ts';
import { jobs } from '../db/schema.ts';
import worker from '../index.ts';
import type { Env, OcrMessage } from '../env.ts';
import { OcrError } from '../ocr/errors.ts';
import type { OcrRun } from '../shapes/ocr.ts';
import type { Job, Page } from '../shapes/pages.ts';
import type { SearchAnswer } from '../shapes/search.ts';
import type { Tag } from '../shapes/tags.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, env, expectStatus, typeOf } from '../testing/api.ts';
import { linesOf, makeEntity, makeIssue, makeScannedPage, putText, readText } from '../testing/corpus.ts';
import { type Reading, readerOf, readingOf } from '../testing/reader.ts';

// What a job does to the database is tested here; reading itself is tested in worker/ocr.
const reading = vi.fn<Reading>();
const READER = readerOf(reading);

let accounts: Accounts;
let issueId: string;

beforeAll(async () => {
  accounts = await makeAccounts();
  issueId = (await makeIssue(accounts.reviewer)).id;
});

beforeEach(() => {
  reading.mockReset();
  reading.mockImplementation(async () => readingOf('прочитано машиной', 'вторая строка'));
});

const newPage = () => makeScannedPage(accounts.volunteer, issueId);
const getPage = async (id: string) => (await expectStatus<Page>(200, 'GET', `/pages/${id}`)).body;
const getJob = async (id: string) => (await expectStatus<Job>(200, 'GET', `/jobs/${id}`)).body;
const jobOf = async (pageId: string) => (await getPage(pageId)).job?.id ?? '';
const runsOf = async (pageId: string) =>
  (await expectStatus<{ items: OcrRun[] }>(200, 'GET', `/pages/${pageId}/ocr`)).body.items;

/** Gives a message to the Worker as the queue does. */
async function deliver(job: string, queue = 'qalam-ocr') {
  const message = { id: crypto.randomUUID(), timestamp: new Date(), attempts: 1, body: { job } };
  const batch = createMessageBatch<OcrMessage>(queue, [message]);
  const context = createExecutionContext();
  await worker.queue(batch, { ...env, READER });
  const { explicitAcks, retryMessages } = await getQueueResult(batch, context);
  return { acknowledged: explicitAcks.length === 1, again: retryMessages.length === 1 };
}

function readAgain<T = Job>(pageId: string, json: object = {}) {
  return call<T>('POST', `/pages/${pageId}/ocr`, { as: accounts.volunteer, json });
}

describe('a reading', () => {
  test('becomes the text of the page, its run is kept, and search finds it', async () => {
    const { id } = await newPage();
    const job = await jobOf(id);
    expect(await deliver(job)).toEqual({ acknowledged: true, again: false });
    expect(await getJob(job)).toMatchObject({ state: 'done', progress: 1, attempts: 1 });
    expect(await getPage(id)).toMatchObject({ status: 'read', layer: 'ocr' });
    expect((await readText(id)).body).toMatchObject({
      origin: 'ocr',
      lines: [{ text: 'прочитано машиной', box: [0, 0, 30, 9], confidence: 80 }, { text: 'вторая строка' }],
    });
    const [run] = await runsOf(id);
    expect(run).toMatchObject({
      state: 'done',
      current: true,
      lineCount: 2,
      models: [{ name: 'qalam_cyrl' }],
    });
    const { body } = await expectStatus<{ lines: object[] }>(200, 'GET', run?.linesUrl ?? '');
    expect(body.lines).toHaveLength(2);
    const { body: found } = await expectStatus<SearchAnswer>(200, 'GET', '/search?q=машиной&layer=ocr');
    expect(found.items.map(({ page }) => page)).toContain(id);
  });

  test('is done once, however often its message comes', async () => {
    const { id } = await newPage();
    const job = await jobOf(id);
    const results = await Promise.all([deliver(job), deliver(job), deliver(job)]);
    results.push(await deliver(job));
    expect(results.every(({ acknowledged }) => acknowledged)).toBe(true);
    expect(reading).toHaveBeenCalledTimes(1);
    expect(await runsOf(id)).toHaveLength(1);
  });

  test('of no job is no work', async () => {
    expect(await deliver('unknown')).toEqual({ acknowledged: true, again: false });
    expect(reading).not.toHaveBeenCalled();
  });

  test('does not take the place of what a person wrote meanwhile', async () => {
    const { id } = await newPage();
    reading.mockImplementation(async () => {
      await putText(accounts.volunteer, id, linesOf('набрано человеком'));
      return readingOf('прочитано');
    });
    await deliver(await jobOf(id));
    expect((await readText(id)).body).toMatchObject({
      origin: 'volunteer',
      lines: [{ text: 'набрано человеком' }],
    });
    expect(await getPage(id)).toMatchObject({ status: 'draft', layer: 'transcribed' });
    expect(await runsOf(id)).toMatchObject([{ state: 'done', current: true }]);
  });

  test('that replaces an older one takes the tags along', async () => {
    const { id } = await newPage();
    await deliver(await jobOf(id));
    const line = (await readText(id)).body.lines[0];
    const entity = await makeEntity(accounts.reviewer);
    const target = { type: 'span', line: line?.id, start: 0, end: 9, quote: 'прочитано' };
    const { body: tag } = await expectStatus<Tag>(201, 'POST', `/pages/${id}/tags`, {
      as: accounts.volunteer,
      json: { target, body: { entity: entity.id } },
    });
    await deliver((await readAgain(id)).body.id);
    const { body: after } = await readText(id);
    expect(after.number).toBe(2);
    const { body: carried } = await expectStatus<Tag>(200, 'GET', `/tags/${tag.id}`);
    expect(carried).toMatchObject({
      revision: after.id,
      target: { line: after.lines[0]?.id, quote: 'прочитано' },
    });
  });
});

describe('a reading of a region', () => {
  const readWhole = async () => {
    const { id } = await newPage();
    reading.mockImplementation(async () => readingOf('первая', 'вторая', 'третья'));
    await deliver(await jobOf(id));
    return id;
  };
  const readRegion = async (id: string, region: object) => {
    reading.mockImplementation(async () => readingOf('другая'));
    const { body } = await readAgain(id, { region, model: 'kaz', parameters: { deskew: 0 } });
    await deliver(body.id);
    const [run] = await runsOf(id);
    if (!run) throw new Error('no run');
    return run;
  };
  const choose = (page: string, run: OcrRun, json: object = { reason: 'the better of the two' }) =>
    call<OcrRun>('POST', `/pages/${page}/ocr/${run.id}/choice`, { as: accounts.volunteer, json });

  test('is kept beside the text until it is chosen, and then takes the place of the lines there', async () => {
    const id = await readWhole();
    const run = await readRegion(id, [0, 9, 16, 8]);
    expect(reading).toHaveBeenLastCalledWith(
      expect.objectContaining({ region: [0, 9, 16, 8], models: ['kaz'] }),
    );
    expect(run).toMatchObject({ region: [0, 9, 16, 8], current: false, lineCount: 1 });
    expect((await readText(id)).body).toMatchObject({ number: 1 });
    expect(await choose(id, run)).toMatchObject({
      status: 201,
      body: { chosen: { reason: 'the better of the two', by: { name: expect.any(String) as string } } },
    });
    const { body } = await readText(id);
    expect(body.lines.map(({ text }) => text)).toEqual(['первая', 'другая', 'третья']);
    expect(body).toMatchObject({ number: 2, origin: 'ocr' });
  });

  test('takes a polygon as the box around it, and refuses what is not on the scan', async () => {
    const id = await readWhole();
    const polygon = [
      [0, 9],
      [16, 8],
      [10, 17],
    ];
    expect((await readRegion(id, { polygon })).region).toEqual([0, 8, 16, 9]);
    for (const region of [[0, 0, 4000, 10], [0, 0, 2, 2], { polygon: [[1, 1]] }]) {
      expect([region, typeOf(await readAgain(id, { region }))]).toEqual([region, 'invalid-request']);
    }
    expect(typeOf(await readAgain(id, { parameters: { light: 7 } }))).toBe('invalid-request');
  });

  test('of the whole page as a trial waits to be chosen too, and a person’s text stays', async () => {
    const id = await readWhole();
    reading.mockImplementation(async () => readingOf('пробная'));
    await deliver((await readAgain(id, { trial: true, model: 'kaz' })).body.id);
    const [run, first] = await runsOf(id);
    expect(run).toMatchObject({ trial: true, current: false });
    expect(await getPage(id)).toMatchObject({ status: 'read', ocrRun: first?.id });
    expect(typeOf(await choose(id, run!, { reason: ' ' }))).toBe('invalid-request');
    expect((await choose(id, run!)).body).toMatchObject({ current: true });
    expect((await readText(id)).body.lines).toMatchObject([{ text: 'пробная' }]);
    await putText(accounts.volunteer, id, linesOf('набрано человеком'));
    expect((await choose(id, first!)).status).toBe(201);
    expect((await readText(id)).body.lines).toMatchObject([{ text: 'набрано человеком' }]);
  });
});

test('the steps of the clean-up are seen one by one, with what was done', async () => {
  const { id } = await newPage();
  const path = `/pages/${id}/clean-up?step=light&light=1&deskew=0&region=0,0,20,20`;
  const answer = await call('GET', path, { as: accounts.volunteer });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(answer.headers.get('qalam-steps')).toBe('turn=0; deskew=0; light=1; showThrough=0; noise=0');
  expect((await call('GET', `${path}&region=0,0,900,20`, { as: accounts.volunteer })).status).toBe(422);
});

describe('a page on which nothing was found', () => {
  test('is read, has no text, and says so', async () => {
    const { id } = await newPage();
    const notices = [{ code: 'blank' as const, message: 'Nothing printed was found.' }];
    reading.mockImplementation(async () => ({ ...readingOf(), notices }));
    await deliver(await jobOf(id));
    expect(await getPage(id)).toMatchObject({
      status: 'read',
      layer: 'none',
      job: { state: 'done', notices },
    });
    expect(await runsOf(id)).toMatchObject([{ state: 'done', lineCount: 0, notices }]);
    expect((await readText(id)).body).toMatchObject({ id: null, lines: [] });
  });
});

describe('a reading that fails', () => {
  const unreadable = async () => {
    const page = await newPage();
    reading.mockRejectedValue(
      new OcrError('undecodable-image', 'The picture cannot be decoded. Scan it again.'),
    );
    const job = await jobOf(page.id);
    const result = await deliver(job);
    return { page, job, result };
  };

  test('says why, in the job and in the run, and leaves the page to be transcribed by hand', async () => {
    const { page, job, result } = await unreadable();
    expect(result).toEqual({ acknowledged: true, again: false });
    const error = {
      type: 'https://qalam.dev/problems/ocr-failed',
      detail: expect.stringContaining('decoded') as string,
      code: 'undecodable-image',
    };
    expect(await getJob(job)).toMatchObject({ state: 'failed', error });
    expect(await runsOf(page.id)).toMatchObject([{ state: 'failed', error, current: false }]);
    expect(await getPage(page.id)).toMatchObject({ status: 'failed', layer: 'none' });
    await putText(accounts.volunteer, page.id, linesOf('набрано'));
    expect(await getPage(page.id)).toMatchObject({ status: 'draft' });
  });

  test('can be started again', async () => {
    const { page } = await unreadable();
    reading.mockImplementation(async () => readingOf('теперь вышло'));
    const again = await readAgain(page.id);
    expect([again.status, again.headers.get('location')]).toEqual([202, `/api/v1/jobs/${again.body.id}`]);
    expect(await getPage(page.id)).toMatchObject({ status: 'queued' });
    await deliver(again.body.id);
    expect(await getPage(page.id)).toMatchObject({ status: 'read', layer: 'ocr' });
    expect((await runsOf(page.id)).map(({ state }) => state)).toEqual(['done', 'failed']);
  });

  test('for a reason that may pass is tried again, and given up in the end', async () => {
    const { id } = await newPage();
    const job = await jobOf(id);
    reading.mockRejectedValue(new OcrError('engine-failed', 'The engine stopped.'));
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      expect(await deliver(job)).toEqual({ acknowledged: false, again: true });
      expect(await getJob(job)).toMatchObject({ state: 'queued', attempts: attempt });
    }
    expect(await deliver(job)).toEqual({ acknowledged: true, again: false });
    expect(await getJob(job)).toMatchObject({ state: 'failed', error: { code: 'engine-failed' } });
  });

  test('for an unforeseen reason goes back to the queue, and tells nobody what it was', async () => {
    const { id } = await newPage();
    const job = await jobOf(id);
    reading.mockRejectedValue(new Error('inner detail'));
    expect(await deliver(job)).toEqual({ acknowledged: false, again: true });
    expect(await getJob(job)).toMatchObject({ state: 'queued' });
    await deliver(job, 'qalam-ocr-dead');
    const after = await getJob(job);
    expect(after).toMatchObject({ state: 'failed', error: { code: 'gave-up' } });
    expect(JSON.stringify(after)).not.toContain('inner');
    expect(await getPage(id)).toMatchObject({ status: 'failed' });
  });

  test('by taking its whole isolate with it each time is given up too', async () => {
    const { id } = await newPage();
    const job = await jobOf(id);
    const died = { state: 'running' as const, attempts: MAX_ATTEMPTS, leaseUntil: Date.now() - 1 };
    await connect(env).update(jobs).set(died).where(eq(jobs.id, job));
    expect(await deliver(job)).toEqual({ acknowledged: true, again: false });
    expect(reading).not.toHaveBeenCalled();
    expect(await getJob(job)).toMatchObject({ state: 'failed', error: { code: 'gave-up' } });
  });

  test('leaves an earlier text in its place', async () => {
    const { id } = await newPage();
    await deliver(await jobOf(id));
    reading.mockRejectedValue(new OcrError('undecodable-image', 'It cannot be decoded.'));
    await deliver((await readAgain(id)).body.id);
    expect(await getPage(id)).toMatchObject({ status: 'read', layer: 'ocr' });
    expect((await readText(id)).body.lines[0]?.text).toBe('прочитано машиной');
  });

  test('a dead letter of a job that was done changes nothing', async () => {
    const { id } = await newPage();
    const job = await jobOf(id);
    await deliver(job);
    await deliver(job, 'qalam-ocr-dead');
    expect(await getJob(job)).toMatchObject({ state: 'done' });
  });
});

describe('asking for a reading', () => {
  test('while one is on its way is answered with that one', async () => {
    const { id } = await newPage();
    const job = await jobOf(id);
    const again = await readAgain(id);
    expect([again.status, again.body.id, again.headers.get('location')]).toEqual([
      202,
      job,
      `/api/v1/jobs/${job}`,
    ]);
    const other = await readAgain<{ job: string }>(id, { model: 'kaz' });
    expect([other.status, typeOf(other), other.body.job]).toEqual([
      409,
      'already-exists',
      `/api/v1/jobs/${job}`,
    ]);
  });

  test('several times at one moment makes one job', async () => {
    const { id } = await newPage();
    await deliver(await jobOf(id));
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => readAgain(id, { model: ['qalam_cyrl', 'kaz'] })),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  test('with models that there are reads with them', async () => {
    const { id } = await newPage();
    await deliver(await jobOf(id));
    expect(reading.mock.lastCall?.[0].models).toEqual(['qalam_cyrl']);
    await deliver((await readAgain(id, { model: 'qalam_arab' })).body.id);
    expect(reading.mock.lastCall?.[0].models).toEqual(['qalam_arab']);
  });

  test.each(['latin', '__proto__', ''])('with the model %j is refused', async (model) => {
    const answer = await readAgain<{ errors: object[] }>((await newPage()).id, { model });
    expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
    expect(answer.body.errors[0]).toMatchObject({ path: expect.arrayContaining(['model']) as string[] });
  });

  test('needs no body', async () => {
    const { id } = await newPage();
    expect((await call('POST', `/pages/${id}/ocr`, { as: accounts.volunteer })).status).toBe(202);
  });
});

describe('the clock', () => {
  async function tick(now: number): Promise<string[]> {
    const sent: string[] = [];
    const OCR_QUEUE = {
      send: async ({ job }: OcrMessage) => void sent.push(job),
    } as unknown as Env['OCR_QUEUE'];
    await worker.scheduled(createScheduledController({ scheduledTime: now }), { ...env, OCR_QUEUE });
    return sent;
  }

  test('sends jobs again whose message was lost or whose reader fell silent, and no others', async () => {
    const [lost, silent, alive, done] = await Promise.all(
      [1, 2, 3, 4].map(async () => jobOf((await newPage()).id)),
    );
    await deliver(done ?? '');
    const db = connect(env);
    const now = Date.now();
    const running = (leaseUntil: number) => ({ state: 'running' as const, leaseUntil });
    await db
      .update(jobs)
      .set(running(now + LEASE_MS))
      .where(eq(jobs.id, silent ?? ''));
    await db
      .update(jobs)
      .set(running(now + 3 * LEASE_MS))
      .where(eq(jobs.id, alive ?? ''));
    const sent = await tick(now + 2 * LEASE_MS);
    expect(sent).toEqual(expect.arrayContaining([lost, silent]));
    expect(sent).not.toContain(alive);
    expect(sent).not.toContain(done);
  });

  test('removes uploads that nobody finished, after a day', async () => {
    await env.SCANS.put('incoming/abandoned', 'x');
    await env.SCANS.put('scans/kept', 'x');
    await tick(Date.now() + 23 * 3_600_000);
    expect(await env.SCANS.head('incoming/abandoned')).not.toBeNull();
    await tick(Date.now() + 25 * 3_600_000);
    expect(await env.SCANS.head('incoming/abandoned')).toBeNull();
    expect(await env.SCANS.head('scans/kept')).not.toBeNull();
  });
});
