/** What is beside the page on a scan: the black bed or the white lid of the scanner, a table. */
import { edgeCells, spread } from './cells.ts';
import type { Grey } from './grey.ts';
import { countGreys, percentile } from './histogram.ts';
import { type Grid, SQUARE, cornerOf, greysOf, gridOf, meanOf } from './squares.ts';

/** What is dark: below this, and below this part of the paper's brightness. */
const DARK = 90;
const DARK_OF_PAPER = 0.45;
/** Part of a dark square's pixels that are dark. */
const SOLID = 0.95;
/** A lid has no grain: the greys of a square are within this, and its mean within the other of the edge's. */
const GRAIN = 24;
const SHADED = 32;
/** A lid is brighter than the paper by so much; what is less bright does no harm. */
const OVER_PAPER = 12;
/** Part of its border at which a surround must differ from the paper. */
const ABRUPT = 0.7;
/** So much of a square is darker than what is taken for its paper. */
const PAPER_OF_SQUARE = 0.75;
/** Squares of a surround, at least: a stroke of a headline that touches the edge has fewer. */
const LEAST_SQUARES = 8;
/** So much of a page is brighter than its ink, and not as bright as its brightest spots. */
const PAPER = 0.6;
/** Part of the squares within a dark surround that are mostly bright: paper; of white letters on black few are. */
const SHEET = 0.7;

/**
 * Gives what is beside the page, from the edge of the picture inwards, the brightness of the paper, in place. A solid
 * dark surround would be taken for ink; of a lid that is whiter than the paper, the page would be the picture on it. Letters
 * that touch the edge stay.
 */
export function clearSurround(grey: Grey): Grey {
  const grid = gridOf(grey);
  if (!grid) return grey;
  clearDark(grey, grid);
  clearDarkLines(grey);
  clearLid(grey, grid);
  return grey;
}

function clearDark(grey: Grey, grid: Grid): void {
  const around = regionsAtEdge(grid, () => (cell) => isSolid(greysOf(grey, cell, grid), DARK));
  if (around.length === 0) return;
  const within = lookWithin(grey, grid, around);
  if (within.bright < SHEET) return;
  const dark = Math.min(DARK, DARK_OF_PAPER * within.paper);
  const paint = (value: number) => (value < dark ? within.paper : value);
  // Not before all are found: clearing one reaches into the squares beside it.
  const isBed = (inside: number, beyond: number) => inside <= DARK_OF_PAPER * beyond;
  for (const region of regionsAtEdge(grid, () => (cell) => isSolid(greysOf(grey, cell, grid), dark)))
    if (endsAbruptly(grey, region, grid, isBed)) repaint(grey, region, grid, paint);
}

/** Of a row or column at the edge so much is dark where it is none of the page. */
const LINE = 0.9;

/** Clears dark rows and columns at the edge that are fewer than make a square. */
function clearDarkLines({ width, height, data }: Grey): void {
  const paper = percentile(countGreys(data), PAPER * data.length);
  const dark = Math.min(DARK, DARK_OF_PAPER * paper);
  const sides = [
    { count: width, at: (line: number, k: number) => line * width + k },
    { count: width, at: (line: number, k: number) => (height - 1 - line) * width + k },
    { count: height, at: (line: number, k: number) => k * width + line },
    { count: height, at: (line: number, k: number) => k * width + width - 1 - line },
  ];
  for (const { count, at } of sides) {
    const greys = (line: number) => Array.from({ length: count }, (_, k) => data[at(line, k)] as number);
    const mean = (line: number) => greys(line).reduce((sum, value) => sum + value, 0) / count;
    let lines = 0;
    while (lines <= SQUARE && greys(lines).filter((value) => value < dark).length >= LINE * count) lines++;
    // Two lines on either side of the edge are let go: it may be blurred.
    if (lines === 0 || lines > SQUARE || mean(Math.max(0, lines - 2)) > DARK_OF_PAPER * mean(lines + 1))
      continue;
    for (let line = 0; line < lines; line++) for (let k = 0; k < count; k++) data[at(line, k)] = paper;
  }
}

