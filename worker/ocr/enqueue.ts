/** A job's message for the queue. */
import type { Env } from '../env.ts';

/**
 * Sends it. Where the queue does not take it, the job is stored all the same, and the clock
 * (worker/scheduled.ts) sends it again: whoever asked need not.
 */
export async function enqueue(env: Pick<Env, 'OCR_QUEUE'>, job: string): Promise<void> {
  try {
    await env.OCR_QUEUE.send({ job });
  } catch (error) {
    console.error('the queue did not take job', job, error);
  }
}
