import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOf, ticksTo, toPeriods } from './series-data.ts';

const none = { occurrences: 0, pages: 0 };
const series = (query: string, counts: [string, number][]) => ({
  query,
  searched: [query],
  counts: counts.map(([period, occurrences]) => ({ period, occurrences, pages: 1 })),
  vague: none,
  undated: none,
});

describe('the counts period by period', () => {
  const periods = toPeriods({
    by: 'month',
    series: [series('қазақ', [['1914-01', 3]]), series('хат', [])],
    totals: [
      { period: '1914-01', words: 1000, pages: 2 },
      { period: '1913-11', words: 500, pages: 1 },
    ],
  });

  it('go on over the turn of the year, with months that have no texts', () => {
    expect(periods.map(({ name }) => name)).toEqual(['1913-11', '1913-12', '1914-01']);
    expect(periods.map(({ words }) => words)).toEqual([500, 0, 1000]);
  });

  it('say nought where there are texts without the word, and nothing where there are no texts', () => {
    expect(periods.map((period) => heightOf(period, 0, false))).toEqual([0, undefined, 3]);
    expect(periods.map((period) => heightOf(period, 0, true))).toEqual([0, undefined, 30]);
  });

  it('go by years where they are counted so', () => {
    const years = toPeriods({
      by: 'year',
      series: [series('хат', [['1917', 1]])],
      totals: ['1915', '1917'].map((period) => ({ period, words: 10, pages: 1 })),
    });
    expect(years.map(({ name, words }) => [name, words])).toEqual([
      ['1915', 10],
      ['1916', 0],
      ['1917', 10],
    ]);
    expect(toPeriods({ by: 'year', series: [], totals: [] })).toEqual([]);
  });
});

describe('a long time without texts', () => {
  it('is one period, and says from when to when', () => {
    const periods = toPeriods({
      by: 'year',
      series: [],
      totals: ['1917', '1918', '2026'].map((period) => ({ period, words: 10, pages: 1 })),
    });
    expect(periods.map(({ name }) => name)).toEqual(['1917', '1918', '1919/2025', '2026']);
    expect(periods[2]?.words).toBe(0);
  });
});

describe('the ticks of the axis', () => {
  it('are few and round', () => {
    expect(ticksTo(7)).toEqual([0, 2, 4, 6, 8]);
    expect(ticksTo(0.3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticksTo(0)).toEqual([0, 1]);
  });

  it('reach over every height and are never more than six', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (height) => {
        const ticks = ticksTo(height);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(height * 0.999999);
      }),
    );
  });
});
