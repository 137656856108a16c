import { describe, expect, it } from 'vitest';
import { readShown, shownToQuery } from './address.ts';

describe('the address of the timeline', () => {
  it('says only what differs from the whole period', () => {
    expect(shownToQuery(readShown({}))).toEqual({});
    const query = {
      publication: 'p',
      entity: 'e',
      from: '1917',
      to: '1918',
      scale: 'log',
      style: 'julian',
      chosen: 'month:1917-07',
    };
    expect(shownToQuery(readShown(query))).toEqual(query);
  });

  it('is read as far as it makes sense', () => {
    expect(readShown({ from: '1919', to: '1917', scale: 'x', style: 'y' })).toMatchObject({
      firstYear: 1917,
      lastYear: 1919,
      scale: 'linear',
      style: 'gregorian',
    });
    expect(readShown({ from: '1066', to: '3000' })).toMatchObject({ firstYear: 1905, lastYear: 1920 });
    expect(readShown({ from: 'long ago' })).toMatchObject({ firstYear: 1905 });
  });
});
