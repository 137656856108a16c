import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { difficultyOf } from './difficulty.ts';

test.each([
  [{ meanConfidence: 95, lines: 60 }, 'easy'],
  [{ meanConfidence: 80, lines: 100 }, 'easy'],
  [{ meanConfidence: 80, lines: 101 }, 'middling'],
  [{ meanConfidence: 80, lines: 400 }, 'middling'],
  [{ meanConfidence: 60, lines: 600 }, 'hard'],
  [{ meanConfidence: null, lines: 3 }, 'hard'],
] as const)('%j is %s', (reading, expected) => {
  expect(difficultyOf(reading)).toBe(expected);
});

test('more lines and less certainty never make a page easier', () => {
  const order = ['easy', 'middling', 'hard'];
  const reading = fc.record({
    meanConfidence: fc.double({ min: 0, max: 100, noNaN: true }),
    lines: fc.nat(3000),
  });
  fc.assert(
    fc.property(reading, fc.nat(500), fc.double({ min: 0, max: 1, noNaN: true }), (one, more, less) => {
      const harder = { lines: one.lines + more, meanConfidence: one.meanConfidence * less };
      expect(order.indexOf(difficultyOf(harder))).toBeGreaterThanOrEqual(order.indexOf(difficultyOf(one)));
    }),
  );
});
