/** The clock: jobs and texts that lost their message get a new one, and what nobody needs any more is removed. */
import { lt } from 'drizzle-orm';
import { type Database, connect } from './db/client.ts';
import { findStrandedJobs } from './db/jobs.ts';
import { rekeyNameForms } from './db/name-keys.ts';
import { removeOldReservations } from './db/reservations.ts';
import { idempotency, sessions, verifications } from './db/schema.ts';
import { findUnsuggestedPages } from './db/suggestions.ts';
import { NAMES_VERSION } from './domain/names/version.ts';
import type { Env } from './env.ts';
import { findUnmeasuredPages } from './search/measure-reading.ts';
import { reindexSome } from './search/reindex.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Messages that a queue takes in one call. */
const MOST_AT_ONCE = 100;
/** Names whose keys are made again at one tick, after the rules have changed. */
const NAMES_AT_ONCE = 2_000;
/** Pages that are indexed again at one tick, after the rules have changed; `npm run reindex` does all at once. */
const PAGES_AT_ONCE = 40;
const MOST_PIECES = 25;
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
    removeOldReservations(db, now),
  ]);
  for (let piece = 0; piece < MOST_PIECES && (await reindexSome(db, PAGES_AT_ONCE)) > 0; piece++);
  const rekeyed = await rekeyNameForms(db, NAMES_AT_ONCE);
  // Names are found by their keys, so that these come first.
  if (rekeyed < NAMES_AT_ONCE) await requestMissingSuggestions(env, db, now);
  await requestMissingMeasures(env, db, now);
  await removeAbandonedUploads(env.SCANS, now);
}

/** Texts whose message was lost, and all texts after the rules have changed: some at a time, oldest first. */
async function requestMissingSuggestions(env: Env, db: Database, now: number): Promise<void> {
  const found = await findUnsuggestedPages(db, NAMES_VERSION, now - MINUTE, 5 * MOST_AT_ONCE);
  for (let from = 0; from < found.length; from += MOST_AT_ONCE) {
    const part = found.slice(from, from + MOST_AT_ONCE);
    await env.TEXT_QUEUE.sendBatch(part.map(({ id }) => ({ body: { page: id } })));
  }
}

/** Accepted texts whose message was lost: how well their pages had been read is still to be told. */
async function requestMissingMeasures(env: Env, db: Database, now: number): Promise<void> {
  const found = await findUnmeasuredPages(db, now - MINUTE, MOST_AT_ONCE);
  if (found.length > 0) await env.TEXT_QUEUE.sendBatch(found.map(({ id }) => ({ body: { measure: id } })));
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
