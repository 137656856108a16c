/** A date of a source as it is stated, as it is printed, and in the calendar it was not stated in. */
import type { HistoricalDate } from '../../worker/shapes/common.ts';
import { dateBounds } from '../../worker/domain/time/bounds.ts';
import { EdtfError } from '../../worker/domain/time/edtf.ts';
import { formatInOtherCalendar } from '../../worker/domain/time/other-calendar.ts';
import { type Language, language } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { DateText } from './date-text.tsx';
import { edtfMessages } from './edtf-messages.ts';

export function BothDates({ date }: { date: HistoricalDate }) {
  const t = useMessages(edtfMessages);
  const other = otherDate(date);
  return (
    <>
      <DateText date={date} />
      {other && <span class="soft small"> = {other}</span>}
      {date.printed && (
        <span class="soft small"> · {t.rich('printedAs', { text: <bdi>{date.printed}</bdi> })}</span>
      )}
    </>
  );
}

/** From here on there is one calendar: nobody asks for the old style. */
const AFTER_THE_CHANGE = '1918-03-01';

/** Null where the words of the date say both already, or there is nothing to say. */
function otherDate(date: HistoricalDate, into: Language = language.value): string | null {
  // A day in another calendar than ours is always said in both.
  const daysOnly = date.edtf.split('/').every((end) => /^(\d{4}-\d{2}-\d{2}[?~%]?|\.\.|)$/.test(end));
  if (date.calendar !== 'gregorian' && daysOnly) return null;
  try {
    if (date.calendar === 'gregorian' && (dateBounds(date).earliest ?? '') >= AFTER_THE_CHANGE) return null;
    return formatInOtherCalendar(date, into);
  } catch (error) {
    if (error instanceof EdtfError) return null; // shown as it is written
    throw error;
  }
}
