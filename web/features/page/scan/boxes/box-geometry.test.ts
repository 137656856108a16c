import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../../../worker/shapes/common.ts';
import { boxBetween, cutBox, moveBox, proposeBox, resizeBox } from './box-geometry.ts';

const scan = { width: 500, height: 800 };
const boxes = fc
  .tuple(fc.nat(495), fc.nat(795), fc.nat(500), fc.nat(800))
  .map(([x, y, w, h]): Box => [x, y, Math.max(1, Math.min(w, 500 - x)), Math.max(1, Math.min(h, 800 - y))]);
const steps = fc.integer({ min: -1000, max: 1000 });
const directions = fc.constantFrom<(-1 | 0 | 1)[]>(-1, 0, 1);

/** What the service takes. */
function expectValid(box: Box) {
  expect(box.every(Number.isSafeInteger)).toBe(true);
  const [x, y, width, height] = box;
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
  expect(x + width).toBeLessThanOrEqual(scan.width);
  expect(y + height).toBeLessThanOrEqual(scan.height);
}

describe('boxes of lines', () => {
  test('stay whole pixels within the scan, however they are moved and sized', () => {
    fc.assert(
      fc.property(boxes, steps, steps, directions, directions, (box, dx, dy, x, y) => {
        const moved = moveBox(box, dx / 3, dy / 3, scan);
        expectValid(moved);
        expect(moved.slice(2)).toEqual(box.slice(2));
        expectValid(resizeBox(box, { x, y }, dx / 3, dy / 3, scan));
      }),
    );
  });

  test('sizing one side leaves the opposite one where it is', () => {
    expect(resizeBox([100, 100, 50, 20], { x: -1, y: 0 }, -10, 99, scan)).toEqual([90, 100, 60, 20]);
    expect(resizeBox([100, 100, 50, 20], { x: 1, y: 1 }, 10, 5, scan)).toEqual([100, 100, 60, 25]);
    expect(resizeBox([100, 100, 50, 20], { x: -1, y: 0 }, 999, 0, scan)).toEqual([146, 100, 4, 20]);
  });

  test('are drawn between any two corners, cut at the edges, and not by a slip of the hand', () => {
    expect(boxBetween({ x: 90, y: 50 }, { x: -20, y: 10 }, scan)).toEqual([0, 10, 90, 40]);
    expect(boxBetween({ x: 90, y: 50 }, { x: 92, y: 10 }, scan)).toBeNull();
  });

  test('are cut into two that cover the same place', () => {
    fc.assert(
      fc.property(boxes, fc.double({ min: -1, max: 2, noNaN: true }), (box, share) => {
        const parts = cutBox(box, share);
        if (!parts) return;
        const [left, right] = parts;
        expectValid(left);
        expectValid(right);
        expect([left[0], right[0], left[2] + right[2]]).toEqual([box[0], box[0] + left[2], box[2]]);
      }),
    );
  });

  test('are proposed below the line before, within the scan', () => {
    expect(proposeBox([10, 10, 200, 20], { x: 0, y: 0 }, scan)).toEqual([10, 32, 200, 20]);
    expectValid(proposeBox([10, 790, 200, 10], { x: 0, y: 0 }, scan));
    expectValid(proposeBox(null, { x: 499, y: 1 }, scan));
  });
});
