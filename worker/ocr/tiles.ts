import { stretchContrast } from '../domain/picture/contrast.ts';
import { collectRows, type Grey, reduceRows, type Rows } from './decode/rows.ts';
import type { Engine } from './engine.ts';
import { planTiles, type Region } from './layout.ts';
import { parseTsv, type ReadLine } from './lines.ts';
import type { ReadingPlan } from './plan.ts';

/** Most pixels of the reduced copy on which the layout is found. */
const LAYOUT_PIXELS = 9_000_000;

/**
 * Reads a large page: finds the columns on a reduced copy, then goes through the page once more and reads each
 * tile of a column as soon as all its rows are there.
 */
export async function readTiles(
  engine: Engine,
  rows: Rows,
  plan: ReadingPlan,
  original: { width: number; height: number },
  progress: (fraction: number, what: string) => void | Promise<void>,
): Promise<ReadLine[]> {
  const factor = Math.ceil(Math.sqrt((rows.width * rows.height) / LAYOUT_PIXELS));
  const tiles = await findTiles(engine, rows, factor, plan.dpi);
  await progress(0.2, 'reading');

  const read: ReadLine[][] = tiles.map(() => []);
  let done = 0;
  for await (const { index, tile, grey } of cutTiles(rows, tiles)) {
    engine.setGrey(stretchContrast(grey), plan.dpi);
    const tsv = engine.recognise({ tessedit_pageseg_mode: '3' });
    const place = { left: tile.left, top: tile.top, scale: plan.factor };
    read[index] = parseTsv(tsv, place, original.width, original.height);
    done++;
    await progress(0.2 + (0.78 * done) / tiles.length, 'reading');
  }
  return joinTiles(tiles, read);
}

async function findTiles(engine: Engine, rows: Rows, factor: number, dpi: number): Promise<Region[]> {
  const small = await collectRows(reduceRows(rows, factor));
  engine.setGrey(stretchContrast(small), Math.round(dpi / factor));
  return planTiles(small, engine.layout(), factor, rows);
}

/** Cuts the tiles out of the passing rows; at any time only those that are begun and not finished are held. */
async function* cutTiles(
  rows: Rows,
  tiles: Region[],
): AsyncGenerator<{ index: number; tile: Region; grey: Grey }> {
  const begun = new Map<number, Grey>();
  for await (const band of rows.bands()) {
    const bandEnd = band.y + band.height;
    for (const [index, tile] of tiles.entries()) {
      if (bandEnd <= tile.top || band.y >= tile.bottom) continue;
      const width = tile.right - tile.left;
      let grey = begun.get(index);
      if (!grey) {
        grey = {
          width,
          height: tile.bottom - tile.top,
          data: new Uint8Array(width * (tile.bottom - tile.top)),
        };
        begun.set(index, grey);
      }
      for (let y = Math.max(band.y, tile.top); y < Math.min(bandEnd, tile.bottom); y++) {
        const start = (y - band.y) * band.stride;
        grey.data.set(band.data.subarray(start + tile.left, start + tile.right), (y - tile.top) * width);
      }
      if (bandEnd < tile.bottom) continue;
      begun.delete(index);
      yield { index, tile, grey };
    }
  }
}

/** Puts the tiles' lines in the order of the tiles and numbers the blocks through. */
function joinTiles(tiles: Region[], read: ReadLine[][]): ReadLine[] {
  const lines: ReadLine[] = [];
  let nextBlock = 0;
  let column = -1;
  let base = 0;
  for (const [index, tile] of tiles.entries()) {
    if (tile.column !== column) {
      column = tile.column;
      base = nextBlock;
    }
    for (const line of read[index] ?? []) {
      const block = base + line.block;
      nextBlock = Math.max(nextBlock, block + 1);
      lines.push({ ...line, block });
    }
    base = nextBlock;
  }
  return lines;
}
