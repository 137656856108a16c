/** Dates as people read them, in Kazakh, Russian and English. */
import type { HistoricalDate } from './bounds.ts';
import { type CalendarName, fromDayNumber, toDayNumber } from './calendars.ts';
import type { DateWords, Form } from './date-words.ts';
import { daySpanOf } from './day-span.ts';
import { type EdtfDate, type EdtfEnd, type EdtfInterval, parseEdtf } from './edtf.ts';
import { daysInWords } from './other-calendar.ts';
import { type UiLanguage, WORDS } from './words.ts';

/**
 * A date in words. A Julian day is given in both styles, "5 (18) July 1917"; a Hijri day, month or year with the
 * Gregorian days or years that it is about; a Julian month is marked as old style. An unknown digit shows as "?", a doubted date
 * ends in "(?)". What was printed is not part of it. Throws an EdtfError as `parseEdtf` does.
 */
export function formatDate({ calendar, edtf }: HistoricalDate, language: UiLanguage): string {
  const words = WORDS[language];
  const value = parseEdtf(edtf, calendar);
  if (value.kind === 'interval') return formatInterval(value, calendar, words);
  if (calendar === 'hijri') return withAbout(formatSingle(value, calendar, words, 'plain'), value, words);
  return withOldStyle(formatSingle(value, calendar, words, 'plain'), isOldStyle(value, calendar), words);
}

/** The name of a month by itself, 1–12: for pickers and axes. */
export function monthName(month: number, language: UiLanguage, calendar: CalendarName = 'gregorian'): string {
  return WORDS[language].monthName(month, calendar);
}

function formatInterval({ from, to }: EdtfInterval, calendar: CalendarName, words: DateWords): string {
  if (from.kind === 'date' && to.kind === 'open') {
    return words.from(
      withOldStyle(formatSingle(from, calendar, words, 'from'), isOldStyle(from, calendar), words),
    );
  }
  if (from.kind === 'open' && to.kind === 'date') {
    return words.until(
      withOldStyle(formatSingle(to, calendar, words, 'until'), isOldStyle(to, calendar), words),
    );
  }
  if (isPlainYear(from) && isPlainYear(to)) return words.years(from.year, to.year, calendar);
  const ends = [from, to].map((end) => {
    if (end.kind === 'open') return '…';
    return end.kind === 'unknown' ? words.unknown.end : formatSingle(end, calendar, words, 'plain');
  });
  // Said once for the whole when any end needs it: both ends are in the same calendar.
  const oldStyle = [from, to].some((end) => end.kind === 'date' && isOldStyle(end, calendar));
  return withOldStyle(ends.join(' – '), oldStyle, words);
}

function formatSingle(date: EdtfDate, calendar: CalendarName, words: DateWords, form: Form): string {
  let text = withUnknownParts(date, calendar, words, form);
  if (date.uncertain) text = `${text} (?)`;
  return date.approximate ? words.about(text) : text;
}

/** Says of what is not known that it is not known, after what is. */
function withUnknownParts(date: EdtfDate, calendar: CalendarName, words: DateWords, form: Form): string {
  const { month, day } = date;
  if (month === undefined) return formatYearOrSeason(date, calendar, words, form);
  if (isKnown(month)) {
    if (day === undefined) return words.month(Number(month), asked(date.year), calendar, form);
    if (day === 'XX')
      return `${words.month(Number(month), asked(date.year), calendar, form)}, ${words.unknown.day}`;
    if (isKnown(day) && isKnown(date.year)) return formatDay(date, calendar, words, form);
    const name = words.monthOfDay(Number(month), calendar, form);
    return words.day(isKnown(day) ? String(Number(day)) : asked(day), name, asked(date.year), calendar);
  }
  const year = formatYearOrSeason(date, calendar, words, form);
  if (month === 'XX' && day === undefined) return `${year}, ${words.unknown.month}`;
  if (month === 'XX' && day === 'XX') return `${year}, ${words.unknown.both}`;
  const aboutMonth = month === 'XX' ? words.unknown.month : words.partOf.month(asked(month));
  if (day === undefined) return `${year}, ${aboutMonth}`;
  return `${year}, ${aboutMonth}, ${day === 'XX' ? words.unknown.day : words.partOf.day(asked(day))}`;
}

function formatYearOrSeason(
  { year, season }: EdtfDate,
  calendar: CalendarName,
  words: DateWords,
  form: Form,
): string {
  if (season !== undefined) return words.season(season, asked(year), form);
  if (isKnown(year)) return words.year(year, calendar, form);
  if (/^\d{3}X$/.test(year)) return words.decade(year.replace('X', '0'), calendar, form);
  return words.years(year.replaceAll('X', '0'), year.replaceAll('X', '9'), calendar);
}

function formatDay(date: EdtfDate, calendar: CalendarName, words: DateWords, form: Form): string {
  const stated = { year: Number(date.year), month: Number(date.month), day: Number(date.day) };
  const name = (month: number, of: CalendarName) => words.monthOfDay(month, of, form);
  const full = (day: string, month: string, year: number, of: CalendarName) =>
    words.day(day, month, String(year), of);
  const alone = full(String(stated.day), name(stated.month, calendar), stated.year, calendar);
  if (calendar === 'gregorian') return alone;

  const other = fromDayNumber('gregorian', toDayNumber(calendar, stated));
  const otherMonth = name(other.month, 'gregorian');
  const otherAlone = full(String(other.day), otherMonth, other.year, 'gregorian');
  if (calendar === 'hijri') return `${alone} (≈ ${otherAlone})`;
  if (other.year !== stated.year) return `${alone} (${otherAlone})`;
  const month = name(stated.month, 'julian');
  if (other.month !== stated.month) {
    return full(String(stated.day), `${month} (${other.day} ${otherMonth})`, stated.year, 'julian');
  }
  return full(`${stated.day} (${other.day})`, month, stated.year, 'julian');
}

function asked(digits: string): string {
  return digits.replaceAll('X', '?');
}

function isKnown(digits: string): boolean {
  return !digits.includes('X');
}

function isPlainYear(end: EdtfEnd): end is EdtfDate {
  if (end.kind !== 'date' || end.month !== undefined || end.season !== undefined) return false;
  return isKnown(end.year) && !end.uncertain && !end.approximate;
}

/** A year needs no mark and a whole day is given in both styles; what lies between is ambiguous without one. */
function isOldStyle({ year, month, day }: EdtfDate, calendar: CalendarName): boolean {
  if (calendar !== 'julian' || month === undefined || !isKnown(month)) return false;
  return day === undefined || !isKnown(day) || !isKnown(year);
}

function withOldStyle(text: string, oldStyle: boolean, words: DateWords): string {
  return oldStyle ? `${text} (${words.oldStyle})` : text;
}

/** A Hijri month with the Gregorian days that it is about, a year with the years; a day has its own already. */
function withAbout(text: string, date: EdtfDate, words: DateWords): string {
  if (date.day !== undefined && isKnown(date.day) && isKnown(date.month ?? 'XX') && isKnown(date.year))
    return text;
  const { first, last } = daySpanOf(date, 'hijri');
  if (first === null || last === null) return text;
  if (date.month !== undefined && isKnown(date.month) && isKnown(date.year)) {
    return `${text} (≈ ${daysInWords(first, last, 'gregorian', words)})`;
  }
  const [from, to] = [first, last].map((day) => String(fromDayNumber('gregorian', day).year));
  const years =
    from === to
      ? words.year(from ?? '', 'gregorian', 'plain')
      : words.years(from ?? '', to ?? '', 'gregorian');
  return `${text} (≈ ${years})`;
}
