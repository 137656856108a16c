/**
 * Builds the web UI into web/dist, with the OCR models that the Worker serves as static assets.
 * As a command: `node web/build.ts [--force]`. Nothing is done when no input has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chunksOf, type Manifest } from './offline/app-files.ts';

const WEB = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = join(WEB, 'dist');
/** Says what the build was made of; it lies in dist, so that a removed dist is built again. */
const STAMP = join(OUT, 'build.json');
/** Node-only module that knows where the OCR models come from. */
const MODEL_FILES = join(ROOT, 'worker/local/model-files.ts');
const INPUTS = [
  'web',
  'worker/domain',
  'fixtures/models',
  'worker/local/model-files.ts',
  'package-lock.json',
];
const NO_INPUT = /(^|\/)(dist|e2e|node_modules)\/|\.test\.tsx?$/;

export interface Built {
  /** False when web/dist was up to date. */
  built: boolean;
  milliseconds: number;
}

/** Builds unless web/dist was made of exactly these inputs; `force` builds in any case. */
export async function buildWeb(options: { force?: boolean; quiet?: boolean } = {}): Promise<Built> {
  const started = performance.now();
  const inputs = await hashInputs();
  const upToDate = !options.force && (await builtOf()) === inputs;
  if (!upToDate) {
    const { build } = await import('vite');
    await build({
      configFile: join(WEB, 'vite.config.ts'),
      configLoader: 'native',
      logLevel: options.quiet ? 'warn' : 'info',
    });
    await copyOcrModels();
    await writeFile(STAMP, `${JSON.stringify({ inputs })}\n`);
  }
  return { built: !upToDate, milliseconds: Math.round(performance.now() - started) };
}

async function copyOcrModels(): Promise<void> {
  if (!existsSync(MODEL_FILES)) return;
  const { copyModels } = (await import(MODEL_FILES)) as { copyModels: (outDir: string) => Promise<unknown> };
  await copyModels(OUT);
}

async function builtOf(): Promise<string | undefined> {
  if (!existsSync(join(OUT, 'index.html')) || !existsSync(STAMP)) return undefined;
  try {
    return (JSON.parse(await readFile(STAMP, 'utf8')) as { inputs?: string }).inputs;
  } catch {
    return undefined; // a stamp that was cut off: build again
  }
}

/** One hash over the names and contents of everything that the build reads. */
async function hashInputs(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(INPUTS.map((input) => filesUnder(join(ROOT, input))))).flat();
  for (const file of files.map((path) => relative(ROOT, path)).toSorted()) {
    if (NO_INPUT.test(file)) continue;
    hash.update(`${file}\0`).update(await readFile(join(ROOT, file)));
  }
  return hash.digest('hex');
}

async function filesUnder(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return [path]; // a single file
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** What a first visit to the page view loads before the viewer chunk, gzipped bytes. */
export async function measureBundle(
  entry = 'features/page/page-view.tsx',
): Promise<{ js: number; css: number }> {
  const manifest = JSON.parse(await readFile(join(OUT, 'manifest.json'), 'utf8')) as Manifest;
  const chunks = chunksOf(manifest, ['index.html', entry]);
  const files = new Set(chunks.flatMap(({ file, css = [] }) => [file, ...css]));
  const size = { js: 0, css: 0 };
  for (const file of files) {
    const bytes = gzipSync(await readFile(join(OUT, file)), { level: 9 }).length;
    size[file.endsWith('.css') ? 'css' : 'js'] += bytes;
  }
  return size;
}

if (import.meta.main) {
  const { built, milliseconds } = await buildWeb({ force: process.argv.includes('--force') });
  const { js, css } = await measureBundle();
  console.log(
    `web/dist ${built ? `built in ${milliseconds} ms` : 'is up to date'}; the page view loads ` +
      `${(js / 1024).toFixed(1)} KiB of JavaScript and ${(css / 1024).toFixed(1)} KiB of CSS (gzipped) before the viewer.`,
  );
}
