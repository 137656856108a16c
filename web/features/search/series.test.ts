import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSeries, toQuery, toSeries } from './series.ts';

describe('the words of a search as words to count', () => {
  it('are its words one by one, phrases whole, without operators and what is not wanted', () => {
    expect(toSeries('қазақ газет')).toBe('қазақ, газет');
    expect(toSeries('қазақ (газет* OR «жаңа газет») NOT хат -ақша')).toBe('қазақ, газет, жаңа газет');
    expect(toSeries('قازاق قازاق')).toBe('قازاق');
  });

  it('leave out phrases longer than can be counted', () => {
    expect(toSeries('"один два три четыре" пять')).toBe('пять');
  });

  it('become a search for any of them', () => {
    expect(toQuery('қазақ, жаңа газет،  хат')).toBe('қазақ OR (жаңа газет) OR хат');
    expect(toQuery('жаңа газет')).toBe('жаңа газет');
  });

  it('are eight at most, of three words at most, whatever was searched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const parts = splitSeries(toSeries(query));
        expect(parts.length).toBeLessThanOrEqual(8);
        expect(parts.every((part) => part.split(' ').length <= 3)).toBe(true);
      }),
    );
  });
});
