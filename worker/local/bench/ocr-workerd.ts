import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as immediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { convertV4MiniflareOptions, Miniflare, Response } from 'miniflare';
import type { ModelName } from '../../ocr/models.ts';
import type { ReadResult } from '../../ocr/result.ts';
import { modelFile } from '../model-files.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A workerd that only reads pages, and the CPU seconds it has used. */
export interface OcrWorkerd {
  read: (scan: Uint8Array, models: ModelName[]) => Promise<ReadResult>;
  cpuSeconds: () => number;
  residentBytes: () => number;
  stop: () => Promise<void>;
}

/** Bundles bench-worker.ts as wrangler does for upload, and starts it in workerd. */
export async function startOcrWorkerd(): Promise<OcrWorkerd> {
  const out = mkdtempSync(join(tmpdir(), 'qalam-bench-'));
  execFileSync(
    join(ROOT, 'node_modules/.bin/wrangler'),
    [
      'deploy',
      '--dry-run',
      '--outdir',
      out,
      '--config',
      join(ROOT, 'wrangler.toml'),
      join(ROOT, 'worker/ocr/bench-worker.ts'),
    ],
    { cwd: ROOT, stdio: 'pipe', env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
  );
  const before = new Set(childProcesses());
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: readdirSync(out)
        .filter((name) => /\.(js|wasm)$/.test(name))
        .sort((a, b) => Number(b.endsWith('.js')) - Number(a.endsWith('.js')))
        .map((name) => ({
          type: name.endsWith('.wasm') ? ('CompiledWasm' as const) : ('ESModule' as const),
          path: name,
          contents: readFileSync(join(out, name)),
        })),
      compatibilityDate: '2026-10-01',
      compatibilityFlags: ['nodejs_compat'],
      serviceBindings: {
        MODELS: (request: { url: string }) =>
          new Response(readFileSync(modelFile(new URL(request.url).pathname.slice(1) as ModelName))),
      },
    }),
  );
  await miniflare.ready;
  rmSync(out, { recursive: true });
  const pid = childProcesses().find((child) => !before.has(child)) ?? 0;
  return {
    async read(scan, models) {
      await seeClosedConnections();
      const response = await miniflare.dispatchFetch(`http://bench/?models=${models.join('+')}`, {
        method: 'POST',
        body: scan,
      });
      const answer = await response.json();
      if (!response.ok) throw new Error(JSON.stringify(answer));
      return answer as ReadResult;
    },
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
