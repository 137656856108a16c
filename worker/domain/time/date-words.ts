/** What a language has to know to say a date. One file per language: words-en, words-kk, words-ru. */
import type { CalendarName } from './calendars.ts';
import type { Season } from './edtf-value.ts';

/** How a date stands in its sentence; only languages with cases make a difference. */
export type Form = 'plain' | 'from' | 'until';

export interface DateWords {
  /** A year, or the digits of one that are known, with what the language writes beside it. */
  year(year: string, calendar: CalendarName, form: Form): string;
  decade(firstYear: string, calendar: CalendarName, form: Form): string;
  years(first: string, last: string, calendar: CalendarName): string;
  /** The name of a month as a heading. */
  monthName(month: number, calendar: CalendarName): string;
  /** A month by itself with its year. */
  month(month: number, year: string, calendar: CalendarName, form: Form): string;
  season(season: Season, year: string, form: Form): string;
  /** The name of a month as it stands after a day. */
  monthOfDay(month: number, calendar: CalendarName, form: Form): string;
  /** Puts day, month (in the form that `monthOfDay` gives) and year in order. */
  day(day: string, monthOfDay: string, year: string, calendar: CalendarName): string;
  from(date: string): string;
  until(date: string): string;
  about(date: string): string;
  /** What follows a date whose month or day is not, or not wholly, known. */
  unknown: { day: string; month: string; both: string; end: string };
  partOf: { day(digits: string): string; month(digits: string): string };
  /** Marks a date that is left in the old style. */
  oldStyle: string;
}
