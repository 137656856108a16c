/** How a dated source lies to a stage of a periodisation. Days are 'YYYY-MM-DD', Gregorian; null is open. */

export interface Span {
  earliest: string | null;
  latest: string | null;
}

/**
 * - `inside`: every day that the date may mean lies in this stage, and no stage beside it claims one of them
 * - `boundary`: so does a stage beside it (schemes share boundary months)
 * - `uncertain`: only some of the days that the date may mean lie in it
 */
export type Fit = 'inside' | 'boundary' | 'uncertain';

/** Whether a stage has bounds at all: an undated typology places nothing. */
export function isDated(stage: Span): boolean {
  return stage.earliest !== null || stage.latest !== null;
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

/** How a date lies to `stage`, given the stages beside it; null where it does not lie in it at all. */
export function fitOf(date: Span, stage: Span, beside: readonly Span[]): Fit | null {
  if (!overlaps(date, stage)) return null;
  const whole =
    (stage.earliest === null || (date.earliest !== null && date.earliest >= stage.earliest)) &&
    (stage.latest === null || (date.latest !== null && date.latest <= stage.latest));
  if (!whole) return 'uncertain';
  return beside.some((other) => overlaps(date, other)) ? 'boundary' : 'inside';
}
