import {
  CalendarGregorianToJD,
  CalendarJulianToJD,
  JDToCalendarGregorian,
  JDToCalendarJulian,
} from 'astronomia/julian';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CalendarDay,
  type CalendarName,
  fromDayNumber,
  isDay,
  isoDay,
  toDayNumber,
} from './calendars.ts';

const icuFormat = new Intl.DateTimeFormat('en-u-ca-islamic-civil-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

function icuHijri(dayNumber: number): CalendarDay {
  const parts = icuFormat.formatToParts((dayNumber - 2_440_588) * 86_400_000);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  return { year: part('year'), month: part('month'), day: part('day') };
}

/** Each calendar as others reckon it: a day number to its day. */
const INDEPENDENT: Record<CalendarName, (dayNumber: number) => CalendarDay> = {
  julian: (dayNumber) => JDToCalendarJulian(dayNumber - 0.5),
  gregorian: (dayNumber) => JDToCalendarGregorian(dayNumber - 0.5),
  hijri: icuHijri,
};

const YEAR_1 = 1_721_426;
const YEAR_1_HIJRI = 1_948_440;
const YEAR_9999 = 5_373_484;
const FIRST_DAY: Record<CalendarName, number> = { julian: YEAR_1, gregorian: YEAR_1, hijri: YEAR_1_HIJRI };

/** Half of them from the years that the periodicals are of. */
const daysOf = (calendar: CalendarName) =>
  fc.oneof(
    fc.integer({ min: FIRST_DAY[calendar], max: YEAR_9999 }),
    fc.integer({ min: toDayNumber('gregorian', { year: 1850, month: 1, day: 1 }), max: 2_430_000 }),
  );

test('ICU reckons by the same variant of the Hijri calendar', () => {
  expect(icuFormat.resolvedOptions().calendar).toBe('islamic-civil');
});

describe('10,000 random days are those of an independent reckoning, both ways', () => {
  test.each(['julian', 'gregorian', 'hijri'] as const)('%s', (calendar) => {
    fc.assert(
      fc.property(daysOf(calendar), (dayNumber) => {
        const theirs = INDEPENDENT[calendar](dayNumber);
        expect(fromDayNumber(calendar, dayNumber)).toEqual(theirs);
        expect(toDayNumber(calendar, theirs)).toBe(dayNumber);
      }),
      { numRuns: 10_000 },
    );
  });

  test('from Julian to Gregorian and back', () => {
    fc.assert(
      fc.property(daysOf('julian'), (dayNumber) => {
        const julian = fromDayNumber('julian', dayNumber);
        const jd = CalendarJulianToJD(julian.year, julian.month, julian.day);
        const gregorian = fromDayNumber('gregorian', toDayNumber('julian', julian));
        expect(gregorian).toEqual(JDToCalendarGregorian(jd));
        expect(CalendarGregorianToJD(gregorian.year, gregorian.month, gregorian.day)).toBe(jd);
        expect(fromDayNumber('julian', toDayNumber('gregorian', gregorian))).toEqual(julian);
      }),
      { numRuns: 10_000 },
    );
  });
});

test.each(['julian', 'gregorian', 'hijri'] as const)(
  'every month of 1890–1930 (%s) begins and ends where others say, and has no day more',
  (calendar) => {
    const [from, to] = calendar === 'hijri' ? [1307, 1349] : [1890, 1930];
    for (let year = from; year <= to; year++) {
      for (let month = 1; month <= 12; month++) {
        const first = toDayNumber(calendar, { year, month, day: 1 });
        const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
        const last = toDayNumber(calendar, { ...next, day: 1 }) - 1;
        expect(INDEPENDENT[calendar](first)).toEqual({ year, month, day: 1 });
        const { day } = INDEPENDENT[calendar](last);
        expect(fromDayNumber(calendar, last)).toEqual({ year, month, day });
        expect([year, month, isDay(calendar, { year, month, day: day + 1 })]).toEqual([year, month, false]);
      }
    }
  },
);

/** Every date of the study's schemes and events: as stated, its first and last day, and the Gregorian ones. */
const STUDY: [string, CalendarName, string, string, string, string][] = [
  ['1905', 'julian', '1905-01-01', '1905-12-31', '1905-01-14', '1906-01-13'],
  ['1907', 'julian', '1907-01-01', '1907-12-31', '1907-01-14', '1908-01-13'],
  ['1910', 'julian', '1910-01-01', '1910-12-31', '1910-01-14', '1911-01-13'],
  ['Feb 1913', 'julian', '1913-02-01', '1913-02-28', '1913-02-14', '1913-03-13'],
  ['1913', 'julian', '1913-01-01', '1913-12-31', '1913-01-14', '1914-01-13'],
  ['1916', 'julian', '1916-01-01', '1916-12-31', '1916-01-14', '1917-01-13'],
  ['1917', 'julian', '1917-01-01', '1917-12-31', '1917-01-14', '1918-01-13'],
  ['Feb 1917', 'julian', '1917-02-01', '1917-02-28', '1917-02-14', '1917-03-13'],
  ['Jul 1917', 'julian', '1917-07-01', '1917-07-31', '1917-07-14', '1917-08-13'],
  ['5 Jul 1917', 'julian', '1917-07-05', '1917-07-05', '1917-07-18', '1917-07-18'],
  ['2 Nov 1917', 'julian', '1917-11-02', '1917-11-02', '1917-11-15', '1917-11-15'],
  ['Nov 1917', 'julian', '1917-11-01', '1917-11-30', '1917-11-14', '1917-12-13'],
  ['21 Nov 1917', 'julian', '1917-11-21', '1917-11-21', '1917-12-04', '1917-12-04'],
  ['1 Dec 1917', 'julian', '1917-12-01', '1917-12-01', '1917-12-14', '1917-12-14'],
  ['Dec 1917', 'julian', '1917-12-01', '1917-12-31', '1917-12-14', '1918-01-13'],
  ['31 Jan 1918', 'julian', '1918-01-31', '1918-01-31', '1918-02-13', '1918-02-13'],
  ['14 Feb 1918', 'gregorian', '1918-02-14', '1918-02-14', '1918-02-14', '1918-02-14'],
  ['Apr 1918', 'gregorian', '1918-04-01', '1918-04-30', '1918-04-01', '1918-04-30'],
  ['Jul 1918', 'gregorian', '1918-07-01', '1918-07-31', '1918-07-01', '1918-07-31'],
  ['Mar 1919', 'gregorian', '1919-03-01', '1919-03-31', '1919-03-01', '1919-03-31'],
  ['spring 1919', 'gregorian', '1919-03-01', '1919-05-31', '1919-03-01', '1919-05-31'],
  ['Dec 1919', 'gregorian', '1919-12-01', '1919-12-31', '1919-12-01', '1919-12-31'],
  ['Mar 1920', 'gregorian', '1920-03-01', '1920-03-31', '1920-03-01', '1920-03-31'],
  ['9 Mar 1920', 'gregorian', '1920-03-09', '1920-03-09', '1920-03-09', '1920-03-09'],
  [
    '29 Feb 1900, a day of the old style only',
    'julian',
    '1900-02-29',
    '1900-02-29',
    '1900-03-13',
    '1900-03-13',
  ],
];

const dayOf = (iso: string): CalendarDay => {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
};

test.each(STUDY)('%s (%s), %s to %s, is %s to %s', (_, calendar, first, last, earliest, latest) => {
  for (const [stated, gregorian] of [[first, earliest] as const, [last, latest] as const]) {
    const number = toDayNumber(calendar, dayOf(stated));
    expect(isoDay(number)).toBe(gregorian);
    expect(INDEPENDENT[calendar](number)).toEqual(dayOf(stated));
    expect(INDEPENDENT.gregorian(number)).toEqual(dayOf(gregorian));
    expect(fromDayNumber(calendar, toDayNumber('gregorian', dayOf(gregorian)))).toEqual(dayOf(stated));
  }
});
