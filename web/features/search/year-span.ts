/** Years with their counts as a row of bars, and what choosing one of them means. */

export interface YearCount {
  year: number;
  count: number;
}

/** Longer rows would have bars too thin to hit: then only the years that have pages stand in them. */
const MOST_YEARS = 40;

/** Every year from the first to the last, with those between that have none. */
export function fillYears(counts: readonly { value: string; count: number }[]): YearCount[] {
  const known = counts
    .filter(({ value }) => /^\d{1,4}$/.test(value))
    .map(({ value, count }) => ({ year: Number(value), count }))
    .toSorted((a, b) => a.year - b.year);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || last.year - first.year >= MOST_YEARS) return known;
  const byYear = new Map(known.map(({ year, count }) => [year, count]));
  return Array.from({ length: last.year - first.year + 1 }, (_, index) => {
    const year = first.year + index;
    return { year, count: byYear.get(year) ?? 0 };
  });
}

/** From and to as years, where that is what they are. */
export function chosenYears(from: string, to: string): [first: number, last: number] | null {
  const [first, last] = [from, to].map((text) => (/^\d{4}$/.test(text.trim()) ? Number(text) : null));
  return first != null && last != null ? [first, last] : null;
}

/**
 * What follows when a year is chosen: the first choice is that year, another one makes a span with it, a third
 * begins anew, and the same one again takes the choice back (null).
 */
export function chooseYear(chosen: [number, number] | null, year: number): [number, number] | null {
  if (chosen === null || chosen[0] !== chosen[1]) return [year, year];
  if (chosen[0] === year) return null;
  return [Math.min(chosen[0], year), Math.max(chosen[0], year)];
}