function clearLid(grey: Grey, grid: Grid): void {
  const lids = regionsAtEdge(grid, (start) => {
    const edge = meanOf(greysOf(grey, start, grid));
    return (cell) => {
      const greys = greysOf(grey, cell, grid);
      return Math.max(...greys) - Math.min(...greys) <= GRAIN && Math.abs(meanOf(greys) - edge) <= SHADED;
    };
  });
  if (lids.length === 0) return;
  const { paper } = lookWithin(grey, grid, lids);
  for (const lid of lids) {
    const [first = 0] = lid;
    const isLid = (inside: number, beyond: number) => inside >= beyond + OVER_PAPER;
    if (!isLid(meanOf(greysOf(grey, first, grid)), paper) || !endsAbruptly(grey, lid, grid, isLid)) continue;
    // Before anything is painted: it reaches into the squares beside.
    const halfway = new Map([...lid].map((cell) => [cell, (meanOf(greysOf(grey, cell, grid)) + paper) / 2]));
    repaint(grey, lid, grid, (value, cell) => (value > halfway.get(cell)! ? paper : value));
  }
}

/**
 * Whether a surround differs from what stands two squares beyond it, along most of its border: the square between may
 * hold the edge of the sheet. Where light falls from one side, or the gutter of a bound volume is in the shade, paper goes
 * over into paper, and letters stand in it.
 */
function endsAbruptly(
  grey: Grey,
  region: Set<number>,
  grid: Grid,
  differs: (inside: number, paperBeyond: number) => boolean,
): boolean {
  const { columns, rows } = grid;
  let [abrupt, all] = [0, 0];
  for (const cell of region) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    for (const [right, down] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const [x, y] = [column + 2 * right, row + 2 * down];
      if (x < 0 || y < 0 || x >= columns || y >= rows) continue;
      const [next, beyond] = [cell + right + down * columns, y * columns + x];
      if (region.has(next) || region.has(beyond)) continue;
      all++;
      if (differs(meanOf(greysOf(grey, cell, grid)), paperOf(greysOf(grey, beyond, grid)))) abrupt++;
    }
  }
  return all > 0 && abrupt >= ABRUPT * all;
}

/** The regions of squares of a kind that begin at the edge. @param kindAt the kind that is looked for from a square on */
function regionsAtEdge(
  { columns, rows }: Grid,
  kindAt: (start: number) => (cell: number) => boolean,
): Set<number>[] {
  const seen = new Set<number>();
  const found: Set<number>[] = [];
  for (const start of edgeCells(columns, rows)) {
    if (seen.has(start)) continue;
    const region = spread(start, columns, rows, kindAt(start));
    for (const cell of region) seen.add(cell);
    if (region.size >= LEAST_SQUARES) found.push(region);
  }
  return found;
}

/** What is not in these regions: the brightness of its paper, and which part of its squares is mostly bright. */
function lookWithin(grey: Grey, grid: Grid, regions: readonly Set<number>[]) {
  const counts = new Uint32Array(256);
  let [squares, bright] = [0, 0];
  for (let cell = 0; cell < grid.columns * grid.rows; cell++) {
    if (regions.some((region) => region.has(cell))) continue;
    let over = 0;
    for (const value of greysOf(grey, cell, grid)) {
      counts[value] = (counts[value] as number) + 1;
      if (value >= DARK) over++;
    }
    squares++;
    if (over > (SQUARE * SQUARE) / 2) bright++;
  }
  return {
    paper: percentile(counts, PAPER * squares * SQUARE * SQUARE),
    bright: bright / Math.max(1, squares),
  };
}

/** Whether a square is nearly all dark. */
function isSolid(greys: Uint8Array, dark: number): boolean {
  return greys.filter((value) => value >= dark).length <= (1 - SOLID) * greys.length;
}

const paperOf = (greys: Uint8Array) => percentile(countGreys(greys), PAPER_OF_SQUARE * greys.length);

/** Paints these squares and those around them. */
function repaint(
  grey: Grey,
  region: Iterable<number>,
  grid: Grid,
  paint: (value: number, cell: number) => number,
): void {
  const { width, height, data } = grey;
  for (const cell of region) {
    const [x, y] = cornerOf(grey, cell, grid);
    const right = Math.min(width, x + 2 * SQUARE);
    const bottom = Math.min(height, y + 2 * SQUARE);
    for (let row = Math.max(0, y - SQUARE); row < bottom; row++)
      for (let at = row * width + Math.max(0, x - SQUARE); at < row * width + right; at++)
        data[at] = paint(data[at] as number, cell);
  }
}
