/** Queries on periodisation schemes and their stages. */
import { asc, eq, gt, inArray } from 'drizzle-orm';
import type { Database } from './client.ts';
import { schemes, stages } from './schema.ts';

export type SchemeRow = typeof schemes.$inferSelect & { stages: StageRow[] };
export type StageRow = typeof stages.$inferSelect;

/** Schemes with their stages, in the order in which they were added, in one round trip. */
export async function listSchemes(
  db: Database,
  after: string | undefined,
  limit: number,
): Promise<SchemeRow[]> {
  const shown = db
    .select()
    .from(schemes)
    .where(after === undefined ? undefined : gt(schemes.id, after))
    .orderBy(asc(schemes.id))
    .limit(limit);
  const ids = db
    .select({ id: schemes.id })
    .from(schemes)
    .where(after === undefined ? undefined : gt(schemes.id, after))
    .orderBy(asc(schemes.id))
    .limit(limit);
  const [rows, all] = await db.batch([
    shown,
    db.select().from(stages).where(inArray(stages.schemeId, ids)).orderBy(asc(stages.position)),
  ]);
  const byScheme = Map.groupBy(all, (stage) => stage.schemeId);
  return rows.map((row) => ({ ...row, stages: byScheme.get(row.id) ?? [] }));
}

export async function findScheme(db: Database, id: string): Promise<SchemeRow | undefined> {
  const [rows, all] = await db.batch([
    db.select().from(schemes).where(eq(schemes.id, id)),
    db.select().from(stages).where(eq(stages.schemeId, id)).orderBy(asc(stages.position)),
  ]);
  return rows[0] && { ...rows[0], stages: all };
}

export interface StageInScheme {
  stage: StageRow;
  /** The key of the stage that it is a substage of. */
  parentKey: string | undefined;
  /** The other stages of the same parent. */
  beside: StageRow[];
}

/** A stage with all stages of its scheme: what a date means depends on its neighbours. */
export async function findStage(db: Database, id: string): Promise<StageInScheme | undefined> {
  const scheme = db.select({ id: stages.schemeId }).from(stages).where(eq(stages.id, id));
  const all = await db
    .select()
    .from(stages)
    .where(inArray(stages.schemeId, scheme))
    .orderBy(asc(stages.position));
  const stage = all.find((row) => row.id === id);
  return (
    stage && {
      stage,
      parentKey: all.find((row) => row.id === stage.parentId)?.key,
      beside: all.filter((row) => row.id !== id && row.parentId === stage.parentId),
    }
  );
}
