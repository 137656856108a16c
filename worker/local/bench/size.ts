/** What is uploaded to Cloudflare, and what a browser loads. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildWeb, measureBundle } from '../../../web/build.ts';
import type { Row } from './row.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const KIB = 1024;

export async function benchSize(): Promise<Row[]> {
  await buildWeb({ quiet: true });
  const { js, css } = await measureBundle();
  return [
    {
      name: 'Worker upload, gzipped, with the OCR engine, without models',
      value: workerBytes() / KIB,
      unit: 'KiB',
      target: 3 * KIB,
    },
    { name: 'Page view, JavaScript before the viewer, gzipped', value: js / KIB, unit: 'KiB', target: 60 },
    { name: 'Page view, CSS, gzipped', value: css / KIB, unit: 'KiB', target: 20 },
  ];
}

/** Bundles the Worker as a deployment would, and counts what would be sent. */
function workerBytes(): number {
  const out = mkdtempSync(join(tmpdir(), 'qalam-bundle-'));
  try {
    const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
    execFileSync(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', out], {
      cwd: ROOT,
      stdio: 'pipe',
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false' },
    });
    const modules = readdirSync(out).filter((name) => /\.(js|wasm)$/.test(name));
    return modules.reduce((sum, name) => sum + gzipSync(readFileSync(join(out, name))).length, 0);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
