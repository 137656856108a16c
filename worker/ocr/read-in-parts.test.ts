import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { MAX_ATTEMPTS } from '../db/jobs.ts';
import { jobs, ocrTiles } from '../db/schema.ts';
import type { OcrMessage, TileMessage } from '../env.ts';
import worker from '../index.ts';
import type { OcrRun } from '../shapes/ocr.ts';
import type { Page } from '../shapes/pages.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { env, expectStatus } from '../testing/api.ts';
import { makeIssue, makeScannedPage, readText } from '../testing/corpus.ts';
import type { PagePlan } from './prepare/page-plan.ts';
import { TILE_PATH } from './remote-tile.ts';

// How the parts of a large page travel is tested here; reading them is tested in read-page.test.ts.

const TILES = 3;
const plan: PagePlan = {
  original: { width: 40, height: 30 },
  origin: [0, 0],
  width: 40,
  height: 30,
  factor: 1,
  dpi: 300,
  pose: { quarter: 0, degrees: 0 },
  steps: { light: 0, showThrough: 0, noise: 0 },
  segmentation: '6',
  blocks: Array.from({ length: TILES }, (_, n) => ({ kind: 'text', box: [0, 10 * n, 40, 9] })),
  tiles: Array.from({ length: TILES }, (_, n) => ({ box: [0, 10 * n, 40, 9], blocks: [n] })),
  models: ['qalam_cyrl'],
  otherModels: [],
  rightToLeft: false,
  notices: [],
  warnings: [],
  parameters: {},
};

let accounts: Accounts;
let issueId: string;
let sent: TileMessage[];
/** Tiles that cannot be read. */
let broken: Set<number>;
let read: number[];
/** Tiles that are with the reader, and the most that were there at once. */
let inFlight: number;
let mostInFlight: number;
/** How many the reader waits for before it answers the first. */
let together: number;
let gate: PromiseWithResolvers<void>;

beforeAll(async () => {
  accounts = await makeAccounts();
  issueId = (await makeIssue(accounts.reviewer)).id;
});

beforeEach(() => {
  sent = [];
  read = [];
  [inFlight, mostInFlight, together] = [0, 0, 1];
  gate = Promise.withResolvers();
  broken = new Set();
});

const READER = {
  async fetch(request: Request): Promise<Response> {
    if (new URL(request.url).pathname !== TILE_PATH) {
      const line = (event: object) => `${JSON.stringify(event)}\n`;
      const tiles = plan.tiles.map((_, number) => `${line({ type: 'tile', number, bytes: 3 })}png`);
      return new Response(
        [line({ type: 'plan', plan }), ...tiles, line({ type: 'result', result: null })].join(''),
      );
    }
    const { number } = JSON.parse((await request.text()).split('\n')[0] ?? '') as { number: number };
    read.push(number);
    mostInFlight = Math.max(mostInFlight, ++inFlight);
    if (inFlight >= together) gate.resolve();
    await gate.promise;
    inFlight--;
    if (broken.has(number)) return Response.json({ error: { code: 'out-of-memory', message: 'Too large.' } });
    const word = { text: `часть${number}`, box: [0, 10 * number, 30, 9], confidence: 90 };
    const line = { ...word, words: [word], rtl: false, block: number };
    const models = [{ name: 'qalam_cyrl', sha256: 'f'.repeat(64) }];
    return Response.json({ reading: { lines: [line], models, engineVersion: 'test', wasmBytes: 1 } });
  },
} as unknown as Fetcher;

const TILE_QUEUE = {
  send: async (message: TileMessage) => void sent.push(message),
} as unknown as Queue<TileMessage>;

/** Gives messages to the Worker as a queue does; says which it wants again. */
async function deliver<T extends OcrMessage | TileMessage>(queue: string, ...bodies: T[]): Promise<T[]> {
  const messages = bodies.map((body) => ({
    id: crypto.randomUUID(),
    timestamp: new Date(),
    attempts: 1,
    body,
  }));
  const batch = createMessageBatch<T>(queue, messages);
  await worker.queue(batch, { ...env, READER, TILE_QUEUE });
  const { retryMessages } = await getQueueResult(batch, createExecutionContext());
  return messages.filter(({ id }) => retryMessages.some(({ msgId }) => msgId === id)).map(({ body }) => body);
}

