/** Moving, sizing and cutting boxes, in whole pixels of the scan and never beyond its edges. Pure. */
import type { Box } from '../../../../../worker/shapes/common.ts';

export interface Size {
  width: number;
  height: number;
}

/** A side or a corner of a box: -1 is left or top, 1 is right or bottom, 0 leaves that direction alone. */
export interface Grip {
  x: -1 | 0 | 1;
  y: -1 | 0 | 1;
}

/** Smaller boxes are slips of the hand. */
export const LEAST = 4;

const between = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** The box moved as far as the scan goes; its size stays. */
export function moveBox([x, y, width, height]: Box, dx: number, dy: number, scan: Size): Box {
  return [
    between(Math.round(x + dx), 0, scan.width - width),
    between(Math.round(y + dy), 0, scan.height - height),
    width,
    height,
  ];
}

/** One side or corner moved; the opposite ones stay where they are. */
export function resizeBox(box: Box, grip: Grip, dx: number, dy: number, scan: Size): Box {
  const [x, width] = resizeSpan(box[0], box[2], grip.x, dx, scan.width);
  const [y, height] = resizeSpan(box[1], box[3], grip.y, dy, scan.height);
  return [x, y, width, height];
}

function resizeSpan(start: number, length: number, grip: -1 | 0 | 1, by: number, most: number) {
  const end = start + length;
  if (grip === 0) return [start, length] as const;
  if (grip === 1) {
    const to = Math.max(between(Math.round(end + by), 0, most), Math.min(start + LEAST, most));
    return [start, Math.max(1, to - start)] as const;
  }
  const from = Math.max(0, Math.min(Math.round(start + by), end - LEAST));
  return [from, Math.max(1, end - from)] as const;
}

/** The box between two corners, whichever they are; null where it is too small to be meant. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }, scan: Size): Box | null {
  const left = between(Math.round(Math.min(a.x, b.x)), 0, scan.width);
  const top = between(Math.round(Math.min(a.y, b.y)), 0, scan.height);
  const right = between(Math.round(Math.max(a.x, b.x)), 0, scan.width);
  const bottom = between(Math.round(Math.max(a.y, b.y)), 0, scan.height);
  return right - left < LEAST || bottom - top < LEAST ? null : [left, top, right - left, bottom - top];
}

/** Cuts a box at a place along its width, 0 to 1: the left part and the right one. Null where it is too narrow. */
export function cutBox([x, y, width, height]: Box, share: number): [Box, Box] | null {
  if (width < 2 * LEAST) return null;
  const cut = between(Math.round(width * share), LEAST, width - LEAST);
  return [
    [x, y, cut, height],
    [x + cut, y, width - cut, height],
  ];
}

/** A place for a box that is not there yet: below the box before it, or in the middle of what is seen. */
export function proposeBox(previous: Box | null, middle: { x: number; y: number }, scan: Size): Box {
  if (previous) return moveBox(previous, 0, Math.round(previous[3] * 1.1), scan);
  const width = Math.max(LEAST, Math.round(scan.width / 4));
  const height = Math.max(LEAST, Math.round(scan.height / 60));
  return moveBox([0, 0, width, height], middle.x - width / 2, middle.y - height / 2, scan);
}

/** How high a line of the page usually is, in pixels of the scan: the median; a guess where no line has a box. */
export function usualHeight(lines: readonly { box: Box | null }[]): number {
  const heights = lines.flatMap(({ box }) => (box ? [Math.min(box[2], box[3])] : []));
  return heights.toSorted((a, b) => a - b)[Math.floor(heights.length / 2)] ?? 40;
}
