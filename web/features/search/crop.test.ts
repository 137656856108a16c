import { describe, expect, it } from 'vitest';
import { cropAround, partAround, within } from './crop.ts';

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

  it('is the whole line, unless that is so long that nobody could read it in a list', () => {
    expect(partAround([0, 0, 500, 40], [[100, 0, 50, 40]])).toEqual([0, 0, 500, 40]);
    const [x, , width] = partAround([0, 0, 4000, 40], [[3000, 0, 100, 40]]);
    expect(width).toBeLessThan(1500);
    expect(x).toBeLessThan(3000);
    expect(x + width).toBeGreaterThan(3100);
  });

  it('never leaves the line, also where the word stands at its end', () => {
    const [x, , width] = partAround([50, 0, 4000, 40], [[3990, 0, 60, 40]]);
    expect(x + width).toBe(4050);
    expect(partAround([50, 0, 4000, 40], [[50, 0, 60, 40]])[0]).toBe(50);
  });

  it('shows the first of words that stand too far apart', () => {
    const far: [number, number, number, number][] = [
      [100, 0, 80, 40],
      [3800, 0, 80, 40],
    ];
    const [x, , width] = partAround([0, 0, 4000, 40], far);
    expect(x).toBeLessThanOrEqual(100);
    expect(x + width).toBeGreaterThan(180);
  });
});
