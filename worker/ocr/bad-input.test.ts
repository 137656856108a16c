import { beforeAll, describe, expect, test, vi } from 'vitest';
import georgian from '../../fixtures/bad-input/georgian.png?inline';
import handwriting from '../../fixtures/bad-input/handwriting.png?inline';
import latin from '../../fixtures/bad-input/latin.png?inline';
import arabicScript from '../../fixtures/models/qalam_arab.traineddata?inline';
import cyrillic from '../../fixtures/models/qalam_cyrl.traineddata?inline';
import russianScan from '../../fixtures/samples/rizhskoe-utro/1915-1-war-5.jpg?inline';
import russianText from '../../fixtures/samples/rizhskoe-utro/1915-1-war-5.gt.txt?raw';
import type { Grey } from '../domain/picture/grey.ts';
import { encodeJpeg } from '../local/bench/encode-jpeg.ts';
import { countAllErrors } from '../local/measure/error-rates.ts';
import { openRows } from './decode/open-rows.ts';
import { collectRows } from './decode/rows.ts';
import type { ModelName } from './models.ts';
import { probeBytes } from './probe.ts';
import { readPage } from './read-page.ts';
import type { ReadResult } from './result.ts';
import { bytesOf } from './testing/bytes.ts';

// What no model reads has a stated outcome: never an empty success, never nonsense that looks sure.

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const FILES: Partial<Record<ModelName, string>> = { qalam_cyrl: cyrillic, qalam_arab: arabicScript };

async function read(bytes: Uint8Array, model: ModelName = 'qalam_cyrl'): Promise<ReadResult> {
  return await readPage({
    bytes,
    probe: await probeBytes(bytes),
    models: [model],
    loadModel: async (name) => await bytesOf(FILES[name] ?? ''),
  });
}

const codes = ({ notices }: ReadResult) => notices.map(({ code }) => code);

/** Words that look sure though they were read on a page that cannot be. */
const unmarked = ({ lines }: ReadResult) =>
  lines.flatMap(({ words }) => words).filter(({ doubts, text }) => !doubts && /\p{L}{3}/u.test(text));

describe('a page that no model reads is said not to be relied on, and its words are marked', () => {
  test.each([
    ['in Latin print, read with the Cyrillic model', latin, 'qalam_cyrl'],
    ['in Latin print, read with the Arabic-script model', latin, 'qalam_arab'],
    ['in Georgian print, read with the Cyrillic model', georgian, 'qalam_cyrl'],
    ['in Georgian print, read with the Arabic-script model', georgian, 'qalam_arab'],
  ] as const)('%s', async (_, picture, model) => {
    const page = await read(await bytesOf(picture), model);
    expect(page.lines.length).toBeGreaterThan(0);
    expect(codes(page)).toContain('unreliable');
    expect(unmarked(page).length).toBeLessThan(0.15 * page.lines.flatMap(({ words }) => words).length);
  });

  test('in Latin print, and the script is named', async () => {
    const { notices } = await read(await bytesOf(latin));
    expect(notices).toContainEqual(expect.objectContaining({ code: 'other-script', value: 'Latn' }));
  });

  test('by hand', async () => {
    const page = await read(await bytesOf(handwriting));
    expect(page.lines.length).toBeGreaterThan(0);
    expect(codes(page)).toContain('unreliable');
  });
});

describe('a photograph', () => {
  /** Light that changes slowly, round things in it, and the grain of the film. */
  function photograph(seed: number, grain: number): Uint8Array {
    const [width, height] = [1000, 760];
    let state = seed;
    const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const things = Array.from({ length: 14 }, () => ({
      x: random() * width,
      y: random() * height,
      radius: (0.05 + 0.2 * random()) * width,
      depth: 200 * (random() - 0.5),
    }));
    const data = new Uint8Array(width * height);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        let value = 120 + 70 * Math.sin((3 * x) / width) * Math.cos((2 * y) / height);
        for (const thing of things) {
          const away = ((x - thing.x) ** 2 + (y - thing.y) ** 2) / thing.radius ** 2;
          if (away < 1) value += thing.depth * (1 - away);
        }
        const noise = grain * (random() + random() - 1);
        data[y * width + x] = Math.max(0, Math.min(255, value + noise));
      }
    return encodeJpeg({ width, height, data });
  }

  test.each([
    ['smooth', 3, 8, 'picture-only'],
    ['with some grain', 1, 24, 'picture-only'],
    ['with much grain', 7, 60, 'picture-only'],
  ])('%s has no text, and that is said', async (_, seed, grain, code) => {
    const page = await read(photograph(seed, grain));
    expect(page.lines).toEqual([]);
    expect(codes(page)).toContain(code);
  });
});

describe('a page of 72 dots per inch is said to be too small, and read all the same', () => {
  let small: Grey;

  beforeAll(async () => {
    const bytes = await bytesOf(russianScan);
    small = reduce(await collectRows(openRows(bytes, await probeBytes(bytes))), 300 / 72);
  });

  test.each([
    ['its file says so', 72, 72],
    ['its file says 300', 300, 160],
  ])('where %s', async (_, dpi, most) => {
    const page = await read(encodeJpeg(small, { dpi }));
    const found = page.notices.find(({ code }) => code === 'low-resolution');
    expect(Number(found?.value)).toBeLessThanOrEqual(most);
    const { words, bagErrors } = countAllErrors(russianText, page.lines.map(({ text }) => text).join('\n'));
    expect(bagErrors).toBeLessThan(0.75 * words);
  });

  /** Each pixel is the mean of those that it takes the place of. */
  function reduce({ width, height, data }: Grey, factor: number): Grey {
    const size = { width: Math.floor(width / factor), height: Math.floor(height / factor) };
    const out = new Uint8Array(size.width * size.height);
    for (let y = 0; y < size.height; y++)
      for (let x = 0; x < size.width; x++) {
        let [sum, count] = [0, 0];
        for (let v = Math.floor(y * factor); v < (y + 1) * factor; v++)
          for (let u = Math.floor(x * factor); u < (x + 1) * factor; u++, count++)
            sum += data[v * width + u] as number;
        out[y * size.width + x] = sum / count;
      }
    return { ...size, data: out };
  }
});
