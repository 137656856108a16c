/** Queries on tags. */
import { type SQL, and, asc, eq, getTableColumns, gt, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from './client.ts';
import { entities, pages, revisions, stages, tags, users } from './schema.ts';

const reviewers = alias(users, 'reviewers');
const notDeleted = sql`${tags.deletedAt} is null`;

export type TagRow = Awaited<ReturnType<typeof selectTags>>[number];

function selectTags(db: Database) {
  return db
    .select({
      tag: getTableColumns(tags),
      entityLabel: entities.label,
      entityKind: entities.kind,
      stageLabel: stages.label,
      authorName: users.name,
      reviewerName: reviewers.name,
    })
    .from(tags)
    .leftJoin(entities, eq(entities.id, tags.entityId))
    .leftJoin(stages, eq(stages.id, tags.stageId))
    .leftJoin(users, eq(users.id, tags.authorId))
    .leftJoin(reviewers, eq(reviewers.id, tags.reviewerId))
    .$dynamic();
}

export interface TagFilter {
  page?: string | undefined;
  status?: (typeof tags.$inferSelect)['state'] | undefined;
  entity?: string | undefined;
  stage?: string | undefined;
}

/** Tags in the order in which they were made. */
export function listTags(db: Database, filter: TagFilter, after: string | undefined, limit: number) {
  return selectTags(db)
    .where(
      and(
        notDeleted,
        filter.page === undefined ? undefined : eq(tags.pageId, filter.page),
        filter.status === undefined ? undefined : eq(tags.state, filter.status),
        filter.entity === undefined ? undefined : eq(tags.entityId, filter.entity),
        filter.stage === undefined ? undefined : eq(tags.stageId, filter.stage),
        after === undefined ? undefined : gt(tags.id, after),
      ),
    )
    .orderBy(asc(tags.id))
    .limit(limit);
}

export async function findTag(db: Database, id: string): Promise<TagRow | undefined> {
  const [row] = await selectTags(db).where(and(notDeleted, eq(tags.id, id)));
  return row;
}

/** The proposed and approved tags of a page: those that follow its text. */
export function selectStandingTags(db: Database, pageId: string | SQL) {
  return db
    .select()
    .from(tags)
    .where(and(eq(tags.pageId, pageId), notDeleted, inArray(tags.state, ['proposed', 'approved'])));
}

/** All that a new tag is checked against: the page, its current lines, and what the tag is to speak of. */
export async function findTagBase(db: Database, pageId: string, body: { entity?: string; stage?: string }) {
  const [found, entity, stage] = await db.batch([
    db
      .select({ page: pages, lines: revisions.lines })
      .from(pages)
      .leftJoin(revisions, eq(revisions.id, pages.currentRevisionId))
      .where(eq(pages.id, pageId)),
    db
      .select({ label: entities.label, kind: entities.kind })
      .from(entities)
      .where(eq(entities.id, body.entity ?? '')),
    db
      .select({ label: stages.label })
      .from(stages)
      .where(eq(stages.id, body.stage ?? '')),
  ]);
  return { page: found[0]?.page, lines: found[0]?.lines ?? [], entity: entity[0], stage: stage[0] };
}
