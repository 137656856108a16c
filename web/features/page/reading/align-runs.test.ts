import { expect, test } from 'vitest';
import type { Box } from '../../../../worker/shapes/common.ts';
import { alignRuns } from './align-runs.ts';

const line = (text: string, x: number, row: number) => ({ text, box: [x, 50 * row, 300, 40] as Box });

test('lines of two readings are put side by side by their place, also where their texts have nothing in common', () => {
  const first = [line('дѣло', 0, 0), line('одна', 0, 1), line('справа', 400, 0)];
  const second = [line('aено', 4, 0), line('справа', 402, 0), line('нижняя', 400, 1)];
  const { rows, different } = alignRuns(first, second, null);
  expect(rows.map((row) => [row.first?.text, row.second?.text])).toEqual([
    ['дѣло', 'aено'],
    ['одна', undefined],
    ['справа', 'справа'],
    [undefined, 'нижняя'],
  ]);
  expect(different).toBe(3);
});

test('beside a reading of a part only what lies in it is compared', () => {
  const { rows } = alignRuns([line('а', 0, 0), line('б', 0, 1)], [line('б', 0, 1)], [0, 45, 350, 60]);
  expect(rows.map((row) => [row.first?.text, row.second?.text])).toEqual([['б', 'б']]);
});
