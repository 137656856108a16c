import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { isSampled, sampleSize } from './second-review.ts';

test('about one in ten is asked about, and asking again gives the same answer', () => {
  const ids = Array.from({ length: 20_000 }, () => uuidv7());
  const sampled = ids.filter((id) => isSampled(id, 10));
  expect(sampled.length / ids.length).toBeGreaterThan(0.085);
  expect(sampled.length / ids.length).toBeLessThan(0.115);
  expect(sampled.every((id) => isSampled(id, 10))).toBe(true);
});

test('all or none where the deployment says so', () => {
  const ids = Array.from({ length: 100 }, () => uuidv7());
  expect(ids.every((id) => isSampled(id, 1))).toBe(true);
  expect(ids.some((id) => isSampled(id, 0))).toBe(false);
});

test.each([
  [undefined, 10],
  ['', 10],
  ['many', 10],
  ['-1', 10],
  ['2.5', 10],
  ['0', 0],
  ['4', 4],
])('the setting %j means one in %i', (setting, every) => {
  expect(sampleSize(setting)).toBe(every);
});
