/**
 * Reads the part of EDTF (ISO 8601-2:2019, Library of Congress profile) that periodicals need:
 * level 0 dates and intervals, and of levels 1 and 2 seasons, `?` `~` `%` after a date, open and unknown
 * ends, and X for an unknown digit anywhere in month and day and after the first digit of the year.
 * Not read: times of day, negative and five-digit years, sets, `?` and `~` on a single part of a date.
 */
import type { CalendarName } from './calendars.ts';
import { isoDay } from './calendars.ts';
import { daysOfDate, daySpanOf } from './day-span.ts';
import type { EdtfDate, EdtfEnd, EdtfValue, Season } from './edtf-value.ts';
import { english } from './words-en.ts';

export type { EdtfDate, EdtfEnd, EdtfInterval, EdtfValue } from './edtf-value.ts';

/** What can be wrong with a date, for those who say it in another language than English. */
export type EdtfFault =
  | 'empty'
  | 'unreadable'
  | 'year-digits'
  | 'two-digits'
  | 'first-digit'
  | 'small-x'
  | 'time'
  | 'year-range'
  | 'no-month'
  | 'no-day'
  | 'season-day'
  | 'season-hijri'
  | 'slashes'
  | 'open-ends'
  | 'backwards';

/** Says in plain words what is wrong with a date, and where. */
export class EdtfError extends Error {
  override readonly name = 'EdtfError';
  /** UTF-16 offset into the text that was read. */
  readonly offset: number;
  readonly fault: EdtfFault;

  constructor(message: string, offset: number, fault: EdtfFault) {
    super(message);
    this.offset = offset;
    this.fault = fault;
  }
}

/**
 * Reads an EDTF string whose days are those of `calendar`.
 * Throws an EdtfError for what cannot be read, for days that the calendar does not have, for intervals that
 * run backwards, and for days outside the Gregorian years 1 to 9999.
 * @example parseEdtf('1917-07-05', 'julian'); parseEdtf('1918/..', 'gregorian'); parseEdtf('191X', 'julian');
 */
export function parseEdtf(text: string, calendar: CalendarName): EdtfValue {
  const slash = text.indexOf('/');
  const value = slash < 0 ? readDate(text, 0, calendar) : readInterval(text, slash, calendar);
  requireDaysWithinReach(value, calendar);
  return value;
}

function readInterval(text: string, slash: number, calendar: CalendarName): EdtfValue {
  const second = text.indexOf('/', slash + 1);
  if (second >= 0)
    throw new EdtfError('An interval has one "/" only, between its two dates.', second, 'slashes');
  const from = readEnd(text.slice(0, slash), 0, calendar);
  const to = readEnd(text.slice(slash + 1), slash + 1, calendar);
  if (from.kind !== 'date' && to.kind !== 'date') {
    throw new EdtfError('An interval needs a date at one end at least, such as "1917/..".', 0, 'open-ends');
  }
  if (from.kind === 'date' && to.kind === 'date') {
    const first = daysOfDate(from, calendar)?.first ?? -Infinity;
    const last = daysOfDate(to, calendar)?.last ?? Infinity;
    if (first > last) {
      const [begin, end] = text.split('/');
      throw new EdtfError(
        `The interval runs backwards: its end, ${end}, lies before its beginning, ${begin}.`,
        slash + 1,
        'backwards',
      );
    }
  }
  return { kind: 'interval', from, to };
}

function readEnd(text: string, offset: number, calendar: CalendarName): EdtfEnd {
  if (text === '') return { kind: 'unknown' };
  if (text === '..') return { kind: 'open' };
  return readDate(text, offset, calendar);
}

const DATE = /^(?<year>[\dX]{4})(?:-(?<month>[\dX]{2})(?:-(?<day>[\dX]{2}))?)?(?<mark>[?~%]?)$/;

const MARKS: Record<string, { uncertain: boolean; approximate: boolean }> = {
  '': { uncertain: false, approximate: false },
  '?': { uncertain: true, approximate: false },
  '~': { uncertain: false, approximate: true },
  '%': { uncertain: true, approximate: true },
};

