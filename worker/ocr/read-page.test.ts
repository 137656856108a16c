import { beforeAll, expect, it, vi } from 'vitest';
import cyrillic from '../../fixtures/models/qalam_cyrl.traineddata?inline';
import arabicScript from '../../fixtures/models/qalam_arab.traineddata?inline';
import arabicLanguage from '@tesseract.js-data/ara/4.0.0_best_int/ara.traineddata.gz?inline';
import rendering from '../../fixtures/samples/qalam-sample/page-1.png?inline';
import renderingText from '../../fixtures/samples/qalam-sample/page-1.gt.txt?raw';
import arabicScan from '../../fixtures/samples/al-muqtabas/1-1-p001.tif?inline';
import arabicText from '../../fixtures/samples/al-muqtabas/1-1-p001.gt.txt?raw';
import russianScan from '../../fixtures/samples/rizhskoe-utro/1915-1-war-5.jpg?inline';
import russianText from '../../fixtures/samples/rizhskoe-utro/1915-1-war-5.gt.txt?raw';
import { encodeJpeg } from '../local/bench/encode-jpeg.ts';
import { stretchContrast } from '../domain/picture/contrast.ts';
import { turnQuarter } from '../domain/picture/turn.ts';
import { countAllErrors } from '../local/measure/error-rates.ts';
import { MEMORY_LID } from './core.ts';
import { openRows } from './decode/open-rows.ts';
import { collectRows } from './decode/rows.ts';
import { withEngine } from './engine-queue.ts';
import type { ModelName } from './models.ts';
import { probeBytes } from './probe.ts';
import { readPage } from './read-page.ts';
import type { ReadResult } from './result.ts';
import { bytesOf, concat } from './testing/bytes.ts';

// A page takes seconds, and on a machine that has other work as many times longer.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const FILES: Partial<Record<ModelName, string>> = {
  qalam_cyrl: cyrillic,
  qalam_arab: arabicScript,
  ara: arabicLanguage,
};

async function loadModel(name: ModelName): Promise<Uint8Array> {
  const file = FILES[name];
  if (!file) throw new Error('no such file');
  return await bytesOf(file);
}

async function loadBroken(): Promise<Uint8Array> {
  return concat('this is no model');
}

async function read(bytes: Uint8Array, models: ModelName[] = ['qalam_cyrl']): Promise<ReadResult> {
  return await readPage({ bytes, probe: await probeBytes(bytes), models, loadModel });
}

function errorRate(reference: string, text: string): number {
  const { letters, letterErrors } = countAllErrors(reference, text);
  return letterErrors / letters;
}

let scan: Uint8Array;
let page: ReadResult;

beforeAll(async () => {
  scan = await bytesOf(russianScan);
  page = await read(scan);
});

it('reads a newspaper of 1915 with fewer than 6 errors in 100 characters', () => {
  const { letters, letterErrors } = countAllErrors(
    russianText,
    page.lines.map((line) => line.text).join('\n'),
  );
  expect(letterErrors / letters).toBeLessThan(0.06);
  expect(page.lines.map((line) => line.text).join('\n')).toMatch(/ѣ/);
});

it('says where each line and word stands on the scan, and how sure it is', () => {
  expect([page.width, page.height]).toEqual([1209, 1047]);
  for (const line of page.lines) {
    for (const part of [line, ...line.words]) {
      const [x, y, width, height] = part.box;
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(width, height)).toBeGreaterThan(0);
      expect(x + width).toBeLessThanOrEqual(page.width);
      expect(y + height).toBeLessThanOrEqual(page.height);
      expect(part.confidence).toBeGreaterThanOrEqual(0);
      expect(part.confidence).toBeLessThanOrEqual(100);
    }
    expect(line.words.map((word) => word.text).join(' ')).toBe(line.text);
  }
  const tops = page.lines.map((line) => line.box[1]);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});

