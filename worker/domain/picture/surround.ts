/** What is beside the page on a scan: the black bed of the scanner, a dark table. */
import { edgeCells, spread } from './cells.ts';
import type { Grey } from './grey.ts';
import { countGreys, percentile } from './histogram.ts';

/** Side of the squares that are looked at, in pixels: wider than the strokes of letters. */
const SQUARE = 12;
/** What is dark: below this, and below this part of the paper's brightness. */
const DARK = 90;
const DARK_OF_PAPER = 0.45;
/** Part of a dark square's pixels that are dark. */
const SOLID = 0.95;
/** Squares of a surround, at least: a stroke of a headline that touches the edge has fewer. */
const LEAST_SQUARES = 8;
/** So much of a page is brighter than its ink, and not as bright as its brightest spots. */
const PAPER = 0.6;

/**
 * Gives what is dark from the edge of the picture inwards the brightness of the paper, in place: a solid dark surround
 * would be taken for ink, and hides how the lines of the page lie. Letters that touch the edge stay.
 */
export function clearSurround(grey: Grey): Grey {
  const { width, height, data } = grey;
  const paper = percentile(countGreys(data), PAPER * data.length);
  const dark = Math.min(DARK, DARK_OF_PAPER * paper);
  const columns = Math.floor(width / SQUARE);
  const rows = Math.floor(height / SQUARE);
  if (columns < 2 || rows < 2) return grey;
  const seen = new Set<number>();
  const found: Set<number>[] = [];
  for (const start of edgeCells(columns, rows)) {
    if (seen.has(start)) continue;
    const surround = spread(start, columns, rows, (cell) => isSolid(grey, cell, columns, dark));
    for (const cell of surround) seen.add(cell);
    if (surround.size >= LEAST_SQUARES) found.push(surround);
  }
  // Not before all are found: clearing one reaches into the squares beside it.
  for (const surround of found) clear(grey, surround, { columns, dark, paper });
  return grey;
}

/** Whether a square is nearly all dark. Asked of those at the edge, and from there on only where it is so. */
function isSolid({ width, data }: Grey, cell: number, columns: number, dark: number): boolean {
  const [left, top] = [(cell % columns) * SQUARE, Math.floor(cell / columns) * SQUARE];
  const most = (1 - SOLID) * SQUARE * SQUARE;
  let bright = 0;
  for (let y = top; y < top + SQUARE; y++)
    for (let at = y * width + left; at < y * width + left + SQUARE; at++)
      if ((data[at] as number) >= dark && ++bright > most) return false;
  return true;
}

/** Clears what is dark in these squares and in those around them. */
function clear(
  { width, height, data }: Grey,
  cells: Iterable<number>,
  { columns, dark, paper }: { columns: number; dark: number; paper: number },
): void {
  for (const cell of cells) {
    const left = Math.max(0, ((cell % columns) - 1) * SQUARE);
    const top = Math.max(0, (Math.floor(cell / columns) - 1) * SQUARE);
    // The last squares of a row and of a column reach to the edge.
    const right = Math.min(width, left + 4 * SQUARE);
    const bottom = Math.min(height, top + 4 * SQUARE);
    for (let y = top; y < bottom; y++)
      for (let at = y * width + left; at < y * width + right; at++)
        if ((data[at] as number) < dark) data[at] = paper;
  }
}
