import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from './numbers.ts';

test.each([
  [0, '0', '0'],
  [999, '999', '999'],
  [1234.5, '1\u00a0234,5', '1,234.5'],
  [-1_000_000, '-1\u00a0000\u00a0000', '-1,000,000'],
  [0.12345, '0,123', '0.123'],
  [-0.0001, '0', '0'],
])('%d', (value, kazakh, english) => {
  expect(formatNumber(value, 'kk')).toBe(kazakh);
  expect(formatNumber(value, 'ru')).toBe(kazakh);
  expect(formatNumber(value, 'en')).toBe(english);
});

test('whole numbers in English are those of ICU', () => {
  const icu = new Intl.NumberFormat('en');
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      expect(formatNumber(value, 'en')).toBe(icu.format(value));
    }),
  );
});

test('what is not a number is refused', () => {
  expect(() => formatNumber(NaN, 'kk')).toThrow(RangeError);
});
