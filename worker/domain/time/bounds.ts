/** From a date as stated to the Gregorian days by which records are sorted and filtered. */
import { type CalendarName, isoDay } from './calendars.ts';
import { daySpanOf } from './day-span.ts';
import { parseEdtf } from './edtf.ts';

/** A date in the days of the calendar it names; `printed` is what the source has, kept as it stands. */
export interface HistoricalDate {
  printed?: string | undefined;
  calendar: CalendarName;
  edtf: string;
}

export interface DateBounds {
  /** `YYYY-MM-DD`, Gregorian; null where the date is open or unknown on that side. */
  earliest: string | null;
  latest: string | null;
}

/**
 * The first and last day that a date may mean. Julian to Gregorian is exact; Hijri goes by the tabular
 * calendar and may be a day or two off what was printed. Throws an EdtfError as `parseEdtf` does.
 * @example dateBounds({ calendar: 'julian', edtf: '1917-07' }) // 1917-07-14 to 1917-08-13
 */
export function dateBounds({ calendar, edtf }: HistoricalDate): DateBounds {
  const { first, last } = daySpanOf(parseEdtf(edtf, calendar), calendar);
  return { earliest: first === null ? null : isoDay(first), latest: last === null ? null : isoDay(last) };
}
