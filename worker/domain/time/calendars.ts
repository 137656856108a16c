/**
 * Three calendars and the days they share. A day is counted by its Julian day number (the whole number that
 * astronomers give to noon of that day; 1 January 2000 is 2451545), and every conversion goes through it.
 *
 * Julian and Gregorian dates are proleptic: they are reckoned by rule before the calendar was introduced and
 * after it was given up. The Hijri calendar here is the tabular civil one (epoch Friday 16 July 622, leap
 * years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of each 30): what was printed followed the sighting of
 * the moon and may differ from it by a day or two, so a Hijri date converts approximately only.
 *
 * Rules: N. Dershowitz, E. M. Reingold, Calendrical Calculations (2018), chapters 2, 3 and 7.
 */
export type CalendarName = 'julian' | 'gregorian' | 'hijri';

export interface CalendarDay {
  /** Years of the calendar's own era; there is a year 0 before 1, as astronomers count. */
  year: number;
  /** 1–12 */
  month: number;
  /** 1–31 */
  day: number;
}

/** The Julian day number of a day. Days that the calendar does not have (30 February) throw a RangeError. */
export function toDayNumber(calendar: CalendarName, date: CalendarDay): number {
  if (!isDay(calendar, date)) {
    throw new RangeError(
      `There is no day ${date.year}-${date.month}-${date.day} in the ${calendar} calendar.`,
    );
  }
  return numberOf(calendar, date);
}

/** The day of a calendar that has this Julian day number; the inverse of `toDayNumber`. */
export function fromDayNumber(calendar: CalendarName, dayNumber: number): CalendarDay {
  if (!Number.isSafeInteger(dayNumber)) throw new RangeError(`Not a day number: ${dayNumber}`);
  const year = yearOf(calendar, dayNumber);
  let month = 1;
  while (month < 12 && dayNumber >= numberOf(calendar, { year, month: month + 1, day: 1 })) month += 1;
  return { year, month, day: dayNumber - numberOf(calendar, { year, month, day: 1 }) + 1 };
}

/** The same day in the Gregorian calendar. */
export function toGregorian(calendar: CalendarName, date: CalendarDay): CalendarDay {
  return fromDayNumber('gregorian', toDayNumber(calendar, date));
}

/** Whether the calendar has this day: 29 February 1900 is a day of the Julian calendar only. */
export function isDay(calendar: CalendarName, { year, month, day }: CalendarDay): boolean {
  if (![year, month, day].every(Number.isSafeInteger)) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(calendar, year, month);
}

function daysInMonth(calendar: CalendarName, year: number, month: number): number {
  if (calendar === 'hijri') return month % 2 === 1 || (month === 12 && isLeapYear('hijri', year)) ? 30 : 29;
  if (month === 2) return isLeapYear(calendar, year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(calendar: CalendarName, year: number): boolean {
  switch (calendar) {
    case 'julian':
      return modulo(year, 4) === 0;
    case 'gregorian':
      return modulo(year, 4) === 0 && (modulo(year, 100) !== 0 || modulo(year, 400) === 0);
    case 'hijri':
      return modulo(11 * year + 14, 30) < 11;
  }
}

/**
 * `YYYY-MM-DD` of a Julian day number in the Gregorian calendar, which sorts as text.
 * Outside the years 1 to 9999 it would not: a RangeError.
 */
export function isoDay(dayNumber: number): string {
  const { year, month, day } = fromDayNumber('gregorian', dayNumber);
  if (year < 1 || year > 9999) throw new RangeError('The day lies outside the years 1 to 9999.');
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The last day before 1 January of the year 1, Gregorian and Julian, and 1 Muharram of the year 1. */
const DAY_BEFORE_ERA: Record<CalendarName, number> = {
  gregorian: 1_721_425,
  julian: 1_721_423,
  hijri: 1_948_439,
};

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Counts whole years, then whole months, then days; no check. */
function numberOf(calendar: CalendarName, { year, month, day }: CalendarDay): number {
  const past = year - 1;
  const before = DAY_BEFORE_ERA[calendar];
  // Odd months of the Hijri year have 30 days and even ones 29.
  if (calendar === 'hijri') {
    return (
      before + 354 * past + Math.floor((11 * past + 14) / 30) + 29 * (month - 1) + Math.floor(month / 2) + day
    );
  }
  let leapDays = Math.floor(past / 4);
  if (calendar === 'gregorian') leapDays += Math.floor(past / 400) - Math.floor(past / 100);
  if (month > 2 && isLeapYear(calendar, year)) leapDays += 1;
  return before + 365 * past + leapDays + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + day;
}

/** Mean lengths of a year, exact over the calendar's cycle. */
const DAYS_PER_YEAR: Record<CalendarName, number> = {
  julian: 1461 / 4,
  gregorian: 146_097 / 400,
  hijri: 10_631 / 30,
};

function yearOf(calendar: CalendarName, dayNumber: number): number {
  // An estimate by the mean year is off by one at most; the beginnings of years decide.
  let year = Math.floor((dayNumber - DAY_BEFORE_ERA[calendar]) / DAYS_PER_YEAR[calendar]) + 1;
  while (dayNumber < numberOf(calendar, { year, month: 1, day: 1 })) year -= 1;
  while (dayNumber >= numberOf(calendar, { year: year + 1, month: 1, day: 1 })) year += 1;
  return year;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
