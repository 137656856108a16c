import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../worker/shapes/schemes.ts';
import { barsOf } from './timeline.ts';

const stage = (key: string, earliest: string | null, latest: string | null, parent?: string) =>
  ({ id: key, key, earliest, latest, ...(parent ? { parent } : {}) }) as Stage;

describe('stages on the axis', () => {
  it('fill it from the first day of 1905 to the last of 1920', () => {
    const [bar] = barsOf([stage('1', '1905-01-01', '1920-12-31')]);
    expect(bar).toMatchObject({ start: 0, end: 1, openStart: false, openEnd: false, depth: 0 });
  });

  it('run out at the edge where a bound is open', () => {
    const [bar] = barsOf([stage('1', null, '1917-12-31')]);
    expect(bar).toMatchObject({ start: 0, openStart: true, openEnd: false });
    expect(bar?.end).toBeCloseTo(13 / 16, 2);
  });

  it('stay within it where a date lies outside, and are left out where there is none', () => {
    const bars = barsOf([stage('1', '1890-01-01', '1907-01-01'), stage('2', null, null)]);
    expect(bars).toHaveLength(1);
    expect(bars[0]?.start).toBe(0);
  });

  it('stand below the stage that they divide', () => {
    const bars = barsOf([
      stage('1', '1905-01-01', '1917-01-01'),
      stage('1.1', '1905-01-01', '1913-01-01', '1'),
    ]);
    expect(bars.map((bar) => bar.depth)).toEqual([0, 1]);
  });

  it('do not hang on stages that are each other’s parents', () => {
    expect(barsOf([stage('1', '1905-01-01', null, '2'), stage('2', '1906-01-01', null, '1')])).toHaveLength(
      2,
    );
  });
});
