/** Says in the terminal how the reading of queued pages goes, until nothing is waiting. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Stats } from '../../shapes/search.ts';

const LOOK_EVERY_MS = 2000;

export async function followReading(
  url: string,
  say: (text: string) => void,
  stopped: () => boolean,
): Promise<void> {
  const started = Date.now();
  let last = '';
  while (!stopped()) {
    const stats = await readStats(url);
    if (!stats) return;
    const { byStatus } = stats.pages;
    const open = (byStatus['queued'] ?? 0) + (byStatus['reading'] ?? 0);
    const text = `Reading: ${stats.pages.readByOcr} of ${stats.pages.scanned} pages read, ${open} to go`;
    if (open === 0) {
      if (last !== '')
        say(
          `${stats.pages.readByOcr} of ${stats.pages.scanned} pages read after ${Math.round((Date.now() - started) / 1000)} s.`,
        );
      return;
    }
    if (text !== last) say(text);
    last = text;
    await wait(LOOK_EVERY_MS);
  }
}

async function readStats(url: string): Promise<Stats | null> {
  try {
    const response = await fetch(`${url}/api/v1/stats`);
    return response.ok ? ((await response.json()) as Stats) : null;
  } catch {
    return null;
  }
}
