/** Putting a page together when its last tile was read. */
import type { Database } from '../db/client.ts';
import { isGuardFailure } from '../db/guards.ts';
import { findRunningJob } from '../db/jobs.ts';
import { listTiles, removeTiles } from '../db/tiles.ts';
import type { Env } from '../env.ts';
import { allSentKey, planKey, tilePictureKey, tileReadingKey } from '../scans/keys.ts';
import { assemblePage } from './assemble-page.ts';
import { OcrError, type OcrErrorCode } from './errors.ts';
import type { PagePlan } from './prepare/page-plan.ts';
import type { StoredTile } from './read-tile-picture.ts';
import { recordReading } from './record-reading.ts';

/** Does nothing where the page is finished. Twice at once is once: the second finds the job ended. */
export async function finishPage(env: Env, db: Database, jobId: string): Promise<void> {
  const claimed = await findRunningJob(db, jobId);
  if (!claimed) return;
  const tiles = await listTiles(db, jobId);
  const plan = await readJson<PagePlan>(env, planKey(jobId));
  const readings = new Map<number, StoredTile>();
  for (const { number, state } of tiles) {
    if (state === 'done')
      readings.set(number, await readJson<StoredTile>(env, tileReadingKey(jobId, number)));
  }
  const use = {
    engineVersion: [...readings.values()][0]?.engineVersion ?? '',
    wasmBytes: Math.max(0, ...[...readings.values()].map(({ wasmBytes }) => wasmBytes)),
  };
  const startedAt = claimed.job.startedAt ?? Date.now();
  const result = assemblePage(plan, readings, use, Date.now() - startedAt);
  try {
    await recordReading(env, db, claimed, result, startedAt, failureOf(tiles));
  } catch (error) {
    if (!isGuardFailure(error) || (await findRunningJob(db, jobId))) throw error;
    return;
  }
  await removeTiles(db, jobId);
  const numbers = tiles.map(({ number }) => number);
  await env.SCANS.delete([
    planKey(jobId),
    allSentKey(jobId),
    ...numbers.flatMap((number) => [tilePictureKey(jobId, number), tileReadingKey(jobId, number)]),
  ]);
}

/** A page of which a tile failed is not read; what was read of the others is kept with the run. */
function failureOf(tiles: Awaited<ReturnType<typeof listTiles>>): OcrError | undefined {
  const failed = tiles.filter(({ state }) => state === 'failed');
  const [first] = failed;
  if (!first) return undefined;
  const code = (first.error?.code ?? 'engine-failed') as OcrErrorCode;
  return new OcrError(
    code,
    `${failed.length} of ${tiles.length} parts of this page could not be read; the others are kept with this run. ${first.error?.message ?? ''}`.trim(),
  );
}

async function readJson<T>(env: Env, key: string): Promise<T> {
  const object = await env.SCANS.get(key);
  if (!object) throw new Error(`${key} is not in the store`);
  return await object.json<T>();
}
