/** A page of 600 lines with the OCR layer, on a service of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client/web';
import { uuidv7 } from 'uuidv7';
import type { Issue } from '../../../shapes/issues.ts';
import type { Page } from '../../../shapes/pages.ts';
import type { Line } from '../../../shapes/transcriptions.ts';
import { createHrana } from '../../hrana/server.ts';
import { type Service, startService } from '../../start/service.ts';

const SCAN = fileURLToPath(
  new URL('../../../../fixtures/samples/rizhskoe-utro/1915-1-war-3.jpg', import.meta.url),
);
export const LINES = 600;
const COLUMNS = 6;

export interface LargePage {
  service: Service;
  /** The page's address. */
  address: string;
  /** Ends the service and removes its data. */
  stop: () => Promise<void>;
}

/** Starts a service whose one page has many lines, a third of them doubtful. */
export const startWithLargePage = (): Promise<LargePage> => startWithPage(makeLarge);

/** Starts a service with one page, as it was read; `change` may make another of it in the database. */
export async function startWithPage(
  change?: (database: string, page: Page) => Promise<void>,
): Promise<LargePage> {
  const data = mkdtempSync(join(tmpdir(), 'qalam-desk-'));
  const service = await startService({ data, port: 0, samples: false, say: () => {} });
  const page = await readPage(service);
  await change?.(join(data, 'qalam.db'), page);
  return {
    service,
    address: `${service.url}/pages/${page.id}`,
    stop: async () => {
      await service.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Asks the service as the demo volunteer; a body that is a string is JSON. */
export async function api<T>(
  service: Service,
  method: string,
  path: string,
  body?: FormData | string,
): Promise<T> {
  const response = await fetch(`${service.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${service.keys.volunteer}`,
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
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
