/** Queries on the chain of a page's transcriptions. */
import { desc, eq, getTableColumns, lt, and, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from './client.ts';
import { pages, revisionReviews, revisions, users } from './schema.ts';
import { selectFollowingTags } from './tags.ts';

const reviewers = alias(users, 'reviewers');

const { lines, ...summaryColumns } = getTableColumns(revisions);
const aroundRevision = {
  authorName: users.name,
  review: getTableColumns(revisionReviews),
  reviewerName: reviewers.name,
  currentRevisionId: pages.currentRevisionId,
};

export type RevisionRow = Awaited<ReturnType<typeof selectRevisions>>[number];
export type RevisionSummaryRow = Awaited<ReturnType<typeof listRevisions>>[number];

export function selectRevisions(db: Database) {
  return db
    .select({ revision: { ...summaryColumns, lines }, ...aroundRevision })
    .from(revisions)
    .innerJoin(pages, eq(pages.id, revisions.pageId))
    .leftJoin(users, eq(users.id, revisions.authorId))
    .leftJoin(revisionReviews, eq(revisionReviews.revisionId, revisions.id))
    .leftJoin(reviewers, eq(reviewers.id, revisionReviews.reviewerId))
    .$dynamic();
}

export async function findRevision(db: Database, id: string): Promise<RevisionRow | undefined> {
  const [row] = await selectRevisions(db).where(eq(revisions.id, id));
  return row;
}

/**
 * A page, its current revision and the tags that stand on its text: all that a save needs, in one round trip.
 * `forReview` also finds what a reviewer will compare the text with: the accepted one, else the first reading.
 */
export async function findTranscription(db: Database, pageId: string, forReview = false) {
  const [pageRows, current, standing, compared] = await db.batch([
    db.select().from(pages).where(eq(pages.id, pageId)),
    selectRevisions(db).where(and(eq(revisions.pageId, pageId), eq(revisions.id, pages.currentRevisionId))),
    selectFollowingTags(db, pageId),
    db
      .select({ lines: revisions.lines })
      .from(revisions)
      .where(forReview ? eq(revisions.id, sql`(${comparedRevisionId(pageId)})`) : sql`false`),
  ]);
  return { page: pageRows[0], current: current[0], tags: standing, compared: compared[0] };
}

const comparedRevisionId = (pageId: string) => sql`select coalesce(p.accepted_revision_id,
  (select r.id from revisions r where r.page_id = p.id and r.origin = 'ocr' order by r.number desc limit 1))
  from pages p where p.id = ${pageId}`;

/** The id of a revision's page, as a subquery. */
export const pageOfRevision = (db: Database, id: string) =>
  db.select({ id: revisions.pageId }).from(revisions).where(eq(revisions.id, id));

/** A revision with its page and that page's current revision, for reviewing and restoring. */
export async function findRevisionInChain(db: Database, id: string) {
  const pageId = pageOfRevision(db, id);
  const [target, pageRows, current, standing] = await db.batch([
    selectRevisions(db).where(eq(revisions.id, id)),
    db
      .select()
      .from(pages)
      .where(eq(pages.id, sql`(${pageId})`)),
    selectRevisions(db).where(
      and(eq(revisions.pageId, sql`(${pageId})`), eq(revisions.id, pages.currentRevisionId)),
    ),
    selectFollowingTags(db, sql`(${pageId})`),
  ]);
  return { target: target[0], page: pageRows[0], current: current[0], tags: standing };
}

/** The history of a page without the texts, newest first. */
export function listRevisions(db: Database, pageId: string, before: number | undefined, limit: number) {
  return db
    .select({
      revision: summaryColumns,
      lineCount: sql<number>`json_array_length(${revisions.lines})`,
      ...aroundRevision,
    })
    .from(revisions)
    .innerJoin(pages, eq(pages.id, revisions.pageId))
    .leftJoin(users, eq(users.id, revisions.authorId))
    .leftJoin(revisionReviews, eq(revisionReviews.revisionId, revisions.id))
    .leftJoin(reviewers, eq(reviewers.id, revisionReviews.reviewerId))
    .where(and(eq(revisions.pageId, pageId), before === undefined ? undefined : lt(revisions.number, before)))
    .orderBy(desc(revisions.number))
    .limit(limit);
}
