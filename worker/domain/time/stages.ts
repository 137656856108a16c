/** Spans of days, of dates and of stages. Days are 'YYYY-MM-DD', Gregorian; null is open. */

export interface Span {
  earliest: string | null;
  latest: string | null;
}

/**
 * How a date lies to one stage:
 * - `inside`: every day that the date may mean lies in this stage, and no other but those above and below it
 *   claims one of them
 * - `boundary`: so does another stage (schemes share boundary months)
 * - `uncertain`: only some of the days that the date may mean lie in it
 */
export type Fit = 'inside' | 'boundary' | 'uncertain';

/** Whether there are bounds at all: an undated typology places nothing. */
export function isDated(span: Span): boolean {
  return span.earliest !== null || span.latest !== null;
}

/** Whether the spans share a day. */
export function overlaps(date: Span, stage: Span): boolean {
  return (
    isDated(stage) &&
    isDated(date) &&
    (date.latest ?? '9999') >= (stage.earliest ?? '0000') &&
    (date.earliest ?? '0000') <= (stage.latest ?? '9999')
  );
}

/** Whether every day of `inner` is one of `outer`. */
export function isWithin(inner: Span, outer: Span): boolean {
  return (
    (outer.earliest === null || (inner.earliest !== null && inner.earliest >= outer.earliest)) &&
    (outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest))
  );
}
