import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A module of a Worker, as Miniflare takes it. */
export interface WorkerModule {
  type: 'ESModule' | 'CompiledWasm';
  /** Its name, by which the others import it. */
  path: string;
  contents: Uint8Array<ArrayBuffer>;
}

/**
 * The modules that a deployment would upload, the entry first: wrangler makes them, so that what runs here is what
 * runs on Cloudflare.
 * @param config a wrangler configuration, from the root of the repository
 * @param entry another entry than the configuration's
 */
export async function bundleWorker(config: string, entry?: string): Promise<WorkerModule[]> {
  const out = await mkdtemp(join(tmpdir(), 'qalam-bundle-'));
  try {
    const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
    const paths = [config, ...(entry === undefined ? [] : [entry])].map((path) => join(ROOT, path));
    await promisify(execFile)(
      process.execPath,
      [wrangler, 'deploy', '--dry-run', '--outdir', out, '--config', ...paths],
      { cwd: ROOT, env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
    );
    const names = (await readdir(out)).filter((name) => /\.(js|wasm)$/.test(name));
    // Miniflare begins with the first; the rest of a bundle is WebAssembly.
    names.sort((a, b) => Number(b.endsWith('.js')) - Number(a.endsWith('.js')));
    return await Promise.all(
      names.map(async (name) => ({
        type: name.endsWith('.wasm') ? ('CompiledWasm' as const) : ('ESModule' as const),
        path: name,
        contents: new Uint8Array(await readFile(join(out, name))),
      })),
    );
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
