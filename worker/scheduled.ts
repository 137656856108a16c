/** The clock: jobs that lost their message get a new one, and what nobody needs any more is removed. */
import { lt } from 'drizzle-orm';
import { connect } from './db/client.ts';
import { findStrandedJobs } from './db/jobs.ts';
import { idempotency, sessions, verifications } from './db/schema.ts';
import type { Env } from './env.ts';

const DAY = 24 * 60 * 60_000;
/** How long an Idempotency-Key is remembered. */
const IDEMPOTENCY_DAYS = 7;

/** @param now milliseconds UTC */
export async function runScheduled(env: Env, now: number): Promise<void> {
  const db = connect(env);
  for (const job of await findStrandedJobs(db, now, 100)) await env.OCR_QUEUE.send({ job: job.id });
  await db.batch([
    db.delete(idempotency).where(lt(idempotency.createdAt, now - IDEMPOTENCY_DAYS * DAY)),
    db.delete(sessions).where(lt(sessions.expiresAt, new Date(now))),
    db.delete(verifications).where(lt(verifications.expiresAt, new Date(now))),
  ]);
  await removeAbandonedUploads(env.SCANS, now);
}

/** Uploads that were never finished lie under `incoming/`; after a day nobody is coming back for them. */
async function removeAbandonedUploads(bucket: R2Bucket, now: number): Promise<void> {
  let cursor: string | undefined;
  do {
    const listed = await bucket.list({ prefix: 'incoming/', ...(cursor === undefined ? {} : { cursor }) });
    const old = listed.objects
      .filter((object) => object.uploaded.getTime() < now - DAY)
      .map((object) => object.key);
    if (old.length > 0) await bucket.delete(old);
    cursor = listed.truncated ? listed.cursor : undefined;
  } while (cursor !== undefined);
}
