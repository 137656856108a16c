/** Which part of a scan to show around a found line, and where in it the line lies. */
import type { Box } from '../../../worker/shapes/common.ts';

export interface Crop {
  /** In pixels of the original scan. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The line with `lines` of its heights above and below it, within the scan. */
export function cropAround([x, y, w, h]: Box, scan: { width: number; height: number }, lines: number): Crop {
  const above = Math.round(h * lines);
  const beside = Math.round(Math.max(h, w * 0.04));
  const left = Math.max(0, x - beside);
  const top = Math.max(0, y - above);
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.min(scan.width, x + w + beside) - left),
    height: Math.max(1, Math.min(scan.height, y + h + above) - top),
  };
}

/** A longer line would be too small to read in a list, on a phone above all. In heights of the line. */
const LONGEST = 26;

/** The line, or of a long one the part around the words found in it. */
export function partAround(line: Box, words: readonly Box[]): Box {
  const [x, y, w, h] = line;
  const room = h * LONGEST;
  if (w <= room || words.length === 0) return line;
  const from = Math.min(...words.map((word) => word[0]));
  const to = Math.max(...words.map((word) => word[0] + word[2]));
  // Where the words stand too far apart for one part, the first of them on the scan is shown.
  const middle = to - from <= room ? (from + to) / 2 : from + room / 2;
  const left = Math.min(x + w - room, Math.max(x, Math.round(middle - room / 2)));
  return [left, y, room, h];
}

/** A rectangle as percentages of another one, for placing by CSS. */
export function within(outer: Crop, [x, y, w, h]: Box) {
  return {
    insetInlineStart: percent(x - outer.x, outer.width),
    insetBlockStart: percent(y - outer.y, outer.height),
    inlineSize: percent(w, outer.width),
    blockSize: percent(h, outer.height),
  };
}

function percent(part: number, whole: number): string {
  return `${(100 * part) / whole}%`;
}
