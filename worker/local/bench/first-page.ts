/** How long a newcomer waits: from the start command to a sample page that has been read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Stats } from '../../shapes/search.ts';
import { startService } from '../start/service.ts';
import type { Row } from './row.ts';

const LOOK_EVERY_MS = 200;

export async function benchFirstPage(): Promise<Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'qalam-bench-'));
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const service = await startService({ data, port: 0, samples: true, say: () => {} });
  try {
    const ready = seconds();
    const readPages = async () => {
      const stats = (await (await fetch(`${service.url}/api/v1/stats`)).json()) as Stats;
      return { read: stats.pages.readByOcr, all: stats.pages.scanned };
    };
    while ((await readPages()).read === 0) await wait(LOOK_EVERY_MS);
    const first = seconds();
    for (;;) {
      const { read, all } = await readPages();
      if (read === all) break;
      await wait(LOOK_EVERY_MS);
    }
    return [
      { name: 'Start to ready, empty folder, samples uploaded', value: ready, unit: 's' },
      { name: 'Start to the first sample page read', value: first, unit: 's', target: 120 },
      { name: 'Start to all sample pages read', value: seconds(), unit: 's' },
    ];
  } finally {
    await service.stop();
    rmSync(data, { recursive: true, force: true });
  }
}
