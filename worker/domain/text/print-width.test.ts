import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetAt, printWidth, shareAt } from './print-width.ts';

describe('the place of a letter on a printed line', () => {
  test('is counted from the side on which the line begins', () => {
    expect(offsetAt('Алаш Орда', 0)).toBe(0);
    expect(offsetAt('Алаш Орда', 1)).toBe(9);
    expect(offsetAt('قازاق', 0)).toBe(5);
    expect(offsetAt('قازاق', 1)).toBe(0);
  });

  test('never falls between a letter and its mark', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(offsetAt('аи\u0306о', share)).not.toBe(2);
      }),
    );
  });

  test('leads back to the same letter', () => {
    const letters = fc.string({
      unit: fc.constantFrom('а', 'ш', 'і', ' ', 'ә', 'қ', 'ٴ', 'ق', 'ا', 'ز'),
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(letters, fc.nat(), (text, at) => {
        const offset = at % (text.length + 1);
        expect(offsetAt(text, shareAt(text, offset))).toBeGreaterThanOrEqual(offset - 1);
        expect(offsetAt(text, shareAt(text, offset))).toBeLessThanOrEqual(offset + 1);
      }),
    );
  });

  test('takes no room for vowel signs', () => {
    expect(printWidth('كِتَاب')).toBe(printWidth('كتاب'));
  });
});
