import { readFileSync } from 'node:fs';
import { setImmediate as immediate } from 'node:timers/promises';
import { convertV4MiniflareOptions, Miniflare, Response } from 'miniflare';
import type { ModelName } from '../../ocr/models.ts';
import type { ReadResult } from '../../ocr/result.ts';
import { bundleWorker } from '../bundle-worker.ts';
import { modelFile } from '../model-files.ts';

/** A workerd that only reads pages, and the CPU seconds it has used. */
export interface OcrWorkerd {
  /** Reads with these models and no others. */
  read: (scan: Uint8Array, models: ModelName[]) => Promise<ReadResult>;
  /** Reads as the service does for an issue whose models these are, where nobody chose. */
  readFreely: (scan: Uint8Array, models: ModelName[]) => Promise<ReadResult>;
  cpuSeconds: () => number;
  residentBytes: () => number;
  stop: () => Promise<void>;
}

/**
 * Bundles bench-worker.ts as wrangler does for upload, and starts it in workerd.
 * @param files models that are read with in place of the service's
 */
export async function startOcrWorkerd(files: Partial<Record<ModelName, string>> = {}): Promise<OcrWorkerd> {
  const modules = await bundleWorker('wrangler.toml', 'worker/ocr/bench-worker.ts');
  const before = new Set(childProcesses());
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules,
      compatibilityDate: '2026-10-01',
      compatibilityFlags: ['nodejs_compat'],
      serviceBindings: {
        MODELS: (request: { url: string }) => {
          const name = new URL(request.url).pathname.slice(1) as ModelName;
          return new Response(readFileSync(files[name] ?? modelFile(name)));
        },
      },
    }),
  );
  await miniflare.ready;
  const pid = childProcesses().find((child) => !before.has(child)) ?? 0;
  const post = async (query: string, scan: Uint8Array) => {
    await seeClosedConnections();
    const response = await miniflare.dispatchFetch(`http://bench/?${query}`, { method: 'POST', body: scan });
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer as ReadResult;
  };
  return {
    read: (scan, models) => post(`models=${models.join('+')}`, scan),
    readFreely: (scan, models) => post(`models=${models.join('+')}&free`, scan),
    cpuSeconds: () => cpuSeconds(pid),
    residentBytes: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024,
    stop: () => miniflare.dispose(),
  };
}

/**
 * workerd closes a connection that has been idle; while this process waited for native Tesseract it could not see that,
 * and would write to it. One round of the event loop reads what has come, the next knows of it.
 */
async function seeClosedConnections(): Promise<void> {
  await immediate();
  await immediate();
}

function childProcesses(): number[] {
  return readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .split(' ')
    .map(Number)
    .filter((pid) => pid > 0 && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('workerd'));
}

/** User and system time of a process. */
function cpuSeconds(pid: number): number {
  const [user = 0, system = 0] = processTimes(pid);
  return user + system;
}

/** User and system time of the processes that this one has started and that have ended. */
export function childrenCpuSeconds(): number {
  const [, , user = 0, system = 0] = processTimes(process.pid);
  return user + system;
}

/** proc(5), stat, fields 14–17: own and children's user and system time, in hundredths of a second. */
function processTimes(pid: number): number[] {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return fields.slice(11, 15).map((value) => Number(value) / 100);
}
