/** The queue's consumer: one message is one job, and one job is one reading of one page. */
import type { Env, OcrMessage, TileMessage } from '../env.ts';
import { connect } from '../db/client.ts';
import { MAX_ATTEMPTS, claimJob, failJob, releaseJob } from '../db/jobs.ts';
import { loggable } from '../http/loggable.ts';
import { problemDocument } from '../http/problem.ts';
import { buryTile } from './consume-tile.ts';
import { OcrError } from './errors.ts';
import { recordFailure } from './record-reading.ts';
import { modelsFor, runJob } from './run-job.ts';

/** Errors after which another try may succeed: a fresh engine, another isolate. */
const WORTH_ANOTHER_TRY = new Set(['engine-failed', 'out-of-memory', 'model-missing']);

/** Reads the pages of a batch, one after the other. */
export async function consumeOcr(batch: MessageBatch<OcrMessage>, env: Env): Promise<void> {
  for (const message of batch.messages) await consumeMessage(message, env);
}

async function consumeMessage(message: Message<OcrMessage>, env: Env): Promise<void> {
  const db = connect(env);
  try {
    const claimed = await claimJob(db, message.body.job, Date.now());
    if (!claimed) {
      message.ack();
      return;
    }
    if (claimed.job.attempts > MAX_ATTEMPTS) {
      // Each try before ended without a word: it took its isolate with it.
      await failJob(db, claimed.job.id, gaveUp());
      message.ack();
      return;
    }
    try {
      await runJob(env, db, claimed);
      message.ack();
    } catch (error) {
      if (error instanceof OcrError) {
        if (WORTH_ANOTHER_TRY.has(error.code) && claimed.job.attempts < MAX_ATTEMPTS) {
          await releaseJob(db, claimed.job);
          message.retry();
          return;
        }
        await recordFailure(db, claimed, error, modelsFor(claimed));
        message.ack();
        return;
      }
      await releaseJob(db, claimed.job);
      throw error;
    }
  } catch (error) {
    // The database or the store is out of reach: the queue tries again, and gives up to the dead letters.
    console.error('OCR message failed', message.body.job, loggable(error));
    message.retry();
  }
}

/** Messages that failed every time: their jobs must not look as if they were still coming. */
export async function buryDeadLetters(
  batch: MessageBatch<OcrMessage | TileMessage>,
  env: Env,
): Promise<void> {
  const db = connect(env);
  for (const message of batch.messages) {
    if ('tile' in message.body) await buryTile(env, db, message.body);
    else await failJob(db, message.body.job, gaveUp());
    message.ack();
  }
}

function gaveUp(): Record<string, unknown> {
  return problemDocument(
    'ocr-failed',
    'Reading failed several times for a reason on our side. Start it again later, or transcribe the page by hand.',
    { code: 'gave-up' },
  );
}
