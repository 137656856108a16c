/** What a large page gains by its tiles being read side by side, through the local service with its readers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Issue } from '../../shapes/issues.ts';
import type { Job, Page } from '../../shapes/pages.ts';
import { type Service, startService } from '../start/service.ts';
import { api } from './desk/large-page.ts';
import { newspaperPage } from './large-page.ts';
import type { Row } from './row.ts';

/** Asked more often, the question itself takes a good part of a core. */
const LOOK_EVERY_MS = 250;

/** An A2 page of 34.8 megapixels, read with one reader one tile after the other, then with four tiles at once. */
export async function benchTiles(): Promise<Row[]> {
  const scan = await newspaperPage(5300, 6560, 4, 80);
  const one = await secondsToRead(scan, true);
  const four = await secondsToRead(scan, false);
  const name = `34.8 MP, ${four.tiles} tiles, through the service on ${availableParallelism()} cores`;
  return [
    { name: `${name}: one at a time`, value: one.seconds, unit: 's' },
    { name: `${name}: 4 at once`, value: four.seconds, unit: 's' },
    { name: `${name}: 4 at once over one`, value: four.seconds / one.seconds, unit: '×', target: 0.6 },
  ];
}

/** The second reading of the page: by then every reader has compiled its engine, and the renditions are made. */
async function secondsToRead(
  scan: Uint8Array<ArrayBuffer>,
  oneByOne: boolean,
): Promise<{ seconds: number; tiles: number }> {
  const data = mkdtempSync(join(tmpdir(), 'qalam-bench-'));
  const service = await startService({ data, port: 0, samples: false, oneByOne, say: () => {} });
  try {
    const page = await upload(service, scan);
    await untilRead(service, page.job?.id ?? '');
    const before = performance.now();
    const job = await api<Job>(service, 'POST', `/pages/${page.id}/ocr`, '{}');
    await untilRead(service, job.id);
    const seconds = (performance.now() - before) / 1000;
    const { items } = await api<{ items: { parameters: { tiles: number } }[] }>(
      service,
      'GET',
      `/pages/${page.id}/ocr`,
    );
    return { seconds, tiles: items[0]?.parameters.tiles ?? 0 };
  } finally {
    await service.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function upload(service: Service, scan: Uint8Array<ArrayBuffer>): Promise<Page> {
  const { items } = await api<{ items: Issue[] }>(service, 'GET', '/issues?limit=50');
  const issue = items.find(({ language }) => language === 'ru-petr1708');
  if (!issue) throw new Error('the fixtures have no issue in old spelling');
  const form = new FormData();
  form.append('file', new Blob([scan]), 'a2.jpg');
  return await api<Page>(service, 'POST', `/issues/${issue.id}/pages`, form);
}

async function untilRead(service: Service, id: string): Promise<void> {
  for (;;) {
    const { state, error } = await api<Job>(service, 'GET', `/jobs/${id}`);
    if (state === 'done') return;
    if (state === 'failed') throw new Error(`the page was not read: ${JSON.stringify(error)}`);
    await wait(LOOK_EVERY_MS);
  }
}
