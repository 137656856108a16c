import { expect, test } from 'vitest';
import { stripSize } from './draw-strip.ts';

const scan = { width: 1000, height: 2000 };

test('a strip shows a line with some room, and stands upright when the page is turned by a quarter', () => {
  expect(stripSize([100, 100, 400, 40], scan, 0)).toEqual({ width: 420, height: 60 });
  expect(stripSize([100, 100, 400, 40], scan, 1.5)).toEqual({ width: 420, height: 60 });
  expect(stripSize([100, 100, 40, 400], scan, 90)).toEqual({ width: 420, height: 60 });
  expect(stripSize([100, 100, 40, 400], scan, -88)).toEqual({ width: 420, height: 60 });
});

test('at the edge of the scan the room ends with it', () => {
  expect(stripSize([0, 0, 400, 40], scan, 0)).toEqual({ width: 410, height: 50 });
});
