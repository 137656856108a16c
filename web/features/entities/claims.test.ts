import { describe, expect, it } from 'vitest';
import { type Claim, groupClaims } from './claims.ts';

const claim = (edtf: string, calendar: 'julian' | 'gregorian' = 'julian', property = 'date'): Claim => ({
  property,
  date: { calendar, edtf },
  source: { source: 'A study' },
});

describe('claims side by side', () => {
  it('mark dates that cannot both be true', () => {
    const [group] = groupClaims([claim('1917-07-05'), claim('1917-07-21/1917-07-28')]);
    expect(group?.conflict).toBe(true);
    expect(group?.claims).toHaveLength(2);
  });

  it('see no conflict where one date is only less exact', () => {
    expect(groupClaims([claim('1917-07'), claim('1917-07-05')])[0]?.conflict).toBe(false);
  });

  it('compare across calendars: 2 November old style is 15 November new style', () => {
    expect(groupClaims([claim('1917-11-02'), claim('1917-11-15', 'gregorian')])[0]?.conflict).toBe(false);
    expect(groupClaims([claim('1917-11-02'), claim('1917-11-02', 'gregorian')])[0]?.conflict).toBe(true);
  });

  it('keep different properties apart', () => {
    const groups = groupClaims([claim('1905'), claim('1913', 'julian', 'founded')]);
    expect(groups.map((group) => [group.property, group.conflict])).toEqual([
      ['date', false],
      ['founded', false],
    ]);
  });
});
