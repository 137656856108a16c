import { describe, expect, it } from 'vitest';
import { chooseYear, chosenYears, fillYears } from './year-span.ts';

describe('the bars of years', () => {
  it('stand for every year from the first to the last; pages without a date are not among them', () => {
    const counts = [
      { value: '1917', count: 9 },
      { value: '', count: 2 },
      { value: '1914', count: 3 },
    ];
    expect(fillYears(counts)).toEqual([
      { year: 1914, count: 3 },
      { year: 1915, count: 0 },
      { year: 1916, count: 0 },
      { year: 1917, count: 9 },
    ]);
    expect(fillYears([])).toEqual([]);
  });

  it('leave out empty years where the span is too long for a row', () => {
    const years = fillYears([
      { value: '1600', count: 1 },
      { value: '1917', count: 1 },
    ]);
    expect(years.map(({ year }) => year)).toEqual([1600, 1917]);
  });
});

describe('choosing a year', () => {
  it('takes one, then a span, then begins anew', () => {
    expect(chooseYear(null, 1915)).toEqual([1915, 1915]);
    expect(chooseYear([1915, 1915], 1913)).toEqual([1913, 1915]);
    expect(chooseYear([1913, 1915], 1917)).toEqual([1917, 1917]);
  });

  it('is taken back by choosing the same one again', () => {
    expect(chooseYear([1915, 1915], 1915)).toBeNull();
  });

  it('is told from other dates that somebody typed', () => {
    expect(chosenYears('1913', '1915')).toEqual([1913, 1915]);
    expect(chosenYears('1913-02', '1915')).toBeNull();
    expect(chosenYears('', '')).toBeNull();
  });
});
