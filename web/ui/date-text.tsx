/** Dates of sources in both calendars, and moments of work here. */
import type { HistoricalDate } from '../../worker/shapes/common.ts';
import { formatDate } from '../../worker/domain/time/format.ts';
import { type Language, language } from '../i18n/language.ts';

/** The date of a source as a string. What cannot be read as EDTF is shown as it is printed or written. */
export function dateText(date: HistoricalDate, into: Language = language.value): string {
  try {
    return formatDate(date, into);
  } catch {
    return date.printed ?? date.edtf;
  }
}

export function DateText({ date }: { date: HistoricalDate }) {
  return <span class="date">{dateText(date)}</span>;
}

/** An EDTF string without a named calendar, such as the first and last issue of a periodical. */
function edtfText(edtf: string, into: Language = language.value): string {
  return dateText({ calendar: 'gregorian', edtf }, into);
}

/** From when to when, either of which may be unknown: "1913–1918", "from 1913". Empty where both are. */
export function spanText(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  into: Language = language.value,
): string {
  if (!from && !to) return '';
  return edtfText(from === to ? (from ?? '') : `${from || '..'}/${to || '..'}`, into);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A moment in the reader's own time zone: "22 November 2026, 10:15". */
export function momentText(iso: string, into: Language = language.value): string {
  const at = new Date(iso);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${edtfText(day, into)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{momentText(at)}</time>;
}
