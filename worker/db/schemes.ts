/** Queries on periodisation schemes and their stages. */
import { type SQL, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from './client.ts';
import { entities, recordVersions, schemes, stages } from './schema.ts';

export type StageRow = typeof stages.$inferSelect;
/** A scheme with the stages that it has now, and its scholars' names by id. */
export type SchemeRow = typeof schemes.$inferSelect & { stages: StageRow[]; names: Scholar[] };

/** An entity as a scheme names it: one that was merged stands for the record it was merged into. */
export interface Scholar {
  named: string;
  id: string;
  label: Record<string, string>;
}

const into = alias(entities, 'into');

/** Of these entities, what a scheme shows. */
function selectScholars(db: Database, ids: SQL | string[]) {
  return db
    .select({
      named: entities.id,
      id: sql<string>`coalesce(${into.id}, ${entities.id})`,
      label: sql<Record<string, string>>`coalesce(${into.label}, ${entities.label})`.mapWith(entities.label),
    })
    .from(entities)
    .leftJoin(into, eq(into.id, entities.mergedInto))
    .where(inArray(entities.id, ids));
}

const scholarsOf = (schemeIds: SQL) =>
  sql`(select j.value from ${schemes} s, json_each(s.scholars) j where s.id in ${schemeIds})`;

/** Schemes with their stages, in the order in which they were added, in one round trip. */
export async function listSchemes(
  db: Database,
  after: string | undefined,
  limit: number,
): Promise<SchemeRow[]> {
  const beyond = after === undefined ? undefined : gt(schemes.id, after);
  const ids = db.select({ id: schemes.id }).from(schemes).where(beyond).orderBy(asc(schemes.id)).limit(limit);
  const [rows, all, names] = await db.batch([
    db.select().from(schemes).where(beyond).orderBy(asc(schemes.id)).limit(limit),
    selectStages(db, inArray(stages.schemeId, ids)),
    selectScholars(db, scholarsOf(sql`(${ids})`)),
  ]);
  return withStages(rows, all, names);
}

/** Every scheme: there are as many as there are schools of thought, so they are read whole. */
export function selectAllSchemes(db: Database) {
  return db.select().from(schemes).orderBy(asc(schemes.id));
}

/** The stages that schemes have now, in their order. */
export function selectStages(db: Database, condition?: SQL) {
  return db
    .select()
    .from(stages)
    .where(
      condition === undefined ? isNull(stages.retiredAt) : sql`${stages.retiredAt} is null and ${condition}`,
    )
    .orderBy(asc(stages.schemeId), asc(stages.position));
}

/** Each scheme with those of `all` that are its own. */
export function withStages(
  rows: (typeof schemes.$inferSelect)[],
  all: StageRow[],
  names: Scholar[] = [],
): SchemeRow[] {
  const byScheme = Map.groupBy(all, (stage) => stage.schemeId);
  return rows.map((row) => ({ ...row, names, stages: byScheme.get(row.id) ?? [] }));
}

/** A scheme with all that a change of it is checked against. */
export interface SchemeInHand extends SchemeRow {
  /** Stages that it had once: a key that comes back is the same stage. */
  retired: StageRow[];
  /** Of the entities that a request names as scholars, those that there are. */
  sentScholars: Scholar[];
}

export async function findScheme(
  db: Database,
  id: string,
  sentScholars: string[] = [],
): Promise<SchemeInHand | undefined> {
  const [rows, all, names, sent] = await db.batch([
    db.select().from(schemes).where(eq(schemes.id, id)),
    db.select().from(stages).where(eq(stages.schemeId, id)).orderBy(asc(stages.position)),
    selectScholars(db, scholarsOf(sql`(${id})`)),
    selectScholars(db, sentScholars),
  ]);
  const [row] = rows;
  if (!row) return undefined;
  const [retired, standing] = [true, false].map((gone) =>
    all.filter((stage) => (stage.retiredAt !== null) === gone),
  );
  return { ...row, names, stages: standing ?? [], retired: retired ?? [], sentScholars: sent };
}

/** Of these ids, the entities that there are. */
export async function findScholars(db: Database, ids: string[]): Promise<Scholar[]> {
  return ids.length === 0 ? [] : selectScholars(db, ids);
}

/** An earlier state of a scheme, as the API showed it then. */
export async function findSchemeVersion(db: Database, id: string, version: number) {
  const [row] = await db
    .select({ snapshot: recordVersions.snapshot })
    .from(recordVersions)
    .where(sql`${recordVersions.subject} = ${`schemes/${id}`} and ${recordVersions.version} = ${version}`);
  return row?.snapshot;
}

export interface StageInScheme {
  stage: StageRow;
  scheme: SchemeRow;
}

/** A stage, retired or not, with its scheme: what a date means depends on the other stages. */
export async function findStage(db: Database, id: string): Promise<StageInScheme | undefined> {
  const own = db.select({ id: stages.schemeId }).from(stages).where(eq(stages.id, id));
  const [rows, all, names] = await db.batch([
    db.select().from(schemes).where(inArray(schemes.id, own)),
    db.select().from(stages).where(inArray(stages.schemeId, own)).orderBy(asc(stages.position)),
    selectScholars(db, scholarsOf(sql`(${own})`)),
  ]);
  const stage = all.find((row) => row.id === id);
  const [scheme] = withStages(
    rows,
    all.filter(({ retiredAt }) => retiredAt === null),
    names,
  );
  return stage && scheme && { stage, scheme };
}
