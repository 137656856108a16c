/** Queries on the authority file. */
import { type SQL, and, asc, eq, getTableColumns, gt, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { EntityKind } from '../shapes/entities.ts';
import type { Database } from './client.ts';
import { sameEntity } from './merges.ts';
import { selectHistory } from './record-versions.ts';
import {
  claims,
  entities,
  issues,
  merges,
  nameForms,
  pages,
  publications,
  relations,
  tags,
  users,
} from './schema.ts';

/** Approved tags on what a row of `entities` stands for. */
export const mentionCount = sql<number>`(select count(*) from tags t where t.entity_id in ${sameEntity(sql`entities.id`)} and t.state = 'approved' and t.deleted_at is null)`;

const survivors = alias(entities, 'survivors');
const others = alias(claims, 'others');

/** The record that stands for `row` now: itself, or what it was merged into. */
const survivorOf = (column: SQL) => sql`survivors.id = coalesce(
  (select m.merged_into from entities m where m.id = ${column}), ${column})`;

/** Entities that are merged into no other, in the order in which they were added. */
export function listEntities(
  db: Database,
  kind: EntityKind | undefined,
  after: string | undefined,
  limit: number,
) {
  return db
    .select({ entity: getTableColumns(entities), mentionCount })
    .from(entities)
    .where(
      and(
        isNull(entities.mergedInto),
        kind && eq(entities.kind, kind),
        after === undefined ? undefined : gt(entities.id, after),
      ),
    )
    .orderBy(asc(entities.id))
    .limit(limit);
}

/**
 * Everything that is shown of an entity, as statements for one `db.batch`; `gatherEntity` puts their answers
 * together. Names, relations and claims of records merged into it are among them.
 */
function selectEntity(db: Database, id: string) {
  /** The record and those merged into it; a merged record shows its own parts only. */
  const group = sql`(select g.id from entities g where g.id = ${id} or g.merged_into = ${id})`;
  return [
    db
      .select({ entity: getTableColumns(entities), mentionCount, survivorLabel: survivors.label })
      .from(entities)
      .leftJoin(survivors, eq(survivors.id, entities.mergedInto))
      .where(eq(entities.id, id)),
    db
      .select()
      .from(nameForms)
      .where(sql`${nameForms.entityId} in ${group}`)
      .orderBy(sql`${nameForms.entityId} <> ${id}`, asc(nameForms.entityId), asc(nameForms.position)),
    db
      .select({
        ...getTableColumns(relations),
        object: survivors.id,
        objectLabel: survivors.label,
        objectKind: survivors.kind,
      })
      .from(relations)
      .innerJoin(survivors, survivorOf(sql`${relations.objectId}`))
      .where(sql`${relations.subjectId} in ${group}`)
      .orderBy(sql`${relations.subjectId} <> ${id}`, asc(relations.id)),
    db
      .select({
        ...getTableColumns(relations),
        subject: survivors.id,
        subjectLabel: survivors.label,
        subjectKind: survivors.kind,
      })
      .from(relations)
      .innerJoin(survivors, survivorOf(sql`${relations.subjectId}`))
      .where(sql`${relations.objectId} in ${group} and ${relations.subjectId} not in ${group}`)
      .orderBy(asc(relations.id)),
    db
      .select()
      .from(claims)
      .where(sql`${claims.entityId} in ${group}`)
      .orderBy(sql`${claims.entityId} <> ${id}`, asc(claims.id)),
    db
      .select({ ...otherClaim, claimId: sql<string>`pairs.one` })
      .from(others)
      .innerJoin(
        conflictsOf(sql`(select c.id from claims c where c.entity_id in ${group})`),
        sql`pairs.other = ${others.id}`,
      )
      .innerJoin(survivors, survivorOf(sql`${others.entityId}`))
      .orderBy(asc(others.id)),
    db
      .select({ id: entities.id, label: entities.label, at: merges.at, by: users.name, note: merges.note })
      .from(entities)
      .innerJoin(merges, and(eq(merges.fromId, entities.id), isNull(merges.undoneAt)))
      .leftJoin(users, eq(users.id, merges.actorId))
      .where(eq(entities.mergedInto, id))
      .orderBy(asc(merges.at), asc(merges.id)),
  ] as const;
}

/** Stated conflicts of these claims, as pairs of (one, other), whichever way round they are kept. */
const conflictsOf = (ids: SQL) => sql`(
  select claim_id as one, other_id as other from claim_conflicts where claim_id in ${ids}
  union all select other_id, claim_id from claim_conflicts where other_id in ${ids}) pairs`;

function among(ids: string[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`;
}

/** What is shown of a claim on the other side of a conflict. */
const otherClaim = {
  id: others.id,
  entity: survivors.id,
  entityLabel: survivors.label,
  property: others.property,
  date: others.date,
  value: others.value,
  source: others.source,
};

/** What a batch of these statements is answered. */
type Answers<T extends readonly unknown[]> = { [K in keyof T]: Awaited<T[K]> };

type EntityAnswers = Answers<ReturnType<typeof selectEntity>>;

/** An entity with everything that is shown of it. */
export interface FullEntity {
  entity: EntityAnswers[0][number]['entity'];
  mentionCount: number;
  survivorLabel: EntityAnswers[0][number]['survivorLabel'];
  names: EntityAnswers[1];
  relations: EntityAnswers[2];
  incoming: EntityAnswers[3];
  claims: EntityAnswers[4];
  stated: EntityAnswers[5];
  merged: EntityAnswers[6];
}

/** What `selectEntity` was answered, as one; undefined where there is no such entity. */
function gatherEntity(answers: EntityAnswers): FullEntity | undefined {
  const [rows, names, outgoing, incoming, statements, stated, merged] = answers;
  return rows[0] && { ...rows[0], names, relations: outgoing, incoming, claims: statements, stated, merged };
}

/** An entity with its names, relations, claims and merges, in one round trip. */
export async function findEntity(db: Database, id: string): Promise<FullEntity | undefined> {
  return gatherEntity(await db.batch(selectEntity(db, id)));
}

/** An entity as it is and how it became so, at one moment. */
export async function findEntityHistory(db: Database, id: string) {
  const [e0, e1, e2, e3, e4, e5, e6, kept, acts] = await db.batch([
    ...selectEntity(db, id),
    ...selectHistory(db, `entities/${id}`),
  ]);
  return { found: gatherEntity([e0, e1, e2, e3, e4, e5, e6]), history: { kept, acts } };
}

/** An entity with what a change of it points at, in one round trip. */
export async function findForChange(db: Database, id: string, wanted: Parameters<typeof selectPointedAt>[2]) {
  const [e0, e1, e2, e3, e4, e5, e6, objects, others, parts] = await db.batch([
    ...selectEntity(db, id),
    ...selectPointedAt(db, id, wanted),
  ]);
  const pointed: PointedAt = [objects, others, parts];
  return { found: gatherEntity([e0, e1, e2, e3, e4, e5, e6]), pointed };
}

/** What the parts of a change point at, as statements for the batch of `selectEntity`. */
function selectPointedAt(
  db: Database,
  id: string,
  wanted: { objects: string[]; claims: string[]; parts: string[] },
) {
  return [
    db
      .select({ id: entities.id, survivor: survivors.id, label: survivors.label, kind: survivors.kind })
      .from(entities)
      .innerJoin(survivors, survivorOf(sql`${entities.id}`))
      .where(sql`${entities.id} in ${among(wanted.objects)}`),
    db
      .select(otherClaim)
      .from(others)
      .innerJoin(survivors, survivorOf(sql`${others.entityId}`))
      .where(sql`${others.id} in ${among(wanted.claims)}`),
    // Parts that the record once had may come back under their ids.
    db.all<{ id: string }>(sql`select distinct node.atom as id
      from record_versions v, json_tree(v.snapshot) node
      where v.subject = ${`entities/${id}`} and node.key = 'id' and node.atom in ${among(wanted.parts)}`),
  ] as const;
}

/** What a new entity points at. */
export async function findPointedAt(
  db: Database,
  wanted: Parameters<typeof selectPointedAt>[2],
): Promise<PointedAt> {
  return db.batch(selectPointedAt(db, '', wanted));
}

/** What `selectPointedAt` was answered. */
export type PointedAt = Answers<ReturnType<typeof selectPointedAt>>;

/** Approved tags on an entity and on those merged with it, with where they stand, in the order they were made in. */
export function listMentions(db: Database, entityId: string, after: string | undefined, limit: number) {
  return db
    .select({
      tagId: tags.id,
      pageId: tags.pageId,
      target: tags.target,
      prefix: tags.prefix,
      suffix: tags.suffix,
      sequence: pages.sequence,
      pageLabel: pages.label,
      issueId: issues.id,
      issueNumber: issues.number,
      date: issues.date,
      language: issues.language,
      publicationId: publications.id,
      publicationTitle: publications.title,
    })
    .from(tags)
    .innerJoin(pages, eq(pages.id, tags.pageId))
    .innerJoin(issues, eq(issues.id, pages.issueId))
    .innerJoin(publications, eq(publications.id, issues.publicationId))
    .where(
      and(
        sql`${tags.entityId} in ${sameEntity(entityId)}`,
        eq(tags.state, 'approved'),
        sql`${tags.deletedAt} is null`,
        after === undefined ? undefined : gt(tags.id, after),
      ),
    )
    .orderBy(asc(tags.id))
    .limit(limit);
}
