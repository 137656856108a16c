/** The days that a parsed EDTF value may mean, in the calendar it was stated in. */
import { type CalendarName, isDay, toDayNumber } from './calendars.ts';
import type { EdtfDate, EdtfEnd, EdtfValue, Season } from './edtf-value.ts';

/** Julian day numbers, both included; null where the value is open or unknown on that side. */
export interface DaySpan {
  first: number | null;
  last: number | null;
}

/** The span from the first day that the value may mean to the last. */
export function daySpanOf(value: EdtfValue, calendar: CalendarName): DaySpan {
  if (value.kind === 'date') return daysOfDate(value, calendar) ?? { first: null, last: null };
  return { first: daysOfEnd(value.from, calendar).first, last: daysOfEnd(value.to, calendar).last };
}

/**
 * First and last day of one date; null when the calendar has no such day.
 * `?` and `~` do not widen the span: they doubt the statement, they do not change what it states.
 */
export function daysOfDate(date: EdtfDate, calendar: CalendarName): { first: number; last: number } | null {
  const years = numbersMatching(date.year, 1, 9999);
  if (date.season !== undefined) return daysOfSeason(date.season, years, calendar);
  const months = numbersMatching(date.month ?? 'XX', 1, 12);
  const days = numbersMatching(date.day ?? 'XX', 1, 31);
  const first = firstDay(calendar, years, months, days);
  const last = firstDay(calendar, years.toReversed(), months.toReversed(), days.toReversed());
  return first === null || last === null ? null : { first, last };
}

function daysOfEnd(end: EdtfEnd, calendar: CalendarName): DaySpan {
  return end.kind === 'date' ? daySpanOf(end, calendar) : { first: null, last: null };
}

function firstDay(calendar: CalendarName, years: number[], months: number[], days: number[]): number | null {
  for (const year of years) {
    for (const month of months) {
      const day = days.find((candidate) => isDay(calendar, { year, month, day: candidate }));
      if (day !== undefined) return toDayNumber(calendar, { year, month, day });
    }
  }
  return null;
}

/**
 * Seasons of the northern hemisphere, by whole months: spring is March to May. "Winter 1919" is said of the
 * winter that begins in 1919 and of the one that ends in it, so its span runs from January 1919 to February 1920.
 */
const SEASON_MONTHS: Record<Season, [number, number]> = { 21: [3, 5], 22: [6, 8], 23: [9, 11], 24: [1, 14] };

function daysOfSeason(
  season: Season,
  years: number[],
  calendar: CalendarName,
): { first: number; last: number } | null {
  const [from, to] = SEASON_MONTHS[season];
  const firstYear = years[0];
  const lastYear = years.at(-1);
  if (firstYear === undefined || lastYear === undefined) return null;
  // The last day of a month is the day before the next one begins.
  const next = { year: lastYear + Math.floor(to / 12), month: (to % 12) + 1, day: 1 };
  return {
    first: toDayNumber(calendar, { year: firstYear, month: from, day: 1 }),
    last: toDayNumber(calendar, next) - 1,
  };
}

/** The numbers that digits with X may stand for, within limits, ascending: `1X` of 1–12 is 10, 11, 12. */
function numbersMatching(pattern: string, least: number, most: number): number[] {
  let values = [0];
  for (const sign of pattern) {
    const digits = sign === 'X' ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] : [Number(sign)];
    values = values.flatMap((value) => digits.map((digit) => value * 10 + digit));
  }
  return values.filter((value) => value >= least && value <= most);
}
