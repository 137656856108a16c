/** Queries on the authority file. */
import { and, asc, eq, getTableColumns, gt, inArray, or, sql } from 'drizzle-orm';
import { foldWord } from '../domain/text/fold.ts';
import { tokenise } from '../domain/text/tokens.ts';
import type { EntityKind } from '../shapes/entities.ts';
import type { Database } from './client.ts';
import { claims, entities, issues, nameForms, pages, publications, relations, tags } from './schema.ts';

const mentionCount = sql<number>`(select count(*) from tags t where t.entity_id = entities.id and t.state = 'approved' and t.deleted_at is null)`;

/** A name's look-up key: its words' search keys, so that any spelling of any script that folds alike finds it. */
export function nameKey(name: string): string {
  return tokenise(name)
    .map((token) => foldWord(token.text))
    .join(' ');
}

/** Entities in the order in which they were added. */
export function listEntities(
  db: Database,
  kind: EntityKind | undefined,
  after: string | undefined,
  limit: number,
) {
  return db
    .select({ entity: getTableColumns(entities), mentionCount, matched: sql<string | null>`null` })
    .from(entities)
    .where(and(kind && eq(entities.kind, kind), after === undefined ? undefined : gt(entities.id, after)))
    .orderBy(asc(entities.id))
    .limit(limit);
}

/** Entities with a name in which a word begins with the query: whole names first, then the most mentioned. */
export function searchEntities(
  db: Database,
  query: string,
  kind: EntityKind | undefined,
  offset: number,
  limit: number,
) {
  const key = nameKey(query);
  const pattern = key.replaceAll(/[\\%_]/g, String.raw`\$&`);
  const rank = sql<number>`min(case when ${nameForms.key} = ${key} then 0 when ${nameForms.key} like ${`${pattern}%`} escape '\\' then 1 else 2 end)`;
  return db
    .select({
      entity: getTableColumns(entities),
      mentionCount,
      // With min() in the same select SQLite takes bare columns from the row that has the minimum.
      matched: sql<string | null>`${nameForms.text}`,
      rank,
    })
    .from(nameForms)
    .innerJoin(entities, eq(entities.id, nameForms.entityId))
    .where(
      and(
        kind && eq(entities.kind, kind),
        or(
          sql`${nameForms.key} like ${`${pattern}%`} escape '\\'`,
          sql`${nameForms.key} like ${`% ${pattern}%`} escape '\\'`,
        ),
      ),
    )
    .groupBy(entities.id)
    .orderBy(rank, sql`${mentionCount} desc`, asc(entities.id))
    .limit(limit)
    .offset(offset);
}

export type EntityRow = Awaited<ReturnType<typeof listEntities>>[number];
export type FullEntity = NonNullable<Awaited<ReturnType<typeof findEntity>>>;

/** An entity with its names, relations and claims, in one round trip. */
export async function findEntity(db: Database, id: string) {
  const [rows, names, outgoing, statements] = await db.batch([
    db
      .select({ entity: getTableColumns(entities), mentionCount })
      .from(entities)
      .where(eq(entities.id, id)),
    db.select().from(nameForms).where(eq(nameForms.entityId, id)).orderBy(asc(nameForms.position)),
    db
      .select({ ...getTableColumns(relations), objectLabel: entities.label })
      .from(relations)
      .innerJoin(entities, eq(entities.id, relations.objectId))
      .where(eq(relations.subjectId, id))
      .orderBy(asc(relations.id)),
    db.select().from(claims).where(eq(claims.entityId, id)).orderBy(asc(claims.id)),
  ]);
  const row = rows[0];
  return row && { ...row, names, relations: outgoing, claims: statements };
}

/** Which of these ids are entities. */
export function findEntityIds(db: Database, ids: string[]) {
  return db.select({ id: entities.id }).from(entities).where(inArray(entities.id, ids));
}

/** Approved tags on an entity with where they stand, in the order in which they were made. */
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
        eq(tags.entityId, entityId),
        eq(tags.state, 'approved'),
        sql`${tags.deletedAt} is null`,
        after === undefined ? undefined : gt(tags.id, after),
      ),
    )
    .orderBy(asc(tags.id))
    .limit(limit);
}