function readDate(text: string, offset: number, calendar: CalendarName): EdtfDate {
  const found = DATE.exec(text)?.groups;
  if (!found?.year) throw unreadable(text, offset);
  const { year, month, day } = found;
  if (year.startsWith('X')) {
    throw new EdtfError(
      'The first digit of the year must be known, such as "1XXX" or "191X".',
      offset,
      'first-digit',
    );
  }
  if (year === '0000') throw new EdtfError('There is no year 0; years count from 1.', offset, 'year-range');
  const date: EdtfDate = { kind: 'date', year, ...(MARKS[found.mark ?? ''] ?? MARKS['']!) };

  const season = seasonOf(month);
  if (season !== undefined) {
    if (day !== undefined) throw new EdtfError('A season (21 to 24) has no days.', offset + 8, 'season-day');
    if (calendar === 'hijri') {
      throw new EdtfError(
        'Seasons move through the Hijri year; state the season in another calendar.',
        offset + 5,
        'season-hijri',
      );
    }
    date.season = season;
  } else if (month !== undefined) {
    date.month = month;
    if (day !== undefined) date.day = day;
  }
  if (daysOfDate(date, calendar) === null) throw impossible(date, offset, calendar);
  return date;
}

function seasonOf(month: string | undefined): Season | undefined {
  return month !== undefined && /^2[1-4]$/.test(month) ? (Number(month) as Season) : undefined;
}

function unreadable(text: string, offset: number): EdtfError {
  if (text.trim() === '')
    return new EdtfError('Write a date, such as 1917, 1917-07 or 1917-07-05.', offset, 'empty');
  if (/^-|^Y/.test(text))
    return new EdtfError('Only the years 1 to 9999 can be written, with four digits.', offset, 'year-range');
  const time = /^\d{4}-\d{2}-\d{2}(?=T)/.exec(text);
  if (time)
    return new EdtfError('Leave out the time: dates go down to the day.', offset + time[0].length, 'time');
  if (/^\d[\dXux-]*[ux]/.test(text)) {
    return new EdtfError(
      'Write a capital X for a digit that is not known.',
      offset + text.search(/[ux]/),
      'small-x',
    );
  }
  if (/^\d{1,3}$|^\d{1,3}-/.test(text))
    return new EdtfError('Write the year with four digits.', offset, 'year-digits');
  if (/^[\dX]{4}-\d(?!\d)|^[\dX]{4}-[\dX]{2}-\d(?!\d)/.test(text)) {
    return new EdtfError(
      'Write month and day with two digits, such as 1917-07-05.',
      offset + 5,
      'two-digits',
    );
  }
  const start = /^[\dX]{4}(-[\dX]{2}){0,2}/.exec(text)?.[0] ?? '';
  return new EdtfError(
    'This is not a date in EDTF, such as 1917-07-05, 1917-07~ or 1917/1920.',
    offset + start.length,
    'unreadable',
  );
}

function impossible(date: EdtfDate, offset: number, calendar: CalendarName): EdtfError {
  if (date.month !== undefined && daysOfDate({ ...date, day: undefined }, calendar) === null) {
    return new EdtfError(
      `There is no month ${date.month}: months are 01 to 12, seasons 21 to 24.`,
      offset + 5,
      'no-month',
    );
  }
  const { year, month = 'XX', day } = date;
  const known = [month, year].every((part) => !part.includes('X'));
  const inMonth = known ? `${english.monthName(Number(month), calendar)} ${year}` : `${year}-${month}`;
  const stated =
    known && !day?.includes('X')
      ? `${Number(day)} ${inMonth} does not exist in the ${NAMES[calendar]} calendar.`
      : `There is no day ${day} in ${inMonth} of the ${NAMES[calendar]} calendar.`;
  return new EdtfError(calendar === 'hijri' ? `${stated} ${HIJRI_ADVICE}` : stated, offset + 8, 'no-day');
}

const NAMES: Record<CalendarName, string> = {
  julian: 'Julian',
  gregorian: 'Gregorian',
  hijri: 'reckoned Hijri',
};

/** A month that began by the sight of the moon can have had a day that the reckoned one lacks. */
const HIJRI_ADVICE =
  'Where a masthead has this day, state the month alone and keep the day in what is printed.';

function requireDaysWithinReach(value: EdtfValue, calendar: CalendarName): void {
  const { first, last } = daySpanOf(value, calendar);
  try {
    if (first !== null) isoDay(first);
    if (last !== null) isoDay(last);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EdtfError(
      'The date lies outside the years 1 to 9999 of the Gregorian calendar.',
      0,
      'year-range',
    );
  }
}
