import { describe, expect, test } from 'vitest';
import { dateBounds } from '../time/bounds.ts';
import type { CalendarName } from '../time/calendars.ts';
import { findDateConflicts } from './conflicts.ts';

const claim = (id: string, property: string, calendar?: CalendarName, edtf?: string) => ({
  id,
  property,
  calendar,
  ...(calendar && edtf ? dateBounds({ calendar, edtf }) : { earliest: null, latest: null }),
});
const conflicts = (...claims: ReturnType<typeof claim>[]) =>
  [...findDateConflicts(claims)].map(([id, others]) => `${id}: ${others.map((other) => other.id).join(' ')}`);

describe('claims conflict', () => {
  test('where they give the same property days that do not meet, each with each', () => {
    expect(
      conflicts(
        claim('a', 'birth', 'gregorian', '1866'),
        claim('b', 'birth', 'gregorian', '1870'),
        claim('c', 'birth', 'julian', '1866-03-05'),
      ),
    ).toEqual(['a: b', 'b: a c', 'c: b']);
  });

  test('where the new style of one is not the old style of the other', () => {
    expect(
      conflicts(claim('a', 'date', 'julian', '1917-11-02'), claim('b', 'date', 'gregorian', '1917-11-02')),
    ).toEqual(['a: b', 'b: a']);
  });
});

describe('claims do not conflict', () => {
  test.each([
    [
      'where one is vaguer',
      claim('a', 'date', 'julian', '1917-07'),
      claim('b', 'date', 'julian', '1917-07-21/1917-07-26'),
    ],
    [
      'where two calendars name one day',
      claim('a', 'date', 'julian', '1917-11-02'),
      claim('b', 'date', 'gregorian', '1917-11-15'),
    ],
    ['on two properties', claim('a', 'birth', 'gregorian', '1866'), claim('b', 'death', 'gregorian', '1937')],
    ['without a date', claim('a', 'birth', 'gregorian', '1866'), claim('b', 'birth')],
    [
      'where one has an open end',
      claim('a', 'date', 'gregorian', '1917/..'),
      claim('b', 'date', 'gregorian', '1920'),
    ],
    // 1 Muharram 1332 is reckoned to 30 November 1913; the moon may have been seen a day later.
    [
      'where a Hijri day is a day beside',
      claim('a', 'date', 'hijri', '1332-01-01'),
      claim('b', 'date', 'gregorian', '1913-12-01'),
    ],
  ])('%s', (_, a, b) => {
    expect(conflicts(a, b)).toEqual([]);
  });

  test('but a Hijri day three days beside does', () => {
    expect(
      conflicts(claim('a', 'date', 'hijri', '1332-01-01'), claim('b', 'date', 'gregorian', '1913-12-03')),
    ).toHaveLength(2);
  });
});
