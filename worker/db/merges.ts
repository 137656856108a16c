/**
 * Merged records. Nothing is moved by a merge: `entities.merged_into` names the record that stays, at the end of all
 * merges, and whoever asks for links asks for those of the whole group.
 */
import { type SQL, and, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database, Statement } from './client.ts';
import { guard } from './guards.ts';
import { entities, merges } from './schema.ts';

/**
 * A subselect of the ids that stand for the same as this one: the record that stays and all that were merged into it,
 * whichever of them was named. For conditions such as `tags.entity_id in ${sameEntity(id)}`.
 */
export function sameEntity(id: string | SQL): SQL {
  return sql`(select same.id from entities named join entities same on same.id = coalesce(named.merged_into, named.id) or same.merged_into = coalesce(named.merged_into, named.id) where named.id = ${id})`;
}

const survivors = alias(entities, 'survivors');

/** Records with the record that stands for each, in one statement. */
export function findWithSurvivors(db: Database, ids: string[]) {
  return db
    .select({
      id: entities.id,
      kind: entities.kind,
      label: entities.label,
      survivor: { id: survivors.id, label: survivors.label },
    })
    .from(entities)
    .innerJoin(survivors, sql`${survivors.id} = coalesce(${entities.mergedInto}, ${entities.id})`)
    .where(inArray(entities.id, ids));
}

/** The merge of this record that stands, with both records; undefined where it stands for itself. */
export async function findMerge(db: Database, fromId: string) {
  const into = alias(entities, 'into_entity');
  const [row] = await db
    .select({
      merge: getTableColumns(merges),
      from: { id: entities.id, label: entities.label },
      into: { id: into.id, label: into.label },
      survivor: { id: survivors.id, label: survivors.label },
    })
    .from(entities)
    .innerJoin(survivors, eq(survivors.id, entities.mergedInto))
    .innerJoin(merges, and(eq(merges.fromId, entities.id), isNull(merges.undoneAt)))
    .innerJoin(into, eq(into.id, merges.intoId))
    .where(eq(entities.id, fromId));
  return row;
}

interface NewMergeRow {
  id: string;
  fromId: string;
  intoId: string;
  note: string | null;
  actorId: string;
  at: number;
}

/**
 * Statements that take a record, and all that were merged into it, into the one that stands for `intoId`.
 * The guard fails where either was merged or parted since `survivor` was read.
 */
export function mergeStatements(db: Database, merge: NewMergeRow, survivor: string): Statement[] {
  return [
    guard(
      db,
      sql`exists (select 1 from entities where id = ${merge.fromId} and merged_into is null)
        and exists (select 1 from entities where id = ${merge.intoId} and coalesce(merged_into, id) = ${survivor})`,
    ),
    db.insert(merges).values(merge),
    db
      .update(entities)
      .set({ mergedInto: survivor })
      .where(or(eq(entities.id, merge.fromId), eq(entities.mergedInto, merge.fromId))),
  ];
}

/**
 * Statements that undo a merge: the record stands for itself again, and for those that came with it. Whoever was
 * merged into the survivor by itself stays there. The guard fails where the merge was undone meanwhile.
 */
export function unmergeStatements(
  db: Database,
  { id, fromId }: { id: string; fromId: string },
  undone: { undoneBy: string; undoneAt: number },
): Statement[] {
  return [
    guard(db, sql`exists (select 1 from merges where id = ${id} and undone_at is null)`),
    db.update(merges).set(undone).where(eq(merges.id, id)),
    db
      .update(entities)
      .set({ mergedInto: sql`case when ${entities.id} = ${fromId} then null else ${fromId} end` })
      .where(
        sql`${entities.id} in (
          with recursive came(id) as (
            select ${fromId}
            union
            select m.from_id from merges m join came on came.id = m.into_id where m.undone_at is null
          )
          select id from came)`,
      ),
  ];
}
