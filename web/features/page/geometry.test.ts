import { describe, expect, test } from 'vitest';
import { contains, keepWithin, placeAt, withMargin } from './geometry.ts';

describe('a click on the scan', () => {
  const places = [
    { key: 'block', box: [0, 0, 1000, 500] as [number, number, number, number] },
    { key: 'line', box: [100, 100, 300, 40] as [number, number, number, number] },
    { key: 'far', box: [2000, 100, 300, 40] as [number, number, number, number] },
  ];

  test('finds the smallest box that holds the point', () => {
    expect(placeAt(places, 150, 120)?.key).toBe('line');
    expect(placeAt(places, 600, 300)?.key).toBe('block');
  });

  test('between lines finds the nearest one within reach, and nothing beyond', () => {
    expect(placeAt(places, 1990, 120, 20)?.key).toBe('far');
    expect(placeAt(places, 1990, 120, 5)).toBeNull();
  });
});

test('a margin is cut at the edges of the scan', () => {
  expect(withMargin([5, 5, 100, 20], 10, { width: 110, height: 500 })).toEqual([0, 0, 110, 35]);
  expect(contains([0, 0, 110, 35], [5, 5, 100, 20])).toBe(true);
  expect(contains([0, 0, 100, 35], [5, 5, 100, 20])).toBe(false);
});

test('a view stays on the page, and around its middle where it shows more than the page', () => {
  expect(keepWithin(-3, 4, 10)).toBe(0);
  expect(keepWithin(8, 4, 10)).toBe(6);
  expect(keepWithin(2, 4, 10)).toBe(2);
  expect(keepWithin(5, 14, 10)).toBe(-2);
});
