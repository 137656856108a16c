/** Reading one tile of a page that is prepared, and putting the tiles of a page together. */
import { withoutGrain } from '../domain/picture/contrast.ts';
import type { Grey } from '../domain/picture/grey.ts';
import { doubtsOf } from '../domain/reading/doubts.ts';
import type { Engine, LoadedModel } from './engine.ts';
import { type ReadLine, type ReadWord, meanConfidence, parseTsv } from './lines.ts';
import { hashOf } from './loaded-models.ts';
import type { ModelName } from './models.ts';
import { type PagePlan, toOriginal } from './prepare/page-plan.ts';
import { secondReadings } from './second-readings.ts';
import type { ReadResult } from './result.ts';
import type { Tile } from './prepare/plan-tiles.ts';

/** What was read of a tile; JSON. */
export interface TileReading {
  /** boxes in pixels of the scan, blocks as the page counts them */
  lines: ReadLine[];
  /** those that read it, with the SHA-256 of each */
  models: ReadResult['models'];
}

/** Tesseract takes no picture of fewer pixels on a side. */
const LEAST_SIDE = 8;

/** One way of reading a picture: Tesseract's page segmentation, and from where on grey is paper (`withoutGrain`). */
interface Way {
  mode: '3' | '6' | '7' | '11' | '13';
  paper: number;
}

/** A page keeps more of its grey: at 0.9 faint strokes of worn type are lost, of newspapers none. */
const GRAIN_OF_PAGES = 0.95;
const GRAIN_OF_STRIPS = 0.9;

/**
 * A page is read in one way. A strip takes no time, and of four ways the surest is taken: Tesseract's single line (7)
 * cuts it again, which a strip cut well need not have; its raw line (13) takes bits of neighbours for letters.
 */
const WAYS: Record<PagePlan['segmentation'], readonly Way[]> = {
  '3': [{ mode: '3', paper: GRAIN_OF_PAGES }],
  '6': [{ mode: '6', paper: GRAIN_OF_PAGES }],
  '7': [
    { mode: '7', paper: 1 },
    { mode: '13', paper: GRAIN_OF_STRIPS },
    { mode: '7', paper: GRAIN_OF_STRIPS },
    { mode: '13', paper: 1 },
  ],
  '11': [{ mode: '11', paper: GRAIN_OF_PAGES }],
};

/** Puts models into the engine. */
export async function useModels(
  engine: Engine,
  models: readonly ModelName[],
  load: (name: ModelName) => Promise<LoadedModel>,
): Promise<void> {
  if (engine.models !== models.join('+')) engine.loadModels(await Promise.all(models.map(load)));
}

/** @param grey the tile, clean and upright */
export async function readTile(
  engine: Engine,
  grey: Grey,
  plan: PagePlan,
  tile: Tile,
  load: (name: ModelName) => Promise<LoadedModel>,
): Promise<TileReading> {
  const [left, top] = tile.box;
  const read = async (models: readonly ModelName[], picture: Grey, x: number, y: number) => {
    if (Math.min(picture.width, picture.height) < LEAST_SIDE) return [];
    await useModels(engine, models, load);
    const readings = WAYS[plan.segmentation].map(({ mode, paper }) => {
      engine.setGrey(withoutGrain(picture, paper), plan.dpi);
      const tsv = engine.recognise({ tessedit_pageseg_mode: mode });
      return parseTsv(tsv, { left: x, top: y, scale: 1 }, x + picture.width, y + picture.height);
    });
    return readings.reduce((a, b) => (meanConfidence(b) > meanConfidence(a) ? b : a));
  };
  let lines = withBlocks(await read(plan.models, grey, left, top), plan, tile);
  const used = new Set(plan.models);
  for (const second of secondReadings(plan)) {
    const first = lines;
    const ofBlock = (number: number) => first.filter((line) => line.block === number);
    const wanted = tile.blocks.filter((number) => second.isWanted(ofBlock(number), first));
    // Each block by itself: a column in one script may hold an advertisement in the other.
    const whole = wanted.length === tile.blocks.length;
    const again = whole ? withBlocks(await read(second.models, grey, left, top), plan, tile) : [];
    const readBlock = async (number: number) => {
      const part = cropTo(grey, tile.box, plan.blocks[number]?.box ?? tile.box);
      const own = await read(second.models, part.grey, part.left, part.top);
      return own.map((line) => ({ ...line, block: number }));
    };
    for (const number of wanted) {
      const other = whole ? again.filter((line) => line.block === number) : await readBlock(number);
      if (!second.isBetter(other, ofBlock(number))) continue;
      for (const model of second.models) used.add(model);
      lines = lines.filter((line) => line.block !== number);
      lines.push(...other);
    }
  }
  return {
    lines: inOrder(lines, tile).map((line) => toScan(line, plan)),
    models: [...used].map((name) => ({ name, sha256: hashOf(name) })),
  };
}

/** The part of a tile's picture in which a block stands, with some room around it. */
function cropTo(grey: Grey, [tileX, tileY]: readonly number[], [x, y, w, h]: readonly number[]) {
  const room = 10;
  const left = Math.max(0, (x as number) - (tileX as number) - room);
  const top = Math.max(0, (y as number) - (tileY as number) - room);
  const right = Math.min(grey.width, (x as number) - (tileX as number) + (w as number) + room);
  const bottom = Math.min(grey.height, (y as number) - (tileY as number) + (h as number) + room);
  const width = Math.max(1, right - left);
  const height = Math.max(1, bottom - top);
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (top + row) * grey.width + left;
    data.set(grey.data.subarray(from, from + width), row * width);
  }
  return { grey: { width, height, data }, left: left + (tileX as number), top: top + (tileY as number) };
}

/** Each line belongs to the block that its middle is in, or is nearest to. */
function withBlocks(lines: ReadLine[], plan: PagePlan, tile: Tile): ReadLine[] {
  return lines.map((line) => {
    const [x, y, w, h] = line.box;
    const middle = [x + w / 2, y + h / 2] as const;
    const distance = (number: number) => {
      const [left, top, width, height] = plan.blocks[number]?.box ?? tile.box;
      const dx = Math.max(left - middle[0], 0, middle[0] - left - width);
      const dy = Math.max(top - middle[1], 0, middle[1] - top - height);
      return dx + dy;
    };
    const block = tile.blocks.reduce((a, b) => (distance(b) < distance(a) ? b : a), tile.blocks[0] ?? 0);
    return { ...line, block };
  });
}

/** Blocks as the page orders them; within a block as they were read, which is from top to bottom. */
function inOrder(lines: ReadLine[], tile: Tile): ReadLine[] {
  return tile.blocks.flatMap((number) => lines.filter((line) => line.block === number));
}

function toScan(line: ReadLine, plan: PagePlan): ReadLine {
  let start = 0;
  const words = line.words.map((word): ReadWord => {
    const placed = { ...word, box: toOriginal(word.box, plan).box, start };
    start += word.text.length + 1;
    const doubts = doubtsOf(word);
    return doubts.length > 0 ? { ...placed, doubts } : placed;
  });
  return { ...line, ...toOriginal(line.box, plan), words };
}
