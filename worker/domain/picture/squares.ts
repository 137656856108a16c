/** A picture in squares wider than the strokes of letters: its greys square by square. */
import type { Grey } from './grey.ts';

/** Side of a square, in pixels. */
export const SQUARE = 12;

/** How many squares a picture has across and down, numbered row by row as in cells.ts. */
export interface Grid {
  columns: number;
  rows: number;
}

/** Null where the picture is too small to have squares side by side. */
export function gridOf({ width, height }: Grey): Grid | null {
  if (width < 2 * SQUARE || height < 2 * SQUARE) return null;
  return { columns: Math.ceil(width / SQUARE), rows: Math.ceil(height / SQUARE) };
}

/** Where a square begins. The last of a row and of a column end where the picture does, and overlap those before them. */
export const cornerOf = (
  { width, height }: Grey,
  cell: number,
  { columns }: Grid,
): [left: number, top: number] => [
  Math.min((cell % columns) * SQUARE, width - SQUARE),
  Math.min(Math.floor(cell / columns) * SQUARE, height - SQUARE),
];

/** The greys of a square, row by row, as a copy. */
export function greysOf(grey: Grey, cell: number, grid: Grid): Uint8Array {
  const { width, data } = grey;
  const [left, top] = cornerOf(grey, cell, grid);
  const greys = new Uint8Array(SQUARE * SQUARE);
  for (let row = 0; row < SQUARE; row++) {
    const start = (top + row) * width + left;
    greys.set(data.subarray(start, start + SQUARE), row * SQUARE);
  }
  return greys;
}

export const meanOf = (greys: Uint8Array): number =>
  greys.reduce((sum, value) => sum + value, 0) / greys.length;
