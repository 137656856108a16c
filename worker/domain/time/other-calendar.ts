/** The same date in the calendar that it was not stated in. */
import type { HistoricalDate } from './bounds.ts';
import { type CalendarName, fromDayNumber } from './calendars.ts';
import type { DateWords, Form } from './date-words.ts';
import { daySpanOf } from './day-span.ts';
import { parseEdtf } from './edtf.ts';
import { type UiLanguage, WORDS } from './words.ts';

/**
 * The days that a date means, in words, in the other calendar: Gregorian ones of a Julian or Hijri date (the
 * latter marked as approximate), Julian ones of a Gregorian date. A month or a year becomes its first and last day.
 * Null where neither is known. Throws an EdtfError as `parseEdtf` does.
 * @example formatInOtherCalendar({ calendar: 'julian', edtf: '1917-07' }, 'en') // '14 July 1917 – 13 August 1917'
 */
export function formatInOtherCalendar(
  { calendar, edtf }: HistoricalDate,
  language: UiLanguage,
): string | null {
  const words = WORDS[language];
  const other = calendar === 'gregorian' ? 'julian' : 'gregorian';
  const { first, last } = daySpanOf(parseEdtf(edtf, calendar), calendar);
  const text = daysInWords(first, last, other, words);
  if (text === null) return null;
  if (calendar === 'hijri') return `≈ ${text}`;
  return other === 'julian' ? `${text} (${words.oldStyle})` : text;
}

/** From the first day to the last, either of which may be open; null where both are. */
export function daysInWords(
  first: number | null,
  last: number | null,
  calendar: CalendarName,
  words: DateWords,
): string | null {
  const day = (dayNumber: number, form: Form = 'plain') => {
    const { year, month, day } = fromDayNumber(calendar, dayNumber);
    return words.day(String(day), words.monthOfDay(month, calendar, form), String(year), calendar);
  };
  if (first !== null && last !== null) return first === last ? day(first) : `${day(first)} – ${day(last)}`;
  if (first !== null) return words.from(day(first, 'from'));
  return last === null ? null : words.until(day(last, 'until'));
}
