import { beforeEach, describe, expect, test } from 'vitest';
import { Sheet } from '../../domain/layout/testing/draw-page.ts';
import type { Engine } from '../engine.ts';
import { findUpright, sampleBox } from './find-upright.ts';
import { type Overview, lookAtPage } from './overview.ts';
import type { PrepareInput } from './prepare-page.ts';

// Whether Tesseract reads a sample surely is tested in read-page.test.ts; here it is said by the test.

/** How surely the sample is read, by model and by which way up it is. */
let sureness: Record<string, number>;
let readings: string[];
let letters: string;
let page: Overview;

beforeEach(async () => {
  const sheet = new Sheet(700, 900);
  sheet.column('a', 40, 40, 280, 20);
  sheet.column('b', 380, 40, 280, 36);
  const data = sheet.mask.data.map((ink) => (ink === 1 ? 0 : 255));
  page = await lookAtPage({ ...sheet.mask, data }, {}, false);
  [sureness, readings, letters] = [{}, [], 'пятнадцать букв'];
});

const sample = { width: 2, height: 1, data: new Uint8Array([0, 255]) };

async function find(more: Partial<PrepareInput> = {}) {
  let way = '';
  const engine = {
    models: '',
    loadModels: (models: { name: string }[]) => (engine.models = models.map(({ name }) => name).join('+')),
    setGrey: ({ data }: { data: Uint8Array }) => (way = `${engine.models}${data[0] === 0 ? '' : ' turned'}`),
    recognise() {
      readings.push(way);
      const word = [5, 1, 1, 1, 1, 1, 0, 0, 2, 1, sureness[way] ?? 20, letters].join('\t');
      return `4\t1\t1\t1\t1\t0\t0\t0\t2\t1\t-1\t\n${word}`;
    },
  };
  const input = {
    models: ['qalam_cyrl'],
    otherModels: ['qalam_arab'],
    rightToLeft: false,
    parameters: {},
    ...more,
  } as PrepareInput;
  return await findUpright(engine as unknown as Engine, page, sample, input, async (name) => ({
    name,
    data: new Uint8Array(),
  }));
}

test('the sample is a few rows of the column that has most', () => {
  const [x, y, width, height] = sampleBox(page) ?? [0, 0, 0, 0];
  expect(x).toBeGreaterThan(330);
  expect(x + width).toBeGreaterThan(640);
  expect([y > 100, height > 80, height < 150]).toEqual([true, true, true]);
});

describe('a page is taken', () => {
  test('as it stands, after one reading, where that is sure', async () => {
    sureness = { qalam_cyrl: 80, 'qalam_cyrl turned': 99 };
    expect(await find()).toMatchObject({ models: ['qalam_cyrl'], overview: { pose: { quarter: 0 } } });
    expect(readings).toEqual(['qalam_cyrl']);
  });

  test('as it stands, where nothing is read much better', async () => {
    sureness = { qalam_cyrl: 50, qalam_arab: 55, 'qalam_cyrl turned': 61, 'qalam_arab turned': 40 };
    expect(await find()).toMatchObject({ models: ['qalam_cyrl'], overview: page });
    expect(readings).toHaveLength(4);
  });

  test('as it stands, where there is too little to tell', async () => {
    letters = 'мало';
    expect(await find()).toMatchObject({ models: ['qalam_cyrl'], overview: page });
    expect(readings).toHaveLength(1);
  });

  test('for one in the other script, with its columns from the other side, as soon as that is sure', async () => {
    sureness = { qalam_cyrl: 40, qalam_arab: 85 };
    const found = await find();
    expect(found).toMatchObject({
      models: ['qalam_arab'],
      otherModels: ['qalam_cyrl'],
      rightToLeft: true,
      overview: { pose: { quarter: 0 } },
    });
    expect(found.overview.layout.blocks[0]?.box[0]).toBeGreaterThan(330);
    expect(readings).toEqual(['qalam_cyrl', 'qalam_arab']);
  });

  test('for one that stands on its head', async () => {
    sureness = { qalam_cyrl: 40, 'qalam_cyrl turned': 70, 'qalam_arab turned': 60 };
    expect(await find()).toMatchObject({ models: ['qalam_cyrl'], overview: { pose: { quarter: 180 } } });
  });

  test('neither for another script nor for another way up, where a person said what it is', async () => {
    sureness = { qalam_cyrl: 40, qalam_arab: 99, 'qalam_cyrl turned': 99 };
    expect(await find({ otherModels: [], parameters: { turn: 0 } })).toMatchObject({ overview: page });
    expect(readings).toEqual(['qalam_cyrl']);
  });
});
