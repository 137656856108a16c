/** Statements that make of one state of an entity's parts another, touching only what differs. */
import { eq, inArray, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Database, Statement } from '../db/client.ts';
import type { FullEntity } from '../db/entities.ts';
import { writeNameWords } from '../db/name-keys.ts';
import { claimConflicts, claims, nameForms, nameWords, relations } from '../db/schema.ts';
import { comparePairs } from './entity-conflicts.ts';
import { type ClaimRow, type NameRow, type RelationRow } from './entity-rows.ts';

type Parts = Pick<FullEntity, 'names' | 'relations' | 'claims' | 'stated'>;

/** The statements of a change of parts, in the order in which foreign keys allow them. */
export function writeParts(db: Database, before: Parts, after: Parts): Statement[] {
  const names = compareRows(before.names, after.names);
  const links = compareRows(before.relations, after.relations);
  const statements = compareRows(before.claims, after.claims);
  const pairs = comparePairs(before.stated, after.stated);
  return [
    ...pairs.removed.map((ids) => db.delete(claimConflicts).where(isPair(ids))),
    ...(names.removed.length > 0
      ? [db.delete(nameWords).where(inArray(nameWords.formId, among(names.removed)))]
      : []),
    ...removeRows(db, nameForms, names.removed),
    ...removeRows(db, relations, links.removed),
    ...removeRows(db, claims, statements.removed),
    ...names.changed.map((row) => db.update(nameForms).set(row).where(eq(nameForms.id, row.id))),
    ...links.changed.map((row) => db.update(relations).set(columnsOf(row)).where(eq(relations.id, row.id))),
    ...statements.changed.map((row) => db.update(claims).set(row).where(eq(claims.id, row.id))),
    ...insertParts(db, { names: names.added, relations: links.added, claims: statements.added }),
    ...writeNameWords(db, names.changed),
    ...pairs.added.map(([claimId, otherId]) =>
      db.insert(claimConflicts).values({ claimId, otherId }).onConflictDoNothing(),
    ),
  ];
}

/** Statements that store new parts. */
export function insertParts(
  db: Database,
  parts: { names: NameRow[]; relations: RelationRow[]; claims: ClaimRow[] },
): Statement[] {
  return [
    ...(parts.names.length > 0 ? [db.insert(nameForms).values(parts.names)] : []),
    ...(parts.relations.length > 0 ? [db.insert(relations).values(parts.relations.map(columnsOf))] : []),
    ...(parts.claims.length > 0 ? [db.insert(claims).values(parts.claims)] : []),
    ...writeNameWords(db, parts.names),
  ];
}

function columnsOf({ id, subjectId, predicate, objectId, from, to, source }: RelationRow): RelationRow {
  return { id, subjectId, predicate, objectId, from, to, source };
}

function isPair([one, other]: [string, string]) {
  return sql`(${claimConflicts.claimId}, ${claimConflicts.otherId}) = (${one}, ${other})`;
}

function removeRows(
  db: Database,
  table: SQLiteTable & { id: typeof claims.id | typeof nameForms.id | typeof relations.id },
  ids: string[],
): Statement[] {
  return ids.length > 0 ? [db.delete(table).where(inArray(table.id, among(ids)))] : [];
}

function among(ids: string[]) {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`;
}

function compareRows<T extends { id: string }>(before: readonly T[], after: readonly T[]) {
  const was = new Map(before.map((row) => [row.id, JSON.stringify(sorted(row))]));
  const stay = new Set(after.map(({ id }) => id));
  return {
    removed: before.map(({ id }) => id).filter((id) => !stay.has(id)),
    changed: after.filter((row) => was.has(row.id) && was.get(row.id) !== JSON.stringify(sorted(row))),
    added: after.filter(({ id }) => !was.has(id)),
  };
}

function sorted(row: object): [string, unknown][] {
  return Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
}
