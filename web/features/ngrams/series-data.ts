/** The counts of the API laid out period by period, without a hole between the first and the last. */
import type { Ngrams } from '../../../worker/shapes/ngrams.ts';

/** What one word has in one period. */
interface Count {
  occurrences: number;
  pages: number;
}

export interface Period {
  /** `1913-02`, or `1913` by year. */
  name: string;
  /** All words of the period; nought where there are no texts, and then nothing can be said about any word. */
  words: number;
  /** In the order of the series. */
  counts: Count[];
}

/** How high a word stands: its occurrences, or those of 10,000 words. Undefined where there are no texts. */
export function heightOf(period: Period, series: number, relative: boolean): number | undefined {
  if (period.words === 0) return undefined;
  const { occurrences = 0 } = period.counts[series] ?? {};
  return relative ? (10_000 * occurrences) / period.words : occurrences;
}

export function toPeriods({ by, series, totals }: Pick<Ngrams, 'by' | 'series' | 'totals'>): Period[] {
  const words = new Map(totals.map((total) => [total.period, total.words]));
  const counts = series.map((one) => new Map(one.counts.map((count) => [count.period, count])));
  const names = [...words.keys()].toSorted();
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  const steps = by === 'month' ? 12 : 1;
  const start = stepOf(first, steps);
  return Array.from({ length: stepOf(last, steps) - start + 1 }, (_, index) => {
    const name = nameOf(start + index, steps);
    return {
      name,
      words: words.get(name) ?? 0,
      counts: counts.map((known) => {
        const { occurrences = 0, pages = 0 } = known.get(name) ?? {};
        return { occurrences, pages };
      }),
    };
  });
}

function stepOf(period: string, steps: number): number {
  const [year = 0, month = 1] = period.split('-').map(Number);
  return year * steps + (steps === 1 ? 0 : month - 1);
}

function nameOf(step: number, steps: number): string {
  const year = String(Math.floor(step / steps)).padStart(4, '0');
  return steps === 1 ? year : `${year}-${String((step % steps) + 1).padStart(2, '0')}`;
}

/** Up to five round numbers from nought to at least this height. */
export function ticksTo(height: number): number[] {
  if (height <= 0) return [0, 1];
  const rough = height / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * unit).find((one) => one >= rough) ?? 10 * unit;
  const count = Math.ceil(height / step - 1e-9);
  // Sums of fractions would show as 0.30000000000000004.
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
