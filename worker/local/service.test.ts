import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Issue } from '../shapes/issues.ts';
import type { Job, Page } from '../shapes/pages.ts';
import type { Publication } from '../shapes/publications.ts';
import type { Revision, RevisionSummary, Transcription } from '../shapes/transcriptions.ts';
import { type Call, createClient } from './demo/client.ts';
import type { DemoKeys } from './start/demo-accounts.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SCAN = `${ROOT}fixtures/samples/rizhskoe-utro/1915-1-war-5.jpg`;

const data = mkdtempSync(join(tmpdir(), 'qalam-service-'));
let port = 0;
let running: ChildProcess | undefined;

/** `npm start` without npm and without the sample scans; resolves when it answers. */
async function start(): Promise<void> {
  const child = spawn(process.execPath, ['worker/local/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), QALAM_DATA: data, QALAM_SAMPLES: 'no' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Qalam is at')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the start ended with ${code}: ${said}`)));
  });
}

/** Ends the start process outright, as a power cut would: no signal handler runs. */
async function killOutright(): Promise<void> {
  const child = running;
  if (!child) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

function client(name: keyof DemoKeys): Call {
  const keys = JSON.parse(readFileSync(join(data, 'demo-keys.json'), 'utf8')) as DemoKeys;
  return createClient(`http://127.0.0.1:${port}`, keys[name]);
}

async function uploadScan(): Promise<Page> {
  const reviewer = client('reviewer');
  const { body: publication } = await reviewer<Publication>('POST', '/publications', {
    json: { title: { en: 'Test' }, languages: ['ru-petr1708'] },
  });
  const { body: issue } = await reviewer<Issue>('POST', '/issues', {
    json: {
      publication: publication.id,
      number: '1',
      date: { calendar: 'julian', edtf: '1915' },
      language: 'ru-petr1708',
    },
  });
  const form = new FormData();
  form.append('file', new File([readFileSync(SCAN)], 'scan.jpg'));
  const { body } = await client('volunteer')<Page>('POST', `/issues/${issue.id}/pages`, { form });
  return body;
}

async function finished(job: string): Promise<Job> {
  for (;;) {
    const { body } = await client('volunteer')<Job>('GET', `/jobs/${job}`);
    if (body.state === 'done' || body.state === 'failed') return body;
    await wait(100);
  }
}

/** Saves one revision after the other until the service is gone; returns the ids that were acknowledged. */
async function saveUntilKilled(call: Call, pageId: string, name: string): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let count = 0; ; count++) {
    try {
      const { headers } = await call<Transcription>('GET', `/pages/${pageId}/transcription`);
      const saved = await call<Revision>('PUT', `/pages/${pageId}/transcription`, {
        json: { lines: [{ text: `${name} ${count}` }, { text: 'ѣ قازاق қазақ' }] },
        headers: { 'if-match': headers.get('etag') ?? '' },
      });
      acknowledged.push(saved.body.id);
    } catch (error) {
      // A conflict means that the other writer was first; anything else, that the service is gone.
      if (!(error instanceof Error) || !error.message.includes(' 412 ')) return acknowledged;
    }
  }
}

beforeAll(async () => {
  port = await freePort();
  await start();
}, 300_000);

afterAll(async () => {
  const child = running;
  const ended = new Promise((resolve) => child?.once('exit', resolve));
  child?.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
});

afterEach(() => expect(running?.exitCode).toBeNull());

describe('the service on one machine', () => {
  /** Uploaded just before a kill. */
  let interrupted: Page;

  test('keeps every acknowledged save when it is killed outright, and the chain has no gap', async () => {
    const page = await uploadScan();
    await finished(page.job?.id ?? '');
    const acknowledged: string[] = [];
    for (let round = 0; round < 2; round++) {
      const writers = [
        saveUntilKilled(client('volunteer'), page.id, 'first'),
        saveUntilKilled(client('volunteer2'), page.id, 'second'),
      ];
      // Far enough into the saves: when the first twenty are in the history.
      await revisionsReach(page.id, acknowledged.length + 20);
      if (round === 1) interrupted = await uploadScan();
      await killOutright();
      acknowledged.push(...(await Promise.all(writers)).flat());
      await start();
    }
    const history = await readHistory(page.id);
    const ids = new Set(history.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(history.map(({ number }) => number)).toEqual(history.map((_, index) => history.length - index));
    const byId = new Map(history.map((revision) => [revision.id, revision]));
    expect(
      history.every(({ parent, number }) =>
        parent === null ? number === 1 : byId.get(parent)?.number === number - 1,
      ),
    ).toBe(true);
  }, 300_000);

  test('takes up a reading that a kill interrupted', async () => {
    const job = await finished(interrupted.job?.id ?? '');
    expect(job).toMatchObject({ state: 'done' });
    const { body } = await client('volunteer')<Page>('GET', `/pages/${interrupted.id}`);
    expect(body).toMatchObject({ status: 'read', layer: 'ocr' });
  }, 300_000);

  test('answers while a page is being read', async () => {
    const page = await uploadScan();
    const reading = finished(page.job?.id ?? '');
    let answers = 0;
    const done = reading.then(() => true);
    while (!(await Promise.race([done, client('volunteer')('GET', '/stats').then(() => false)]))) answers++;
    expect((await reading).state).toBe('done');
    // A reading takes a second and more; were its thread the API's, there would be an answer or two.
    expect(answers).toBeGreaterThan(20);
  }, 300_000);
});

async function revisionsReach(pageId: string, count: number): Promise<void> {
  for (;;) {
    const { body } = await client('admin')<Transcription>('GET', `/pages/${pageId}/transcription`);
    if (body.number >= count) return;
  }
}

async function readHistory(pageId: string): Promise<RevisionSummary[]> {
  const history: RevisionSummary[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body }: { body: { items: RevisionSummary[]; next: string | null } } = await client('admin')(
      'GET',
      `/pages/${pageId}/revisions?limit=200&cursor=${cursor}`,
    );
    history.push(...body.items);
    cursor = body.next;
  }
  return history;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const free = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(free));
    });
  });
}