it('records what it was read with', () => {
  expect(page.engineVersion).toMatch(/^5\./);
  expect(page.models).toEqual([{ name: 'qalam_cyrl', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  expect(page.wasmBytes).toBeLessThanOrEqual(MEMORY_LID);
});

it('reads the columns of a page in Arabic script from right to left', async () => {
  const { lines, models } = await read(await bytesOf(rendering), ['qalam_arab']);
  // Kazakh is not taken for Arabic.
  expect(models.map(({ name }) => name)).toEqual(['qalam_arab']);
  const body = lines.filter((line) => line.rtl && line.words.length > 3);
  const right = body.findIndex((line) => line.box[0] > 800);
  const left = body.findIndex((line) => line.box[0] + line.box[2] < 800);
  expect(right).toBeGreaterThanOrEqual(0);
  expect(left).toBeGreaterThan(right);
});

it('reads a 600-dpi TIFF at half its size and gives boxes in its own pixels', async () => {
  const result = await read(await bytesOf(arabicScan), ['qalam_arab']);
  expect(result).toMatchObject({ width: 3408, height: 5452, parameters: { scale: 2 } });
  expect(Math.max(...result.lines.map((line) => line.box[1]))).toBeGreaterThan(2726);
});

it('reads what turns out to be in Arabic with the model that knows Arabic best, unless a person chose', async () => {
  const bytes = await bytesOf(arabicScan);
  const [free, chosen] = [
    await read(bytes, ['qalam_arab']),
    await readPage({
      bytes,
      probe: await probeBytes(bytes),
      models: ['qalam_arab'],
      loadModel,
      chosen: true,
    }),
  ];
  const rateOf = ({ lines }: ReadResult) => errorRate(arabicText, lines.map((line) => line.text).join('\n'));
  expect(chosen.models.map(({ name }) => name)).toEqual(['qalam_arab']);
  expect(free.models.map(({ name }) => name)).toEqual(['qalam_arab', 'ara']);
  expect(rateOf(free)).toBeLessThan(rateOf(chosen));
});

it('says of a page with nothing on it that it is blank', async () => {
  const blank = encodeJpeg({ width: 600, height: 400, data: new Uint8Array(240_000).fill(230) });
  expect(await read(blank)).toMatchObject({ lines: [], notices: [{ code: 'blank' }] });
});

it('turns a page that stands upside down, says so, and gives boxes on the scan as it is', async () => {
  const upright = await collectRows(openRows(scan, await probeBytes(scan)));
  const turned = await read(encodeJpeg(turnQuarter(upright, 180)));
  expect(turned.notices).toContainEqual(expect.objectContaining({ code: 'turned-180' }));
  expect(errorRate(russianText, turned.lines.map((line) => line.text).join('\n'))).toBeLessThan(0.08);
  expect(turned.lines[0]?.box[1]).toBeGreaterThan(turned.lines.at(-1)?.box[1] ?? 0);
});

it('reads a region by itself, in the pixels of the whole scan', async () => {
  const [, y, , height] = page.lines[2]?.box ?? [0, 0, 0, 0];
  const region: [number, number, number, number] = [0, y - 8, 1209, height + 16];
  const result = await readPage({
    bytes: scan,
    probe: await probeBytes(scan),
    models: ['qalam_cyrl'],
    loadModel,
    region,
    parameters: { layout: 'line' },
  });
  expect(result.lines).toHaveLength(1);
  expect(errorRate(page.lines[2]?.text ?? '', result.lines[0]?.text ?? '')).toBeLessThan(0.15);
  // The box of a line that is read by itself is as high as its part, and no higher.
  const [, top, , tall] = result.lines[0]?.box ?? [0, 0, 0, 0];
  expect(top).toBeGreaterThanOrEqual(region[1]);
  expect(top + tall).toBeLessThanOrEqual(region[1] + region[3]);
  expect(Math.abs(top + tall / 2 - (y + height / 2))).toBeLessThan(6);
});

it('finds the script of a page that its issue does not tell', async () => {
  const { lines, models } = await read(await bytesOf(rendering), ['qalam_cyrl']);
  expect(models.map(({ name }) => name)).toContain('qalam_arab');
  expect(lines.filter((line) => line.rtl).length).toBeGreaterThan(lines.length / 2);
});

it('reads each part of a page in its own script and order', async () => {
  const onWhite = async (file: string) => {
    const bytes = await bytesOf(file);
    return stretchContrast(await collectRows(openRows(bytes, await probeBytes(bytes))));
  };
  const [russian, kazakh] = [await onWhite(russianScan), await onWhite(rendering)];
  const [gap, height] = [100, Math.max(russian.height, kazakh.height)];
  const sheet = { width: russian.width + gap + kazakh.width, height, data: new Uint8Array() };
  sheet.data = new Uint8Array(sheet.width * height).fill(255);
  for (const [part, left] of [
    [russian, 0],
    [kazakh, russian.width + gap],
  ] as const)
    for (let y = 0; y < part.height; y++)
      sheet.data.set(part.data.subarray(y * part.width, (y + 1) * part.width), y * sheet.width + left);
  const { lines, notices } = await read(encodeJpeg(sheet));
  const textOf = (isKazakh: boolean) =>
    lines
      .filter(({ box: [x] }) => x > russian.width === isKazakh)
      .map(({ text }) => text)
      .join('\n');
  expect(errorRate(russianText, textOf(false))).toBeLessThan(0.06);
  // Its two columns begin at the right, though the page is Russian.
  expect(errorRate(renderingText, textOf(true))).toBeLessThan(0.15);
  expect(notices.map(({ code }) => code)).toContain('mixed-scripts');
});

it.each([
  ['the white lid of a scanner', 255],
  ['a black table', 8],
])('reads a grey sheet that lies on %s and covers a third of the scan', async (_, surround) => {
  const sheet = await collectRows(openRows(scan, await probeBytes(scan)));
  const [left, top] = [400, 500];
  const width = sheet.width + 2 * left;
  const data = new Uint8Array(width * (sheet.height + 2 * top)).fill(surround);
  for (let y = 0; y < sheet.height; y++)
    data.set(sheet.data.subarray(y * sheet.width, (y + 1) * sheet.width), (y + top) * width + left);
  const { lines } = await read(encodeJpeg({ width, height: sheet.height + 2 * top, data }));
  expect(errorRate(russianText, lines.map((line) => line.text).join('\n'))).toBeLessThan(0.03);
});

it('names a model that is missing or damaged, and reads the next page all the same', async () => {
  await expect(read(scan, ['uig'])).rejects.toMatchObject({ code: 'model-missing' });
  const job = readPage({
    bytes: scan,
    probe: await probeBytes(scan),
    models: ['ara'],
    loadModel: loadBroken,
  });
  await expect(job).rejects.toMatchObject({ code: 'engine-failed' });
  expect((await read(scan)).lines).toHaveLength(page.lines.length);
});

it('reads one page after another when two come at once', async () => {
  const steps: string[] = [];
  const readNoting = async (name: string): Promise<ReadResult> =>
    await readPage({
      bytes: scan,
      probe: await probeBytes(scan),
      models: ['qalam_cyrl'],
      loadModel,
      onProgress: (fraction) => void (fraction > 0 && steps.push(name)),
    });
  const [first, second] = await Promise.all([readNoting('a'), readNoting('b')]);
  expect(second.lines.map((line) => line.text)).toEqual(first.lines.map((line) => line.text));
  expect(second.wasmBytes).toBe(first.wasmBytes);
});

it('fails clearly on a picture that breaks off, and lives on', async () => {
  const probe = await probeBytes(scan);
  const half = scan.slice(0, scan.length >> 1);
  await expect(readPage({ bytes: half, probe, models: ['qalam_cyrl'], loadModel })).rejects.toMatchObject({
    code: 'undecodable-image',
  });
  expect((await read(scan)).lines).toHaveLength(page.lines.length);
});

it('fails when the lid on memory is hit, never with an empty text, and reads the next page', async () => {
  const huge = { width: 8000, height: 8000, data: new Uint8Array(64_000_000).fill(200) };
  const job = withEngine(async (engine) => {
    engine.loadModels([{ name: 'qalam_cyrl', data: await loadModel('qalam_cyrl') }]);
    engine.setGrey(huge, 300);
    return engine.recognise({ tessedit_pageseg_mode: '3' });
  });
  await expect(job).rejects.toMatchObject({ code: 'out-of-memory' });
  expect((await read(scan)).lines).toHaveLength(page.lines.length);
});
