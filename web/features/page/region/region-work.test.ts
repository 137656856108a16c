import { expect, test, vi } from 'vitest';
import type { Box } from '../../../../worker/shapes/common.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { createLineStore } from '../store.ts';
import { BrowserReadingError, type ReadWish, type RegionReader } from './browser-reader.ts';
import type { ReadLine } from './read-lines.ts';
import { createRegionWork, type RegionParts } from './region-work.ts';

// The reader itself runs in real Chromium only (web/e2e).
vi.mock('tesseract.js', () => ({ createWorker: () => Promise.reject(new Error('not here')) }));

const scan = { width: 1000, height: 1000 };
const LINES = [0, 1, 2].map((number) => ({
  key: `l${number}`,
  id: `l${number}`,
  text: `строка ${number}`,
  box: [100, 100 * number, 500, 80] as Box,
}));
const MODEL = { name: 'm', url: '/models/m.traineddata', bytes: 1 };
const read = (text: string, box: Box): ReadLine => ({ text, box, confidence: 90, words: [] });

function makeWork(answer: (wish: ReadWish) => Promise<ReadLine[]>, parts: Partial<RegionParts> = {}) {
  const store = createLineStore(LINES);
  store.select('l1');
  const wishes: ReadWish[] = [];
  const reader: RegionReader = {
    async read(wish) {
      wishes.push(wish);
      return { lines: await answer(wish), notices: [] };
    },
    close: () => undefined,
  };
  const work = createRegionWork({
    store,
    scan,
    readers: { browser: reader, service: reader },
    prepare: async () => undefined,
    cut: async () => ({ file: new Blob(), left: 0, top: 0, scale: 1, scan }),
    middle: () => ({ x: 500, y: 500 }),
    ...parts,
  });
  return { store, work, wishes, texts: () => store.lines().map(({ text }) => text) };
}

test('the line in hand is read, offered, put in place of what stands there, and taken back in one step', async () => {
  const { work, store, texts, wishes } = makeWork(async () => [
    read('строка прочитанная', [100, 100, 500, 80]),
  ]);
  expect(work.region.value).toEqual([88, 88, 524, 104]);
  await work.read([MODEL]);
  expect(wishes[0]?.segmentation).toBe('line');
  expect(texts()).toEqual(['строка 0', 'строка 1', 'строка 2']);
  expect(work.outcome.value?.pairs).toMatchObject([{ standing: { key: 'l1' } }]);
  work.replace();
  expect(texts()).toEqual(['строка 0', 'строка прочитанная', 'строка 2']);
  expect(store.dirty.value).toBe(true);
  store.undo();
  expect(texts()).toEqual(['строка 0', 'строка 1', 'строка 2']);
});

test('what is typed while it is read is not lost', async () => {
  const { work, store, texts } = makeWork(async () => [read('новая', [100, 100, 500, 80])]);
  await work.read([MODEL]);
  store.edit('l0', 'набрано');
  work.insert();
  expect(texts()).toEqual(['набрано', 'строка 1', 'новая', 'строка 2']);
});

test('a high part is a block, unless a person says otherwise', async () => {
  const { work, wishes } = makeWork(async () => []);
  work.put([100, 0, 500, 280]);
  await work.read([MODEL]);
  work.kind.value = 'line';
  await work.read([MODEL]);
  expect(wishes.map(({ segmentation }) => segmentation)).toEqual(['block', 'line']);
});

test('a cancelled reading changes nothing and says nothing', async () => {
  const { work } = makeWork(
    ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      }),
  );
  const reading = work.read([MODEL]);
  expect(work.progress.value).toEqual({ step: 'waiting', share: 0 });
  work.cancel();
  await reading;
  expect([work.progress.value, work.outcome.value, work.failure.value]).toEqual([null, null, null]);
});

test('what failed is told apart: the model, the connection', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const failing = makeWork(async () => Promise.reject(new BrowserReadingError('model')));
  await failing.work.read([MODEL]);
  expect(failing.work.failure.value).toBe('model');
  const offline = makeWork(async () => Promise.reject(new ApiProblem('offline', 0, 'No connection')));
  await offline.work.read([MODEL], 'service');
  expect(offline.work.failure.value).toMatchObject({ offline: true });
  offline.work.move(10, 0);
  expect(offline.work.failure.value).toBeNull();
});
