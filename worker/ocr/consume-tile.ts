/** The consumer of tiles: one message is one part of a page. */
import { type Database, connect } from '../db/client.ts';
import { MAX_ATTEMPTS } from '../db/jobs.ts';
import { type TileRow, claimTile, finishTile } from '../db/tiles.ts';
import type { Env, TileMessage } from '../env.ts';
import { loggable } from '../http/loggable.ts';
import { planKey, tilePictureKey, tileReadingKey } from '../scans/keys.ts';
import { OcrError } from './errors.ts';
import { finishPage } from './finish-page.ts';
import { loadModel } from './load-model.ts';
import type { PagePlan } from './prepare/page-plan.ts';
import { readTilePicture } from './read-tile-picture.ts';
import { readTileRemotely } from './remote-tile.ts';
import { TILES_AT_ONCE } from './tiles-at-once.ts';

/**
 * Reads the tiles of a batch, some side by side: as soon as one is read the next is begun. The largest first, so that
 * at the end none has long to wait for the last.
 */
export async function consumeTiles(batch: MessageBatch<TileMessage>, env: Env): Promise<void> {
  const bySize = batch.messages.toSorted((a, b) => (b.body.pixels ?? 0) - (a.body.pixels ?? 0));
  const waiting = bySize.values();
  const readOn = async () => {
    for (const message of waiting) await consumeMessage(message, env);
  };
  await Promise.all(Array.from({ length: TILES_AT_ONCE }, readOn));
}

async function consumeMessage(message: Message<TileMessage>, env: Env): Promise<void> {
  const db = connect(env);
  const { job, tile } = message.body;
  try {
    const claimed = await claimTile(db, job, tile);
    if (!claimed) {
      message.ack();
      return;
    }
    const outcome = await tryToRead(env, claimed);
    const left = await finishTile(db, claimed, outcome);
    if (outcome.state === 'queued') message.retry();
    else {
      if (left === 0) await finishPage(env, db, job);
      message.ack();
    }
  } catch (error) {
    // The database or the store is out of reach: the queue tries again, and the clock after it.
    console.error('tile failed', job, tile, loggable(error));
    message.retry();
  }
}

async function tryToRead(env: Env, claimed: TileRow): Promise<Parameters<typeof finishTile>[2]> {
  if (claimed.attempts > MAX_ATTEMPTS)
    return { state: 'failed', error: { code: 'engine-failed', message: 'It was tried several times.' } };
  try {
    await readAndStore(env, claimed);
    return { state: 'done' };
  } catch (error) {
    if (claimed.attempts < MAX_ATTEMPTS) {
      console.warn('tile is read again', claimed.jobId, claimed.number, loggable(error));
      return { state: 'queued' };
    }
    if (!(error instanceof OcrError)) console.error('tile failed', claimed.jobId, loggable(error));
    return {
      state: 'failed',
      error:
        error instanceof OcrError
          ? { code: error.code, message: error.message }
          : { code: 'engine-failed', message: 'It could not be read for a reason on our side.' },
    };
  }
}

async function readAndStore(env: Env, { jobId, number }: TileRow): Promise<void> {
  const [plan, picture] = await Promise.all([
    env.SCANS.get(planKey(jobId)),
    env.SCANS.get(tilePictureKey(jobId, number)),
  ]);
  if (!plan || !picture) throw new Error(`tile ${number} of ${jobId} is not in the store`);
  const request = { plan: await plan.json<PagePlan>(), number };
  const png = new Uint8Array(await picture.arrayBuffer());
  const reading = env.READER
    ? await readTileRemotely(env.READER, request, png)
    : await readTilePicture(request, png, (name) => loadModel(env.ASSETS, name));
  await env.SCANS.put(tileReadingKey(jobId, number), JSON.stringify(reading));
}

/** A tile whose message failed every time. */
export async function buryTile(env: Env, db: Database, { job, tile }: TileMessage): Promise<void> {
  const claimed = await claimTile(db, job, tile);
  if (!claimed) return;
  const error = { code: 'engine-failed', message: 'It failed several times for a reason on our side.' };
  if ((await finishTile(db, claimed, { state: 'failed', error })) === 0) await finishPage(env, db, job);
}
