import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarName, fromDayNumber, isDay, isoDay, toDayNumber, toGregorian } from './calendars.ts';

const at = (year: number, month: number, day: number) => ({ year, month, day });

// E. G. Richards, Explanatory Supplement to the Astronomical Almanac (2013), 15.11, algorithm 3.
function richardsJulian(dayNumber: number) {
  const e = 4 * (dayNumber + 1401) + 3;
  const h = 5 * Math.floor((e % 1461) / 4) + 2;
  const month = ((Math.floor(h / 153) + 2) % 12) + 1;
  return at(
    Math.floor(e / 1461) - 4716 + Math.floor((14 - month) / 12),
    month,
    Math.floor((h % 153) / 5) + 1,
  );
}

describe('days that are known in two calendars', () => {
  test.each([
    ['the name of the party announced', at(1917, 7, 5), at(1917, 7, 18)],
    ['the last day of the old style in Russia', at(1918, 1, 31), at(1918, 2, 13)],
    ['the day after it, printed 14 February', at(1918, 2, 1), at(1918, 2, 14)],
    ['the leap day that only the old style had', at(1900, 2, 29), at(1900, 3, 13)],
    ['the day before, when 12 days became 13', at(1900, 2, 28), at(1900, 3, 12)],
    ['Declaration of the Rights of the Peoples of Russia', at(1917, 11, 2), at(1917, 11, 15)],
    ['a new year between the two', at(1917, 12, 25), at(1918, 1, 7)],
    ['the reform of 1582', at(1582, 10, 5), at(1582, 10, 15)],
  ])('%s', (_, julian, gregorian) => {
    expect(toGregorian('julian', julian)).toEqual(gregorian);
    expect(fromDayNumber('julian', toDayNumber('gregorian', gregorian))).toEqual(julian);
  });

  test.each([
    ['epoch', at(1, 1, 1), 'julian', at(622, 7, 16)],
    ['1 Muharram 1331', at(1331, 1, 1), 'gregorian', at(1912, 12, 11)],
    ['1 Muharram 1400', at(1400, 1, 1), 'gregorian', at(1979, 11, 21)],
  ] as const)('Hijri: %s', (_, hijri, calendar, day) => {
    expect(fromDayNumber(calendar, toDayNumber('hijri', hijri))).toEqual(day);
  });
});

describe('against independent reckonings', () => {
  // From the year 1 to 9999, and 10,000 of them.
  const days = fc.integer({ min: 1_721_426, max: 5_373_484 });
  const many = { numRuns: 10_000 };

  test('Gregorian days are those of Date', () => {
    fc.assert(
      fc.property(days, (dayNumber) => {
        const date = new Date((dayNumber - 2_440_588) * 86_400_000);
        expect(isoDay(dayNumber)).toBe(date.toISOString().slice(0, 10));
      }),
      many,
    );
  });

  test('Julian days are those of Richards', () => {
    fc.assert(
      fc.property(days, (dayNumber) => {
        expect(fromDayNumber('julian', dayNumber)).toEqual(richardsJulian(dayNumber));
      }),
      many,
    );
  });

  test('Hijri days are those of ICU', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-islamic-civil-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    expect(format.resolvedOptions().calendar).toBe('islamic-civil');
    const icu = (dayNumber: number) => {
      const parts = format.formatToParts((dayNumber - 2_440_588) * 86_400_000);
      const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
      return at(part('year'), part('month'), part('day'));
    };
    fc.assert(
      fc.property(fc.integer({ min: 1_948_440, max: 2_500_000 }), (dayNumber) => {
        expect(fromDayNumber('hijri', dayNumber)).toEqual(icu(dayNumber));
      }),
      { numRuns: 3_000 },
    );
  });

  test.each(['julian', 'gregorian', 'hijri'] as const)('%s days come back', (calendar) => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 6_000_000 }), (dayNumber) => {
        const day = fromDayNumber(calendar, dayNumber);
        expect(isDay(calendar, day)).toBe(true);
        expect(toDayNumber(calendar, day)).toBe(dayNumber);
      }),
      many,
    );
  });
});

test.each<[CalendarName, number, number, number]>([
  ['gregorian', 1900, 2, 29],
  ['julian', 1917, 2, 29],
  ['julian', 1917, 13, 1],
  ['gregorian', 1917, 4, 31],
  ['hijri', 1331, 2, 30],
  ['hijri', 1331, 1, 0],
  ['julian', 1917.5, 1, 1],
])('the %s calendar has no day %d-%d-%d', (calendar, year, month, day) => {
  expect(isDay(calendar, { year, month, day })).toBe(false);
  expect(() => toDayNumber(calendar, { year, month, day })).toThrow(RangeError);
});
