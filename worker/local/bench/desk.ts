/** The page view with 600 lines in real Chromium: from a key press to its paint, and from the address to the lines. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client/web';
import { type Browser, type Page as Window, chromium } from 'playwright-core';
import { uuidv7 } from 'uuidv7';
import type { Issue } from '../../shapes/issues.ts';
import type { Page } from '../../shapes/pages.ts';
import type { Line } from '../../shapes/transcriptions.ts';
import { findChromium } from '../chromium.ts';
import { createHrana } from '../hrana/server.ts';
import { type Service, startService } from '../start/service.ts';
import type { Row } from './row.ts';
import { pressesToPaint } from './trace.ts';

const SCAN = fileURLToPath(
  new URL('../../../fixtures/samples/rizhskoe-utro/1915-1-war-3.jpg', import.meta.url),
);
const LINES = 600;
const COLUMNS = 6;
const PRESSES = 150;
const OPENINGS = 7;
/** No frame of a 60 Hz screen is missed. */
const TARGET_PRESS_MS = 16;
const TARGET_OPEN_MS = 1000;

export async function benchDesk(): Promise<Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'qalam-desk-'));
  const service = await startService({ data, port: 0, samples: false, say: () => {} });
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await readPage(service);
    await makeLarge(join(data, 'qalam.db'), page);
    const window = await openWindow(browser, service);
    const address = `${service.url}/pages/${page.id}`;
    await timeToLines(window, address);
    const openings: number[] = [];
    for (let round = 0; round < OPENINGS; round++) openings.push(await timeToLines(window, address));
    await window.locator('.scan-host[data-state="open"]').waitFor();
    const plain = await measurePresses(browser, window);
    await window.keyboard.press('Alt+s');
    await window.locator('.row-strip').first().waitFor();
    const strips = await measurePresses(browser, window);
    const what = `Page of ${LINES} lines with the OCR layer`;
    return [
      {
        name: `${what}: opened from warm cache, median of ${OPENINGS}`,
        value: quantile(openings, 0.5),
        unit: 'ms',
        target: TARGET_OPEN_MS,
      },
      ...rowsOf(what, plain),
      ...rowsOf(`${what}, strips of the scan shown`, strips),
    ];
  } finally {
    await browser.close();
    await service.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

function rowsOf(what: string, presses: { paint: number; work: number }[]): Row[] {
  const over = `95th percentile of ${presses.length}`;
  const paints = presses.map(({ paint }) => paint);
  const works = presses.map(({ work }) => work);
  return [
    {
      name: `${what}: key press to paint, ${over}`,
      value: quantile(paints, 0.95),
      unit: 'ms',
      target: TARGET_PRESS_MS,
    },
    { name: `${what}: key press to paint, median`, value: quantile(paints, 0.5), unit: 'ms' },
    {
      name: `${what}: main thread at work for a key press, ${over}`,
      value: quantile(works, 0.95),
      unit: 'ms',
    },
  ];
}

async function api<T>(service: Service, method: string, path: string, body?: FormData): Promise<T> {
  const response = await fetch(`${service.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${service.keys.volunteer}` },
    ...(body ? { body } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Uploads the scan and waits until it is read. */
async function readPage(service: Service): Promise<Page> {
  const { items } = await api<{ items: Issue[] }>(service, 'GET', '/issues?limit=50');
  const issue = items.find(({ language }) => language === 'ru-petr1708');
  if (!issue) throw new Error('the fixtures have no issue in old spelling');
  const form = new FormData();
  form.append('file', new Blob([readFileSync(SCAN)]), basename(SCAN));
  let page = await api<Page>(service, 'POST', `/issues/${issue.id}/pages`, form);
  while (page.status !== 'read') {
    if (page.status === 'failed') throw new Error(`the sample was not read: ${JSON.stringify(page.job)}`);
    await wait(300);
    page = await api<Page>(service, 'GET', `/pages/${page.id}`);
  }
  return page;
}

/** Puts 600 lines of OCR in six columns in place of the few that the sample has. */
async function makeLarge(database: string, { id, scan }: Page): Promise<void> {
  const hrana = createHrana({ path: database });
  try {
    const client = createClient({ url: 'http://local/', fetch: (request: Request) => hrana.fetch(request) });
    await client.execute({
      sql: 'update revisions set lines = ? where page_id = ?',
      args: [JSON.stringify(manyLines(scan.width, scan.height)), id],
    });
  } finally {
    hrana.dispose();
  }
}

function manyLines(width: number, height: number): Line[] {
  const rows = LINES / COLUMNS;
  return Array.from({ length: LINES }, (_, index) => ({
    id: uuidv7(),
    text: `Строка ${index} газетнаго листа, какъ она напечатана въ столбцѣ`,
    box: [
      Math.floor((Math.floor(index / rows) * width) / COLUMNS),
      Math.floor(((index % rows) * height) / rows),
      Math.floor(width / COLUMNS),
      Math.floor(height / rows),
    ],
    // A third of them below what is marked as doubtful.
    confidence: 60 + (index % 3) * 18,
  }));
}

async function openWindow(browser: Browser, service: Service): Promise<Window> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const account = service.accounts.find(({ name }) => name === 'volunteer');
  if (!account) throw new Error('there is no demo volunteer');
  await context.request.post(`${service.url}/api/auth/sign-in/email`, {
    data: { email: account.email, password: account.password },
    headers: { origin: service.url },
  });
  return context.newPage();
}

/** Milliseconds from the start of the navigation until all lines are painted. */
async function timeToLines(window: Window, address: string): Promise<number> {
  await window.goto(address, { waitUntil: 'commit' });
  return window.evaluate(async (lines) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (document.querySelectorAll('.lines textarea').length < lines) await frame();
    await frame();
    return performance.now();
  }, LINES);
}

async function measurePresses(browser: Browser, window: Window) {
  await window
    .locator('.lines textarea')
    .nth(LINES / 2)
    .focus();
  await window.keyboard.press('End');
  await browser.startTracing(window, { categories: ['devtools.timeline'] });
  for (let press = 0; press < PRESSES; press++) {
    await window.keyboard.press('a');
    // People do not type in step with the screen.
    await wait(20 + (press % 7) * 5);
  }
  return pressesToPaint(JSON.parse((await browser.stopTracing()).toString()) as never);
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
