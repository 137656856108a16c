/** What is uploaded to Cloudflare, and what a browser loads. */
import { gzipSync } from 'node:zlib';
import { buildWeb, measureBundle } from '../../../web/build.ts';
import { bundleWorker } from '../bundle-worker.ts';
import type { Row } from './row.ts';

const KIB = 1024;

export async function benchSize(): Promise<Row[]> {
  await buildWeb({ quiet: true });
  const { js, css } = await measureBundle();
  return [
    {
      name: 'Worker upload, gzipped, with the OCR engine, without models',
      value: (await workerBytes()) / KIB,
      unit: 'KiB',
      target: 3 * KIB,
    },
    { name: 'Page view, JavaScript before the viewer, gzipped', value: js / KIB, unit: 'KiB', target: 60 },
    { name: 'Page view, CSS, gzipped', value: css / KIB, unit: 'KiB', target: 20 },
  ];
}

/** What would be sent to Cloudflare. */
async function workerBytes(): Promise<number> {
  const modules = await bundleWorker('wrangler.toml');
  return modules.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0);
}
