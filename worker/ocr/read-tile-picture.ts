import { pngRows } from './decode/png.ts';
import { collectRows } from './decode/rows.ts';
import { withEngine } from './engine-queue.ts';
import { type FetchModel, modelLoader } from './loaded-models.ts';
import type { PagePlan } from './prepare/page-plan.ts';
import { type EngineUse, usedBy } from './read-page.ts';
import { type TileReading, readTile } from './read-tile.ts';

/** What was read of a tile, as it waits in the store for the rest of its page. */
export type StoredTile = TileReading & EngineUse;

/** One tile of a page: all that whoever reads it needs besides its picture. */
export interface TileRequest {
  plan: PagePlan;
  number: number;
}

/** Reads a tile, here, from the picture that was made of it. @throws OcrError */
export async function readTilePicture(
  { plan, number }: TileRequest,
  png: Uint8Array,
  fetchModel: FetchModel,
): Promise<StoredTile> {
  const tile = plan.tiles[number];
  if (!tile) throw new Error(`the plan has no tile ${number}`);
  const [, , width, height] = tile.box;
  const grey = await collectRows(pngRows(png, width, height));
  return await withEngine(async (engine) => ({
    ...(await readTile(engine, grey, plan, tile, modelLoader(fetchModel))),
    ...usedBy(engine),
  }));
}
