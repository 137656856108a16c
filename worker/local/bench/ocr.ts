import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModelName } from '../../ocr/models.ts';
import { modelFile } from '../model-files.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { characterErrorRate } from './error-rate.ts';
import { blankPage, readGreyJpeg, setPage } from './large-page.ts';
import { childrenCpuSeconds, type OcrWorkerd, startOcrWorkerd } from './ocr-workerd.ts';
import type { Row } from './row.ts';

const SAMPLES = fileURLToPath(new URL('../../../fixtures/samples/', import.meta.url));
const NEWSPAPER = join(SAMPLES, 'rizhskoe-utro');
const CROPS = ['1915-1-war-3', '1915-1-war-5'];
const MEBIBYTE = 2 ** 20;

/** What is compared with what; see fixtures/README.md and fixtures/models/README.md for what the figures mean. */
const SETS: { folder: string; model: ModelName; name: string }[] = [
  { folder: 'rizhskoe-utro', model: 'rus_old', name: 'errors, newspaper of 1915 (2 crops)' },
  { folder: 'al-muqtabas', model: 'ara', name: 'errors, Arabic journal of 1906 (reference modernised)' },
  { folder: 'qalam-sample', model: 'kaz_arab', name: 'errors, rendered Kazakh in Arabic script (no scan)' },
];

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
  const native = nativeCpuSeconds(page, 'rus_old');
  if (native === null)
    return { ...row, value: 0, missing: 'needs native Tesseract: apt-get install tesseract-ocr' };
  await workerd.read(page, ['rus_old']); // Compiles the WebAssembly and loads the model.
  const before = workerd.cpuSeconds();
  const rounds = 3;
  for (let round = 0; round < rounds; round++) await workerd.read(page, ['rus_old']);
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
  for (const models of [['rus_old'], ['kaz', 'ara']] satisfies ModelName[][]) {
    const before = workerd.cpuSeconds();
    const { wasmBytes } = await workerd.read(page, models);
    const name = `34.8 MP JPEG read with ${models.join('+')}`;
    rows.push({ name: `${name}: WASM memory`, value: wasmBytes / MEBIBYTE, unit: 'MiB', target: 88 });
    rows.push({ name: `${name}: CPU`, value: workerd.cpuSeconds() - before, unit: 's' });
  }
  return rows;
}

/** A page set of the real crops of a newspaper, as a JPEG. */
async function newspaperPage(
  width: number,
  height: number,
  columns: number,
  gap: number,
): Promise<Uint8Array> {
  const crops = await Promise.all(CROPS.map((name) => readGreyJpeg(join(NEWSPAPER, `${name}.jpg`))));
  const page = blankPage(width, height, crops);
  setPage(page, crops, { columns, gap });
  return encodeJpeg(page);
}

async function errorRows(workerd: OcrWorkerd): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { folder, model, name } of SETS) {
    let wrong = 0;
    let all = 0;
    for (const file of readdirSync(join(SAMPLES, folder)).filter((each) => each.endsWith('.gt.txt'))) {
      const reference = readFileSync(join(SAMPLES, folder, file), 'utf8');
      const scan = ['.jpg', '.png', '.tif']
        .map((ending) => join(SAMPLES, folder, file.replace('.gt.txt', ending)))
        .find((path) => existsSync(path));
      if (!scan) continue;
      const { lines } = await workerd.read(readFileSync(scan), [model]);
      const read = lines.map((line) => line.text).join('\n');
      wrong += characterErrorRate(reference, read) * reference.length;
      all += reference.length;
    }
    rows.push({ name: `${name}, ${model}`, value: (100 * wrong) / all, unit: '%' });
  }
  return rows;
}
