import type { Grey } from './decode/rows.ts';
import type { LayoutBlock } from './engine.ts';

/** A rectangle to be read by itself; regions of the same `column` follow each other down one column. */
export interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
  column: number;
}

/** Height of a tile where a column is long, and the room left around a region, in pixels of the page. */
const TILE_HEIGHT = 2000;
const TILE_PIXELS = 5_000_000;
const MARGIN = 16;
/** Blocks closer than this, one under the other in one column, are read together. */
const NEAR = 150;

/**
 * Turns the blocks that were found on a copy reduced by `factor` into tiles of the page, in reading order.
 * Without any block of text the whole page is cut into tiles.
 */
export function planTiles(
  small: Grey,
  blocks: LayoutBlock[],
  factor: number,
  page: { width: number; height: number },
): Region[] {
  let columns = joinColumns(
    blocks.filter((block) => isText(block.kind)),
    NEAR / factor,
  );
  if (columns.length === 0)
    columns = [{ left: 0, top: 0, right: small.width, bottom: small.height, column: 0 }];
  const grow = (value: number, by: number, most: number): number =>
    Math.min(Math.max(value * factor + by, 0), most);
  return columns
    .flatMap((column) => splitColumn(small, column, tileHeight(column, factor)))
    .map((tile) => ({
      left: grow(tile.left, -MARGIN, page.width),
      // No margin where a column was cut: it would show the neighbour's line in part.
      top: grow(tile.top, tile.cutAbove ? 0 : -MARGIN, page.height),
      right: grow(tile.right, MARGIN, page.width),
      bottom: grow(tile.bottom, tile.cutBelow ? 0 : MARGIN, page.height),
      column: tile.column,
    }));
}

/** Tesseract's PolyBlockType: 1 to 8 are kinds of text, the others pictures, rules and noise. */
function isText(kind: number): boolean {
  return kind >= 1 && kind <= 8;
}

function tileHeight(column: Region, factor: number): number {
  const width = (column.right - column.left) * factor;
  return Math.floor(Math.min(TILE_HEIGHT, TILE_PIXELS / width) / factor);
}

/** Joins blocks that follow each other in reading order and stand under each other in one column. */
function joinColumns(blocks: LayoutBlock[], near: number): Region[] {
  const columns: Region[] = [];
  for (const { left, top, right, bottom } of blocks) {
    const last = columns.at(-1);
    if (last && continues(last, { left, top, right, bottom }, near)) {
      last.left = Math.min(last.left, left);
      last.right = Math.max(last.right, right);
      last.bottom = Math.max(last.bottom, bottom);
    } else columns.push({ left, top, right, bottom, column: columns.length });
  }
  return columns;
}

function continues(column: Region, block: Omit<Region, 'column'>, near: number): boolean {
  const columnWidth = column.right - column.left;
  const blockWidth = block.right - block.left;
  const shared = Math.min(column.right, block.right) - Math.max(column.left, block.left);
  const together = Math.max(column.right, block.right) - Math.min(column.left, block.left);
  return (
    shared > 0.6 * Math.min(columnWidth, blockWidth) &&
    together < 1.15 * Math.max(columnWidth, blockWidth) &&
    block.top >= column.top &&
    block.top - column.bottom < near
  );
}

type Part = Region & { cutAbove: boolean; cutBelow: boolean };

/** Cuts a long column where its rows are emptiest, so that no tile is higher than `most` and no line is cut. */
function splitColumn(small: Grey, column: Region, most: number): Part[] {
  const parts: Part[] = [];
  let top = column.top;
  while (column.bottom - top > most) {
    const cut = emptiestRow(small, column, top + (most >> 1), top + most);
    parts.push({ ...column, top, bottom: cut, cutAbove: top > column.top, cutBelow: true });
    top = cut;
  }
  parts.push({ ...column, top, cutAbove: top > column.top, cutBelow: false });
  return parts;
}

function emptiestRow(small: Grey, column: Region, from: number, to: number): number {
  let best = to;
  let least = Infinity;
  for (let y = from; y < to; y++) {
    let ink = 0;
    for (let x = column.left; x < column.right; x++) ink += 255 - (small.data[y * small.width + x] as number);
    if (ink > least) continue;
    least = ink;
    best = y;
  }
  return best;
}
