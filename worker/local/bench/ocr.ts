import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelName } from '../../ocr/models.ts';
import { modelFile } from '../model-files.ts';
import { newspaperPage } from './large-page.ts';
import { errorRows } from './ocr-errors.ts';
import { childrenCpuSeconds, type OcrWorkerd, startOcrWorkerd } from './ocr-workerd.ts';
import type { Row } from './row.ts';

const MEBIBYTE = 2 ** 20;

/** CPU, memory and errors of reading in workerd. */
export async function benchOcr(): Promise<Row[]> {
  const workerd = await startOcrWorkerd();
  try {
    return [await cpuRow(workerd), ...(await largePageRows(workerd)), ...(await errorRows(workerd))];
  } finally {
    await workerd.stop();
  }
}

/** CPU in workerd over CPU of native Tesseract, one page of 4.4 megapixels, the same model. */
async function cpuRow(workerd: OcrWorkerd): Promise<Row> {
  const row = { name: 'CPU in workerd over native Tesseract, 4.4 MP', unit: '×', target: 1.7 };
  const page = await newspaperPage(1335, 3300, 1, 60);
  const native = nativeCpuSeconds(page, 'qalam_cyrl');
  if (native === null)
    return { ...row, value: 0, missing: 'needs native Tesseract: apt-get install tesseract-ocr' };
  await workerd.read(page, ['qalam_cyrl']); // Compiles the WebAssembly and loads the model.
  const before = workerd.cpuSeconds();
  const rounds = 3;
  for (let round = 0; round < rounds; round++) await workerd.read(page, ['qalam_cyrl']);
  return { ...row, value: (workerd.cpuSeconds() - before) / rounds / native };
}

function nativeCpuSeconds(page: Uint8Array, model: ModelName): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'qalam-native-'));
  try {
    writeFileSync(join(folder, 'page.jpg'), page);
    copyFileSync(modelFile(model), join(folder, `${model}.traineddata`));
    const before = childrenCpuSeconds();
    const rounds = 3;
    for (let round = 0; round < rounds; round++) {
      const run = spawnSync(
        'tesseract',
        ['page.jpg', 'out', '--tessdata-dir', folder, '-l', model, '--oem', '1', '--psm', '3'],
        { cwd: folder, env: { ...process.env, OMP_THREAD_LIMIT: '1' } },
      );
      if (run.error || run.status !== 0) return null;
    }
    return (childrenCpuSeconds() - before) / rounds;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The memory that reading a page of 35 megapixels takes, with one small model and with two large ones. */
async function largePageRows(workerd: OcrWorkerd): Promise<Row[]> {
  const page = await newspaperPage(5300, 6560, 4, 80);
  const rows: Row[] = [];
  for (const models of [['qalam_cyrl'], ['kaz', 'ara']] satisfies ModelName[][]) {
    const before = workerd.cpuSeconds();
    const { wasmBytes } = await workerd.read(page, models);
    const name = `34.8 MP JPEG read with ${models.join('+')}`;
    rows.push({ name: `${name}: WASM memory`, value: wasmBytes / MEBIBYTE, unit: 'MiB', target: 88 });
    rows.push({ name: `${name}: CPU`, value: workerd.cpuSeconds() - before, unit: 's' });
  }
  return rows;
}
