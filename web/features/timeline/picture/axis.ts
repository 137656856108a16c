/** The axis: from days to pixels, and what is written along it. Days are counted by their day numbers. */
import { type CalendarName, toDayNumber } from '../../../../worker/domain/time/calendars.ts';

export type AxisStyle = 'gregorian' | 'julian';

export const FIRST_YEAR = 1905;
export const LAST_YEAR = 1920;

/** The first Gregorian day in Russia and the steppe: 31 January 1918 was followed by it. */
export const CHANGE_OF_CALENDAR = '1918-02-14';

export interface Axis {
  firstYear: number;
  lastYear: number;
  left: number;
  right: number;
  /** Where a day begins, also outside of the window. */
  xOf: (dayNumber: number) => number;
}

export interface Tick {
  x: number;
  /** Pixels until the next tick. */
  room: number;
  year: number;
  /** 1–12; absent on the tick of a year. */
  month?: number;
}

/** The number of a Gregorian day `YYYY-MM-DD`. */
export function dayNumberOf(day: string): number {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  return toDayNumber('gregorian', { year, month, day: date });
}

/** An axis over whole Gregorian years, both included, between two pixels. */
export function makeAxis(firstYear: number, lastYear: number, left: number, right: number): Axis {
  const first = dayNumberOf(`${firstYear}-01-01`);
  const days = dayNumberOf(`${lastYear + 1}-01-01`) - first;
  return {
    firstYear,
    lastYear,
    left,
    right,
    xOf: (dayNumber) => left + ((dayNumber - first) / days) * (right - left),
  };
}

/**
 * The beginnings of years, or of months. In Julian style they are those of the Julian calendar as long as it
 * was in use; from 14 February 1918 on both styles are the same.
 */
export function ticksOf(axis: Axis, unit: 'year' | 'month', style: AxisStyle): Tick[] {
  const change = dayNumberOf(CHANGE_OF_CALENDAR);
  const starts: { at: number; year: number; month: number }[] = [];
  // A Julian year begins within the window, or in the year before it ends.
  for (let year = axis.firstYear - 1; year <= axis.lastYear; year += 1) {
    for (let month = 1; month <= (unit === 'year' ? 1 : 12); month += 1) {
      const begin = (calendar: CalendarName) => toDayNumber(calendar, { year, month, day: 1 });
      const julian = begin('julian');
      starts.push({ at: style === 'julian' && julian < change ? julian : begin('gregorian'), year, month });
    }
  }
  const shown = starts
    .map(({ at, ...start }) => ({ x: axis.xOf(at), ...start }))
    .filter(({ x }) => x >= axis.left - 0.01 && x < axis.right);
  return shown.map(({ x, year, month }, index) => ({
    x,
    room: (shown[index + 1]?.x ?? axis.right) - x,
    year,
    ...(unit === 'month' ? { month } : {}),
  }));
}

/** First and last day number of a Gregorian month `YYYY-MM`, the last one exclusive. */
export function monthSpan(month: string): { first: number; end: number } {
  const [year = 1, number = 1] = month.split('-').map(Number);
  const first = toDayNumber('gregorian', { year, month: number, day: 1 });
  const next = number === 12 ? { year: year + 1, month: 1 } : { year, month: number + 1 };
  return { first, end: toDayNumber('gregorian', { ...next, day: 1 }) };
}