async function startPage() {
  const page = await makeScannedPage(accounts.volunteer, issueId);
  const job = page.job?.id ?? '';
  await deliver('qalam-ocr', { job });
  return { id: page.id, job };
}

const getPage = async (id: string) => (await expectStatus<Page>(200, 'GET', `/pages/${id}`)).body;
const runsOf = async (id: string) =>
  (await expectStatus<{ items: OcrRun[] }>(200, 'GET', `/pages/${id}/ocr`)).body.items;

test('a large page is read in parts, in whatever order they come and however often, and put together once', async () => {
  const { id, job } = await startPage();
  expect(sent).toEqual([0, 1, 2].map((tile) => ({ job, tile })));
  expect(await getPage(id)).toMatchObject({ status: 'reading', job: { state: 'running' } });
  await deliver('qalam-tiles', { job, tile: 2 }, { job, tile: 2 });
  expect((await getPage(id)).job?.progress).toBeCloseTo(0.2 + 0.78 / 3, 2);
  await deliver('qalam-tiles', { job, tile: 1 }, { job, tile: 0 });
  expect(read.toSorted()).toEqual([0, 1, 2]);
  expect(await getPage(id)).toMatchObject({ status: 'read', job: { state: 'done' } });
  expect((await readText(id)).body.lines.map(({ text }) => text)).toEqual(['часть0', 'часть1', 'часть2']);
  expect(await runsOf(id)).toMatchObject([{ state: 'done', lineCount: 3, parameters: { tiles: 3 } }]);
  // Nothing of the parts is left, and a late message finds nothing to do.
  await deliver('qalam-tiles', { job, tile: 1 });
  expect((await env.SCANS.list({ prefix: `tiles/${job}/` })).objects).toEqual([]);
  expect(await connect(env).select().from(ocrTiles).where(eq(ocrTiles.jobId, job))).toEqual([]);
  expect(read).toHaveLength(3);
});

test('parts of one batch are read four at once', async () => {
  const pages = [await startPage(), await startPage(), await startPage()];
  together = 4;
  await deliver('qalam-tiles', ...sent);
  expect(read).toHaveLength(9);
  expect(mostInFlight).toBe(4);
  for (const { id } of pages) expect(await getPage(id)).toMatchObject({ status: 'read' });
});

test('a part that cannot be read fails the run, and what was read of the others is kept with it', async () => {
  const { id, job } = await startPage();
  broken.add(1);
  let waiting: TileMessage[] = sent;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    waiting = await deliver('qalam-tiles', ...waiting);
    expect(waiting).toEqual(attempt < MAX_ATTEMPTS ? [{ job, tile: 1 }] : []);
  }
  expect(await getPage(id)).toMatchObject({
    status: 'failed',
    layer: 'none',
    job: { state: 'failed', error: { code: 'out-of-memory' } },
  });
  const [run] = await runsOf(id);
  expect(run).toMatchObject({ state: 'failed', lineCount: 2, notices: [{ code: 'incomplete' }] });
  const { body } = await expectStatus<{ lines: { text: string }[] }>(200, 'GET', run?.linesUrl ?? '');
  expect(body.lines.map(({ text }) => text)).toEqual(['часть0', 'часть2']);
});

test('a page whose reader fell silent is taken up where it was left', async () => {
  const { id, job } = await startPage();
  await deliver('qalam-tiles', { job, tile: 0 });
  sent = [];
  await connect(env).update(jobs).set({ leaseUntil: 1 }).where(eq(jobs.id, job));
  await deliver('qalam-ocr', { job });
  expect(sent.map(({ tile }) => tile)).toEqual([1, 2]);
  await deliver('qalam-tiles', ...sent);
  expect(read.toSorted()).toEqual([0, 1, 2]);
  expect(await getPage(id)).toMatchObject({ status: 'read', job: { state: 'done', attempts: 2 } });
});
