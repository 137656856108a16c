/** The tiles of a page that is read in parts: each claimed once, and counted. */
import { and, eq, lt, or, sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { LEASE_MS } from './jobs.ts';
import { jobs, ocrTiles } from './schema.ts';

export type TileRow = typeof ocrTiles.$inferSelect;

/** Stores that a job has so many tiles; those that are there stay as they are. */
export async function addTiles(db: Database, jobId: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, number) => ({ jobId, number, state: 'queued' as const }));
  await db.insert(ocrTiles).values(rows).onConflictDoNothing();
}

/** Every tile of a job, in order; none where it is not read in parts. */
export function listTiles(db: Database, jobId: string): Promise<TileRow[]> {
  return db.select().from(ocrTiles).where(eq(ocrTiles.jobId, jobId)).orderBy(ocrTiles.number);
}

/** Takes a tile that waits, or whose reader fell silent. Null where there is nothing to do. */
export async function claimTile(db: Database, jobId: string, number: number): Promise<TileRow | null> {
  const now = Date.now();
  const [row] = await db
    .update(ocrTiles)
    .set({ state: 'running', attempts: sql`${ocrTiles.attempts} + 1`, leaseUntil: now + LEASE_MS })
    .where(
      and(
        eq(ocrTiles.jobId, jobId),
        eq(ocrTiles.number, number),
        or(eq(ocrTiles.state, 'queued'), and(eq(ocrTiles.state, 'running'), lt(ocrTiles.leaseUntil, now))),
        sql`exists (select 1 from jobs where id = ${jobId} and state = 'running')`,
      ),
    )
    .returning();
  return row ?? null;
}

/** Gives a tile back, or ends it. Says how many of the job's tiles are left, and keeps the job's lease. */
export async function finishTile(
  db: Database,
  { jobId, number, attempts }: TileRow,
  outcome: { state: 'queued' | 'done' } | { state: 'failed'; error: { code: string; message: string } },
): Promise<number> {
  const own = and(eq(ocrTiles.jobId, jobId), eq(ocrTiles.number, number), eq(ocrTiles.attempts, attempts));
  const left = sql<number>`(select count(*) from ocr_tiles where job_id = ${jobId} and state in ('queued', 'running'))`;
  const all = sql<number>`(select count(*) from ocr_tiles where job_id = ${jobId})`;
  const [, , rows] = await db.batch([
    db
      .update(ocrTiles)
      .set({ ...outcome, leaseUntil: null })
      .where(own),
    db
      .update(jobs)
      .set({
        progress: sql`0.2 + 0.78 * (1 - 1.0 * ${left} / ${all})`,
        step: 'reading',
        leaseUntil: Date.now() + LEASE_MS,
      })
      .where(and(eq(jobs.id, jobId), eq(jobs.state, 'running'))),
    db.select({ left }).from(jobs).where(eq(jobs.id, jobId)),
  ]);
  return rows[0]?.left ?? 0;
}

/** Forgets the tiles of a job that has ended. */
export async function removeTiles(db: Database, jobId: string): Promise<void> {
  await db.delete(ocrTiles).where(eq(ocrTiles.jobId, jobId));
}
