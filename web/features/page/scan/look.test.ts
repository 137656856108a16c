import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_SCANNED, filterOf, partsOf, turnedBy, withLight } from './look.ts';

describe('how a scan is looked at', () => {
  test('a scan as it was scanned has no filter', () => {
    expect(filterOf(AS_SCANNED)).toBe('none');
    expect(filterOf({ brightness: 120, contrast: 90, invert: true })).toBe(
      'brightness(120%) contrast(90%) invert(1)',
    );
  });

  test('light and contrast stay within what can be seen', () => {
    expect(withLight(AS_SCANNED, 'brightness', 1000).brightness).toBe(200);
    expect(withLight(AS_SCANNED, 'contrast', -5).contrast).toBe(30);
  });

  test('four quarter turns are none, and every turn can be taken back', () => {
    expect([1, 2, 3, 4].reduce((turn) => turnedBy(turn, 90), 0)).toBe(0);
    fc.assert(
      fc.property(
        fc.integer({ min: -1799, max: 1800 }),
        fc.integer({ min: -7200, max: 7200 }),
        (turn, by) => {
          const there = turnedBy(turn / 10, by / 10);
          expect(there).toBeGreaterThan(-180);
          expect(there).toBeLessThanOrEqual(180);
          expect(turnedBy(there, -by / 10)).toBeCloseTo(turn / 10, 6);
        },
      ),
    );
  });

  test('a turn is a quarter turn and a fine one of at most 45 degrees', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1799, max: 1800 }), (tenths) => {
        const { quarter, fine } = partsOf(tenths / 10);
        expect(Math.abs(fine)).toBeLessThanOrEqual(45);
        expect(quarter + fine).toBeCloseTo(tenths / 10, 6);
      }),
    );
  });
});
