/** How a page lies: the slope of its lines, and whether it lies on its side. */
import type { Mask } from './grey.ts';

/** Most degrees that are looked for. */
const MOST = 7;
/** Points of ink that are looked at, about. */
const POINTS = 60_000;
/** Strips down the page, so that columns whose lines stand at unlike heights do not blur each other. */
const STRIPS = 2;

/**
 * By how many degrees the lines fall to the right (clockwise; negative: they rise), to some hundredths. The slope is
 * the one at which the ink of each row, summed along it, is most unlike that of the next (W. Postl, 1986).
 */
export function findSkew(mask: Mask): number {
  const points = samplePoints(mask);
  if (points.length < 400) return 0;
  let best = bestAngle(mask, points, 0, MOST, 0.5);
  best = bestAngle(mask, points, best, 0.5, 0.1);
  best = bestAngle(mask, points, best, 0.1, 0.02);
  return Math.round(best * 100) / 100 + 0;
}

function bestAngle(mask: Mask, points: Int32Array, around: number, reach: number, step: number): number {
  let [best, bestScore] = [around, -1];
  for (let angle = around - reach; angle <= around + reach + step / 2; angle += step) {
    const score = sharpness(mask, points, angle);
    // Of two slopes that are as good the flatter.
    if (score > bestScore || (score === bestScore && Math.abs(angle) < Math.abs(best)))
      [best, bestScore] = [angle, score];
  }
  return best;
}

/** How much the ink of a row differs from that of the next, when rows run down by `angle` degrees. */
function sharpness({ width, height }: Mask, points: Int32Array, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const rise = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = height + 2 * rise + 1;
  const sums = new Int32Array(rows * STRIPS);
  for (let at = 0; at < points.length; at += 2) {
    const x = points[at] as number;
    const row = Math.round((points[at + 1] as number) - x * slope) + rise;
    const place = Math.min(STRIPS - 1, Math.floor((x * STRIPS) / width)) * rows + row;
    sums[place] = (sums[place] as number) + 1;
  }
  let score = 0;
  for (let at = 1; at < sums.length; at++) score += ((sums[at] as number) - (sums[at - 1] as number)) ** 2;
  return score;
}

/** The middles of the lower edges of ink, which lie along the lines; x and y in turn. */
function samplePoints({ width, height, data }: Mask): Int32Array {
  const found: number[] = [];
  for (let y = 0; y < height - 1; y++) {
    const start = y * width;
    let from = -1;
    for (let x = 0; x <= width; x++) {
      const isEdge = x < width && data[start + x] === 1 && data[start + x + width] === 0;
      if (isEdge && from < 0) from = x;
      if (isEdge || from < 0) continue;
      found.push((from + x - 1) >> 1, y);
      from = -1;
    }
  }
  const every = Math.max(1, Math.floor(found.length / 2 / POINTS));
  return Int32Array.from(found.filter((_, at) => (at >> 1) % every === 0));
}

/** Side of the windows in which rows and columns are compared, in heights of a letter: some four lines. */
const WINDOW = 9;

/**
 * Whether the lines run from top to bottom, so that the page lies on its side. In windows of a few lines, with the
 * strokes of single letters blurred away, the ink changes from line to line, and little along them.
 * @param letter height of the letters of the body
 * @returns how much more the ink changes along the rows of the picture than down its columns: above 1 it lies on its side
 */
export function sidewaysness({ width, height, data }: Mask, letter: number): number {
  const side = Math.round(WINDOW * letter);
  if (side < 16) return 0;
  const ratios: number[] = [];
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      const rows = new Float64Array(side);
      const columns = new Float64Array(side);
      let ink = 0;
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) {
          if (data[(top + y) * width + left + x] !== 1) continue;
          rows[y] = (rows[y] as number) + 1;
          columns[x] = (columns[x] as number) + 1;
          ink++;
        }
      }
      const share = ink / (side * side);
      if (share < 0.05 || share > 0.5) continue;
      ratios.push((variation(columns, letter) + 1) / (variation(rows, letter) + 1));
    }
  }
  if (ratios.length < 4) return 0;
  return ratios.toSorted((a, b) => a - b)[ratios.length >> 1] as number;
}

/** Variance of sums that are blurred over the height of a letter. */
function variation(sums: Float64Array, letter: number): number {
  const reach = Math.max(1, Math.round(letter));
  const blurred: number[] = [];
  let sum = 0;
  sums.forEach((value, at) => {
    sum += value;
    if (at >= reach) sum -= sums[at - reach] as number;
    if (at >= reach - 1) blurred.push(sum / reach);
  });
  const mean = blurred.reduce((a, b) => a + b, 0) / blurred.length;
  return blurred.reduce((a, b) => a + (b - mean) ** 2, 0) / blurred.length;
}
