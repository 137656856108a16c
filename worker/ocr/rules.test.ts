import { describe, expect, it } from 'vitest';
import { type Box, inReadingOrder, parseTsv } from './lines.ts';
import { chooseModels, presentModels } from './models.ts';
import { planReading } from './plan.ts';
import type { Probe } from './probe.ts';

it.each([
  [{ language: 'ru-petr1708' }, ['qalam_cyrl']],
  [{ language: 'ru' }, ['qalam_cyrl']],
  [{ language: 'kk' }, ['qalam_cyrl']],
  [{ language: 'kk-Cyrl' }, ['qalam_cyrl']],
  [{ language: 'kk-Arab' }, ['qalam_arab']],
  [{ language: 'kk', script: 'Arab' }, ['qalam_arab']],
  [{ language: 'kk-Cyrl', script: 'Arab' }, ['qalam_cyrl']],
  [{ language: 'ar' }, ['qalam_arab']],
  [{ language: 'tt-Arab' }, ['qalam_arab']],
  [{ language: 'und' }, ['qalam_cyrl']],
  [{ language: 'en-Latn' }, ['qalam_cyrl']],
])('chooses one model by script: %o', (writing, models) => {
  expect(chooseModels(writing)).toEqual(models);
});

it('reads a job that names a model of an earlier version with what came in its place', () => {
  expect(presentModels(['rus_old', 'kaz'])).toEqual(['qalam_cyrl', 'kaz']);
  expect(presentModels(['rus_old', 'qalam_cyrl'])).toEqual(['qalam_cyrl']);
  expect(presentModels(['kaz_arab'])).toEqual(['qalam_arab']);
});

const probe = (more: Partial<Probe>): Probe => ({
  type: 'image/jpeg',
  width: 5000,
  height: 6900,
  orientation: 1,
  channels: 1,
  progressive: false,
  readable: true,
  ...more,
});

it('reads a large baseline JPEG in tiles and refuses what cannot be streamed, saying what to do', () => {
  expect(planReading(probe({}))).toMatchObject({ way: 'tiles', factor: 1 });
  expect(() => planReading(probe({ progressive: true }))).toThrow(/progressive JPEG.*baseline/);
  expect(() => planReading(probe({ type: 'image/webp' }))).toThrow(/WebP/);
  expect(planReading(probe({ type: 'image/webp', width: 1000, height: 1400 }))).toMatchObject({
    way: 'direct',
  });
});

it('brings 600 dpi down to 300 unless that would leave too few pixels to read', () => {
  expect(planReading(probe({ dpi: 600 }))).toMatchObject({ factor: 2, dpi: 300 });
  expect(planReading(probe({ dpi: 600, width: 1000, height: 1000 }))).toMatchObject({ factor: 1 });
});

describe('words of a line in Arabic script', () => {
  const word = (text: string, x: number) => ({ text, box: [x, 10, 90, 20] as Box, confidence: 90 });
  const read = (...words: ReturnType<typeof word>[]) =>
    inReadingOrder(words)
      .map(({ text }) => text)
      .join(' ');

  it('follow each other from the right, whatever order they were read in', () => {
    expect(read(word('١٩١٣', 10), word('قالاسىندا', 110))).toBe('قالاسىندا ١٩١٣');
    expect(read(word('قالاسىندا', 110), word('١٩١٣', 10))).toBe('قالاسىندا ١٩١٣');
  });

  it('keep words of other scripts between them from the left, with their figures', () => {
    const [a, b] = [word('جىلى', 500), word('قازاق', 10)];
    expect(read(a, word('No', 110), word('12', 210), word('Orenburg', 310), b)).toBe(
      'جىلى No 12 Orenburg قازاق',
    );
  });

  it('leave lines in other scripts as they were read', () => {
    expect(read(word('второе', 300), word('первое', 10))).toBe('второе первое');
  });
});

it('leaves out lines without words and keeps boxes on the page', () => {
  const tsv = [
    '4\t1\t1\t1\t1\t0\t-5\t10\t300\t20\t-1\t',
    '5\t1\t1\t1\t1\t1\t-5\t10\t300\t20\t90.4\tслово',
    '4\t1\t1\t1\t2\t0\t0\t40\t300\t20\t-1\t',
    '5\t1\t1\t1\t2\t1\t0\t40\t300\t20\t95\t ',
  ].join('\n');
  const lines = parseTsv(tsv, { left: 0, top: 0, scale: 2 }, 400, 500);
  expect(lines).toMatchObject([{ text: 'слово', box: [0, 20, 400, 40], confidence: 90, rtl: false }]);
});
