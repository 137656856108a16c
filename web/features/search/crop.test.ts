import { describe, expect, it } from 'vitest';
import { cropAround, within } from './crop.ts';

const scan = { width: 1000, height: 800 };

describe('the strip around a found line', () => {
  it('holds the line and some of its neighbours', () => {
    const crop = cropAround([100, 400, 500, 40], scan, 1.1);
    expect(crop.x).toBeLessThan(100);
    expect(crop.x + crop.width).toBeGreaterThan(600);
    expect(crop.y).toBeLessThanOrEqual(360);
    expect(crop.y + crop.height).toBeGreaterThanOrEqual(480);
  });

  it('stays within the scan at its edges', () => {
    const crop = cropAround([0, 770, 1000, 40], scan, 1.1);
    expect(crop).toMatchObject({ x: 0, width: 1000 });
    expect(crop.y + crop.height).toBe(800);
  });

  it('places the line in the strip by percentages', () => {
    const crop = { x: 100, y: 300, width: 400, height: 100 };
    expect(within(crop, [200, 325, 200, 50])).toEqual({
      insetInlineStart: '25%',
      insetBlockStart: '25%',
      inlineSize: '50%',
      blockSize: '50%',
    });
  });
});
