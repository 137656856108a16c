/** A large page on its way to the readers of its tiles. */
import type { Database } from '../db/client.ts';
import { addTiles, listTiles } from '../db/tiles.ts';
import type { Env } from '../env.ts';
import { allSentKey, planKey, tilePictureKey } from '../scans/keys.ts';
import { finishPage } from './finish-page.ts';
import type { PagePlan } from './prepare/page-plan.ts';

export async function keepPlan(env: Env, db: Database, job: string, plan: PagePlan): Promise<void> {
  await env.SCANS.put(planKey(job), JSON.stringify(plan));
  await addTiles(db, job, plan.tiles.length);
}

/** Stores a tile's picture and asks for it to be read. */
export async function sendTile(
  env: Env,
  job: string,
  { number, png, pixels }: { number: number; png: Uint8Array; pixels: number },
): Promise<void> {
  await env.SCANS.put(tilePictureKey(job, number), png);
  await env.TILE_QUEUE.send({ job, tile: number, pixels });
}

export async function markAllSent(env: Env, job: string): Promise<void> {
  await env.SCANS.put(allSentKey(job), '');
}

/**
 * Takes up a page whose tiles were all sent before: what is not read is sent again, and where all is read the page is
 * put together. False where the page has yet to be prepared.
 */
export async function resumeTiles(env: Env, db: Database, job: string): Promise<boolean> {
  const tiles = await listTiles(db, job);
  if (tiles.length === 0 || (await env.SCANS.head(allSentKey(job))) === null) return false;
  const unread = tiles.filter(({ state }) => state === 'queued' || state === 'running');
  for (const { number } of unread) await env.TILE_QUEUE.send({ job, tile: number });
  if (unread.length === 0) await finishPage(env, db, job);
  return true;
}
