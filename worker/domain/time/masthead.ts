/** Whether the several dates of one masthead can be the same day. */
import type { HistoricalDate } from './bounds.ts';
import { type DaySpan, daySpanOf } from './day-span.ts';
import { parseEdtf } from './edtf.ts';

/**
 * - `single`: there is one date only, or only one that says a day
 * - `agree`: they may all be the same day
 * - `disagree`: they cannot; that is printed so, and kept so
 */
export type DateAgreement = 'single' | 'agree' | 'disagree';

export interface MastheadAgreement {
  agreement: DateAgreement;
  /** The most days by which two of the dates miss each other; absent where all meet. */
  gapDays?: number;
}

/** The Hijri month began when the moon was seen, the reckoned one may begin a day or two beside it. */
const HIJRI_TOLERANCE = 2;

/**
 * Compares the dates of one masthead in pairs. Two agree where a day lies in both; where one is Hijri, also
 * where they miss each other by no more than two days.
 * Throws an EdtfError as `parseEdtf` does.
 * @example mastheadAgreement([{ calendar: 'julian', edtf: '1913-02-02' }, { calendar: 'hijri', edtf: '1331-03-08' }])
 */
export function mastheadAgreement(dates: readonly HistoricalDate[]): MastheadAgreement {
  const spans = dates
    .map(({ calendar, edtf }) => ({ calendar, ...daySpanOf(parseEdtf(edtf, calendar), calendar) }))
    .filter(({ first, last }) => first !== null || last !== null);
  if (spans.length < 2) return { agreement: 'single' };
  const gaps = spans.flatMap((a, index) =>
    spans.slice(index + 1).map((b) => {
      const days = daysBetween(a, b);
      const tolerance = a.calendar === 'hijri' || b.calendar === 'hijri' ? HIJRI_TOLERANCE : 0;
      return { days, fits: days <= tolerance };
    }),
  );
  const gapDays = Math.max(...gaps.map(({ days }) => days));
  return {
    agreement: gaps.every(({ fits }) => fits) ? 'agree' : 'disagree',
    ...(gapDays > 0 ? { gapDays } : {}),
  };
}

function daysBetween(a: DaySpan, b: DaySpan): number {
  return Math.max(0, daysFromTo(a.last, b.first), daysFromTo(b.last, a.first));
}

/** Open ends reach everywhere. */
function daysFromTo(end: number | null, begin: number | null): number {
  return end === null || begin === null ? 0 : begin - end;
}
