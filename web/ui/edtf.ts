/** A date that is being written: what it says in words, or what is wrong with it, in the UI's language. */
import type { CalendarName } from '../../worker/domain/time/calendars.ts';
import { EdtfError } from '../../worker/domain/time/edtf.ts';
import { formatDate } from '../../worker/domain/time/format.ts';
import { type Language, language } from '../i18n/language.ts';
import { translator } from '../i18n/messages.ts';
import { edtfMessages } from './edtf-messages.ts';

export type EdtfReading = { words: string; fault?: never } | { fault: string; words?: never };

/** Null where nothing is written. */
export function readEdtf(
  edtf: string,
  calendar: CalendarName,
  into: Language = language.value,
): EdtfReading | null {
  const text = edtf.trim();
  if (text === '') return null;
  try {
    return { words: formatDate({ calendar, edtf: text }, into) };
  } catch (error) {
    if (!(error instanceof EdtfError)) throw error;
    // The parser's own sentence names the day and the month; it is in English.
    if (into === 'en') return { fault: error.message };
    const t = translator(edtfMessages, into);
    return {
      fault: error.fault === 'no-day' ? t('no-day', { calendar: t(calendar) }) : t(error.fault),
    };
  }
}
