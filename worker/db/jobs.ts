/** The life of a reading job in the database: claimed once, lease kept alive, finished once. */
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Box } from '../shapes/common.ts';
import { type Database, type Statement, runBatch } from './client.ts';
import { guard } from './guards.ts';
import { actions, issues, jobs, ocrRuns, pages, revisions } from './schema.ts';
import type { JobParameters } from './schema/corpus.ts';
import { selectFollowingTags } from './tags.ts';

/** Longer than the longest silence between two progress reports of a living reader. */
export const LEASE_MS = 10 * 60_000;
export const MAX_ATTEMPTS = 3;

export type JobRow = typeof jobs.$inferSelect;

/** What of the page is to be read, and how. */
export interface Wanted {
  parameters: JobParameters;
  region: Box | null;
  trial: boolean;
}

/** The whole page, with what the issue and the page itself suggest. */
const PLAIN: Wanted = { parameters: {}, region: null, trial: false };

/** A job that waits to be read, as a row. No models: those that the issue chooses. */
export function newJob(pageId: string, requestedBy: string, wanted = PLAIN): JobRow {
  return {
    id: uuidv7(),
    kind: 'ocr',
    pageId,
    state: 'queued',
    progress: 0,
    step: null,
    attempts: 0,
    ...wanted,
    error: null,
    notices: null,
    leaseUntil: null,
    ocrRunId: null,
    requestedBy,
    createdAt: Date.now(),
    startedAt: null,
    finishedAt: null,
  };
}

/**
 * The first statement of a batch that adds a job: no other may wait or run that reads the whole of this page, or
 * this very region of it.
 */
export function guardNoJob(db: Database, pageId: string, region: Box | null): Statement {
  const same = region === null ? sql`region is null` : sql`region = ${JSON.stringify(region)}`;
  return guard(
    db,
    sql`not exists (select 1 from jobs where page_id = ${pageId} and ${same} and state in ('queued', 'running'))`,
  );
}

/** The job that reads the whole of a page, or this very region of it, or waits to. */
export async function findUnfinishedJob(db: Database, pageId: string, region: Box | null) {
  const [job] = await db
    .select()
    .from(jobs)
    .where(
      and(
        eq(jobs.pageId, pageId),
        region === null ? isNull(jobs.region) : eq(jobs.region, region),
        inArray(jobs.state, ['queued', 'running']),
      ),
    );
  return job;
}

export type ClaimedJob = NonNullable<Awaited<ReturnType<typeof claimJob>>>;

/** The page of a job, and what is known of its writing. */
function selectPlace(db: Database, jobId: string) {
  return db
    .select({
      page: pages,
      language: issues.language,
      script: issues.script,
      orthography: issues.orthography,
    })
    .from(jobs)
    .innerJoin(pages, eq(pages.id, jobs.pageId))
    .innerJoin(issues, eq(issues.id, pages.issueId))
    .where(eq(jobs.id, jobId));
}

/** A job that is being read, in parts, by whoever claimed it; null where it has ended. */
export async function findRunningJob(db: Database, jobId: string): Promise<ClaimedJob | null> {
  const [found, places] = await db.batch([
    db
      .select()
      .from(jobs)
      .where(and(eq(jobs.id, jobId), eq(jobs.state, 'running'))),
    selectPlace(db, jobId),
  ]);
  const [job, place] = [found[0], places[0]];
  return job && place ? { job, ...place } : null;
}

/**
 * Takes a job that waits, or whose reader fell silent. Null where there is nothing to do: it is
 * finished, is being done, or does not exist. So a message that comes twice changes nothing.
 */
export async function claimJob(db: Database, jobId: string, now: number) {
  const claimable = or(eq(jobs.state, 'queued'), and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, now)));
  const [claimed, found] = await db.batch([
    db
      .update(jobs)
      .set({
        state: 'running',
        attempts: sql`${jobs.attempts} + 1`,
        progress: 0,
        step: 'starting',
        leaseUntil: now + LEASE_MS,
        startedAt: now,
      })
      .where(and(eq(jobs.id, jobId), claimable))
      .returning(),
    selectPlace(db, jobId),
    db
      .update(pages)
      .set({ status: 'reading', updatedAt: now })
      .where(
        and(
          inArray(pages.status, ['queued', 'failed', 'read']),
          eq(
            pages.id,
            sql`(select page_id from jobs where id = ${jobId} and region is null and state = 'running' and started_at = ${now})`,
          ),
        ),
      ),
  ]);
  const job = claimed[0];
  const place = found[0];
  return job && place ? { job, ...place } : null;
}

