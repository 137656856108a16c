/** Cutting a page into tiles: parts of a column, small enough to be read at once. */
import type { LayoutBlock } from '../../domain/layout/analyse-page.ts';
import type { Box } from '../../domain/picture/grey.ts';

/** A part of the upright page that is read by itself. */
export interface Tile {
  box: Box;
  /** its blocks, by their number on the page */
  blocks: number[];
}

/** Most pixels of a tile; a page is read in several at once only where there are several. */
const TILE_PIXELS = 2_600_000;
/** Room around what is printed, in heights of a letter. */
const MARGIN = 0.6;

/**
 * Tiles of blocks that follow each other in one column. Blocks and letter are in pixels of the page that is read.
 * @param size of that page
 */
export function planTiles(
  blocks: readonly LayoutBlock[],
  letter: number,
  size: { width: number; height: number },
): Tile[] {
  const margin = Math.round(MARGIN * letter);
  const tiles: (Tile & { printed: Box; room: [number, number] })[] = [];
  blocks.forEach((block, number) => {
    if (block.kind === 'picture') return;
    for (const part of cutLong(block, margin, size)) {
      const last = tiles.at(-1);
      const printed = last && around(last.printed, part.printed);
      const joins =
        last &&
        printed &&
        isSameRoom(last.room, block.room) &&
        part.printed[1] >= last.printed[1] &&
        printed[2] * printed[3] <= TILE_PIXELS &&
        !blocks.some(({ box }, at) => at !== number && !last.blocks.includes(at) && meets(printed, box));
      if (!joins) {
        tiles.push({ ...part, blocks: [number], room: block.room });
        continue;
      }
      last.box = around(last.box, part.box);
      last.printed = printed;
      if (!last.blocks.includes(number)) last.blocks.push(number);
    }
  });
  return tiles.map(({ box, blocks: own }) => ({ box, blocks: own }));
}

/** A block with room around it; one that is too long is cut between its rows, where nothing of a neighbour shows. */
function cutLong(
  { box, rows }: LayoutBlock,
  margin: number,
  size: { width: number; height: number },
): { box: Box; printed: Box }[] {
  const parts = Math.min(rows.length, Math.ceil((box[2] * box[3]) / TILE_PIXELS));
  if (parts < 2) return [{ box: grow(box, margin, size), printed: box }];
  const sorted = rows.toSorted((a, b) => a[1] - b[1]);
  const each = Math.ceil(sorted.length / parts);
  const out: { box: Box; printed: Box }[] = [];
  let top = box[1] - margin;
  for (let from = 0; from < sorted.length; from += each) {
    const some = sorted.slice(from, from + each);
    const next = sorted[from + each];
    const lowest = Math.max(...some.map((row) => row[1] + row[3]));
    const bottom = next ? Math.round((lowest + next[1]) / 2) : box[1] + box[3] + margin;
    const printed: Box = [box[0], top, box[2], bottom - top];
    const [x, , w] = grow(box, margin, size);
    out.push({ box: within([x, top, w, bottom - top], size), printed });
    top = bottom;
  }
  return out;
}

function isSameRoom(a: [number, number], b: [number, number]): boolean {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  const together = Math.max(a[1], b[1]) - Math.min(a[0], b[0]);
  return shared > 0.6 * together;
}

function around(a: Box, b: Box): Box {
  const [left, top] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
  return [left, top, Math.max(a[0] + a[2], b[0] + b[2]) - left, Math.max(a[1] + a[3], b[1] + b[3]) - top];
}

function meets(a: Box, b: Box): boolean {
  return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
}

type Size = { width: number; height: number };

const grow = ([x, y, w, h]: Box, by: number, size: Size): Box =>
  within([x - by, y - by, w + 2 * by, h + 2 * by], size);

function within([x, y, w, h]: Box, { width, height }: Size): Box {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return [left, top, Math.min(width, x + w) - left, Math.min(height, y + h) - top];
}
