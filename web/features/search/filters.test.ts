import { describe, expect, it } from 'vitest';
import { dayOf, filtersToQuery, isWrongDate, readFilters } from './filters.ts';

describe('search filters', () => {
  it('come back from the address as they went into it', () => {
    const filters = {
      q: 'алаш',
      layers: ['reviewed', 'ocr'] as const,
      from: '1917',
      to: '1918-02',
      publication: 'p1',
      literal: true,
    };
    expect(readFilters(filtersToQuery(filters))).toEqual(filters);
  });

  it('leave the address clean where nothing is chosen, and search all layers', () => {
    const filters = readFilters({ q: 'газетъ' });
    expect(filters.layers).toEqual(['reviewed', 'transcribed', 'ocr']);
    expect(filtersToQuery(filters)).toEqual({ q: 'газетъ' });
    expect(readFilters({ layer: 'nonsense' }).layers).toHaveLength(3);
  });

  it('turn a year or a month into its first and last day', () => {
    expect([dayOf('1917', 'from'), dayOf('1917', 'to')]).toEqual(['1917-01-01', '1917-12-31']);
    expect([dayOf('1916-02', 'from'), dayOf('1916-2', 'to')]).toEqual(['1916-02-01', '1916-02-29']);
    expect(dayOf('1917-07-05', 'to')).toBe('1917-07-05');
  });

  it('say what is no date', () => {
    expect(['1917-13', '1917-02-30', 'July', '17'].map(isWrongDate)).toEqual([true, true, true, true]);
    expect(isWrongDate('')).toBe(false);
  });
});