/** Says how far a job is, and that its reader lives. */
export async function reportProgress(
  db: Database,
  job: JobRow,
  progress: number,
  step: string,
): Promise<void> {
  await db
    .update(jobs)
    .set({ progress, step, leaseUntil: Date.now() + LEASE_MS })
    .where(and(eq(jobs.id, job.id), eq(jobs.state, 'running'), eq(jobs.attempts, job.attempts)));
}

/** That renditions of the scan lie in R2. */
export async function recordRenditions(
  db: Database,
  pageId: string,
  found: { viewType?: string; hasThumbnail?: boolean },
): Promise<void> {
  await db.update(pages).set(found).where(eq(pages.id, pageId));
}

/** The page as it is now, with its current revision and the tags that stand on it. */
export async function findTextState(db: Database, pageId: string) {
  const [rows, standing] = await db.batch([
    db
      .select({
        page: pages,
        number: revisions.number,
        origin: revisions.origin,
        lines: revisions.lines,
      })
      .from(pages)
      .leftJoin(revisions, eq(revisions.id, pages.currentRevisionId))
      .where(eq(pages.id, pageId)),
    selectFollowingTags(db, pageId),
  ]);
  return rows[0] && { ...rows[0], tags: standing };
}

/** Statements that end a job as this reader's, or fail as a whole where another reader has taken it over. */
export function finishJob(
  db: Database,
  job: JobRow,
  run: typeof ocrRuns.$inferInsert,
  outcome: { state: 'done' } | { state: 'failed'; error: Record<string, unknown> },
): { first: Statement[]; last: Statement[] } {
  const now = Date.now();
  return {
    first: [
      guard(
        db,
        sql`exists (select 1 from jobs where id = ${job.id} and state = 'running' and attempts = ${job.attempts})`,
      ),
      db.insert(ocrRuns).values(run),
    ],
    last: [
      db
        .update(jobs)
        .set({
          state: outcome.state,
          progress: 1,
          step: null,
          ocrRunId: run.id,
          error: outcome.state === 'failed' ? outcome.error : null,
          notices: run.notices ?? null,
          leaseUntil: null,
          finishedAt: now,
        })
        .where(eq(jobs.id, job.id)),
      db.insert(actions).values({
        id: uuidv7(),
        action: outcome.state === 'done' ? 'page:read' : 'page:read-failed',
        actorId: job.requestedBy,
        subject: `pages/${job.pageId}`,
        detail: { job: job.id, run: run.id },
        at: now,
      }),
    ],
  };
}

/** Ends a job that no reader could finish. Does nothing where it is finished. */
export async function failJob(db: Database, jobId: string, error: Record<string, unknown>): Promise<void> {
  const now = Date.now();
  const unfinished = and(eq(jobs.id, jobId), inArray(jobs.state, ['queued', 'running']));
  await runBatch(db, [
    db
      .update(pages)
      .set({
        status: sql`case when ${pages.currentRevisionId} is null then 'failed' else 'read' end`,
        updatedAt: now,
      })
      .where(
        and(
          inArray(pages.status, ['queued', 'reading']),
          eq(
            pages.id,
            sql`(select page_id from jobs where id = ${jobId} and region is null and state in ('queued', 'running'))`,
          ),
        ),
      ),
    db
      .update(jobs)
      .set({ state: 'failed', step: null, error, leaseUntil: null, finishedAt: now })
      .where(unfinished),
  ]);
}

/** Gives a job back to the queue: the next message may claim it. */
export async function releaseJob(db: Database, job: JobRow): Promise<void> {
  await db
    .update(jobs)
    .set({ state: 'queued', step: null, leaseUntil: null })
    .where(and(eq(jobs.id, job.id), eq(jobs.state, 'running'), eq(jobs.attempts, job.attempts)));
}

/** Jobs whose message was lost or whose reader fell silent: they want a new message. */
export function findStrandedJobs(db: Database, now: number, limit: number) {
  return db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      or(
        and(eq(jobs.state, 'queued'), lt(jobs.createdAt, now - 60_000)),
        and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, now)),
      ),
    )
    .limit(limit);
}
