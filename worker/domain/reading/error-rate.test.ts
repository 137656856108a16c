import { expect, test } from 'vitest';
import { errorRateOf, isEnoughMeasured } from './error-rate.ts';

test('a rate is a share of the characters, and none where nothing was measured', () => {
  expect(errorRateOf({ pages: 1, characters: 21, errors: 1 })).toBe(0.0476);
  expect(errorRateOf({ pages: 0, characters: 0, errors: 0 })).toBeNull();
});

test('a rate from few pages or little text is told apart', () => {
  expect(isEnoughMeasured({ pages: 5, characters: 10_000, errors: 3 })).toBe(true);
  expect(isEnoughMeasured({ pages: 4, characters: 90_000, errors: 3 })).toBe(false);
  expect(isEnoughMeasured({ pages: 90, characters: 9999, errors: 3 })).toBe(false);
});
