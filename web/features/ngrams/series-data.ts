/** The counts of the API laid out period by period, without a hole between the first and the last. */
import type { Ngrams } from '../../../worker/shapes/ngrams.ts';

/** What one word has in one period. */
interface Count {
  occurrences: number;
  pages: number;
}

export interface Period {
  /** `1913-02`, or `1913` by year; `1920/2025` for a long time without texts. */
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

/** A longer time without texts is one period, or the lines would be a thin edge of an empty picture. */
const MOST_EMPTY = { month: 36, year: 15 };

export function toPeriods({ by, series, totals }: Pick<Ngrams, 'by' | 'series' | 'totals'>): Period[] {
  const words = new Map(totals.map((total) => [total.period, total.words]));
  const counts = series.map((one) => new Map(one.counts.map((count) => [count.period, count])));
  const toPeriod = (name: string): Period => ({
    name,
    words: words.get(name) ?? 0,
    counts: counts.map((known) => {
      const { occurrences = 0, pages = 0 } = known.get(name) ?? {};
      return { occurrences, pages };
    }),
  });
  const steps = by === 'month' ? 12 : 1;
  const known = [...words.keys()].toSorted();
  return known.flatMap((name, index) => {
    const before = known[index - 1];
    if (before === undefined) return [toPeriod(name)];
    const [first, last] = [stepOf(before, steps) + 1, stepOf(name, steps) - 1];
    const names =
      last - first >= MOST_EMPTY[by]
        ? [`${nameOf(first, steps)}/${nameOf(last, steps)}`]
        : Array.from({ length: last - first + 1 }, (_, at) => nameOf(first + at, steps));
    return [...names, name].map(toPeriod);
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
