import { describe, expect, it } from 'vitest';
import {
  countFilters,
  dateOf,
  filtersToApi,
  filtersToQuery,
  isWorthTrying,
  readFilters,
  withoutFilters,
} from './filters.ts';

const everything = {
  q: 'алаш',
  sort: '-date' as const,
  layers: ['reviewed', 'ocr'] as const,
  from: '1917',
  to: '1918-2',
  calendar: 'julian' as const,
  publication: 'p1',
  entities: ['e1', 'e2'],
  place: 'o1',
  stage: 's1',
  script: 'Arab',
  status: 'accepted',
  literal: true,
  inflect: false,
  near: false,
};

describe('search filters', () => {
  it('come back from the address as they went into it', () => {
    expect(readFilters(filtersToQuery(everything))).toEqual(everything);
  });

  it('leave the address clean where nothing is chosen, and search all layers', () => {
    const filters = readFilters({ q: 'газетъ' });
    expect(filters.layers).toEqual(['reviewed', 'transcribed', 'ocr']);
    expect(filtersToQuery(filters)).toEqual({ q: 'газетъ' });
    expect(readFilters({ layer: 'nonsense' }).layers).toHaveLength(3);
  });

  it('take nothing from an address that the service would refuse', () => {
    expect(filtersToApi(readFilters({ q: 'а', calendar: 'mayan', sort: 'size', status: 'lost' }))).toEqual({
      q: 'а',
    });
  });

  it('write months and days with two digits for the service, and leave out what is no date', () => {
    expect(filtersToApi(everything)['to']).toBe('1918-02');
    expect(filtersToApi({ ...everything, from: 'July' })['from']).toBeUndefined();
  });

  it('are counted one by one, the two ends of a span as one', () => {
    expect(countFilters(everything)).toBe(12);
    expect(countFilters(withoutFilters(everything))).toBe(0);
    expect(withoutFilters(everything)).toMatchObject({ q: 'алаш', sort: '-date' });
  });
});

describe('typed dates', () => {
  it('are a year, a month or a day', () => {
    expect(['1917', ' 1917-7 ', '1917-07-05'].map(dateOf)).toEqual(['1917', '1917-07', '1917-07-05']);
    expect(['', '17', 'July', '1917-07-05-01', '191X'].map(dateOf)).toEqual(Array(5).fill(undefined));
  });
});

describe('searching while one types', () => {
  it('begins with the second word', () => {
    expect(['', 'алаш', ' алаш  ', 'алаш о'].map(isWorthTrying)).toEqual([false, false, false, true]);
  });
});
