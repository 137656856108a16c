/** Queries on decisions: taking one back, and second opinions. */
import { and, asc, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from './client.ts';
import { pageOfRevision, selectRevisions } from './revisions.ts';
import { selectPages } from './pages.ts';
import { pages, revisionReviews, revisions, secondReviews } from './schema.ts';
import { selectFollowingTags } from './tags.ts';

/**
 * All that taking back the decision about a revision needs, in one round trip. `before` is the text that was accepted
 * on the page before it; `corrected` what its reviewer made of it when accepting.
 */
export async function findDecision(db: Database, id: string) {
  const pageId = sql`(${pageOfRevision(db, id)})`;
  const isOfThis = or(eq(revisions.id, id), and(eq(revisions.parentId, id), eq(revisions.origin, 'review')));
  const [target, pageRows, corrected, before, opinions, standing] = await db.batch([
    selectRevisions(db).where(eq(revisions.id, id)),
    db.select().from(pages).where(eq(pages.id, pageId)),
    db
      .select()
      .from(revisions)
      .where(and(eq(revisions.parentId, id), eq(revisions.origin, 'review'))),
    db
      .select({ id: revisions.id, lines: revisions.lines })
      .from(revisions)
      .where(and(eq(revisions.pageId, pageId), sql`${revisions.acceptedAt} is not null and not ${isOfThis}`))
      .orderBy(desc(revisions.number))
      .limit(1),
    db
      .select({ verdict: secondReviews.verdict })
      .from(secondReviews)
      .innerJoin(revisions, eq(revisions.id, secondReviews.revisionId))
      .where(isOfThis),
    selectFollowingTags(db, pageId),
  ]);
  return {
    target: target[0],
    page: pageRows[0],
    corrected: corrected[0],
    before: before[0],
    hasOpinion: opinions.some(({ verdict }) => verdict !== null),
    tags: standing,
  };
}

const parents = alias(revisions, 'parents');

/** Whoever wrote the text, decided about it, or handed in what it corrects: they are not asked about it. */
const isOutside = (userId: string) => sql`${revisions.authorId} is not ${userId}
  and ${revisionReviews.reviewerId} is not ${userId}
  and not (${revisions.origin} = 'review' and ${parents.authorId} is ${userId})`;

/** Accepted texts that wait for this person's second opinion, longest asked first, with their pages. */
export async function listSecondReviews(
  db: Database,
  userId: string,
  after: { askedAt: number; revision: string } | undefined,
  limit: number,
) {
  const waits = and(
    isNull(secondReviews.verdict),
    isOutside(userId),
    after &&
      or(
        gt(secondReviews.askedAt, after.askedAt),
        and(eq(secondReviews.askedAt, after.askedAt), gt(secondReviews.revisionId, after.revision)),
      ),
  );
  const asked = db
    .select({
      revision: secondReviews.revisionId,
      pageId: sql<string>`${pages.id}`.as('asked_page'),
      askedAt: secondReviews.askedAt,
    })
    .from(secondReviews)
    .innerJoin(revisions, eq(revisions.id, secondReviews.revisionId))
    // A text that a newer acceptance has replaced is nobody's question any more.
    .innerJoin(pages, eq(pages.acceptedRevisionId, revisions.id))
    .leftJoin(revisionReviews, eq(revisionReviews.revisionId, revisions.id))
    .leftJoin(parents, eq(parents.id, revisions.parentId))
    .where(waits)
    .orderBy(asc(secondReviews.askedAt), asc(secondReviews.revisionId))
    .limit(limit);
  const [rows, pageRows] = await db.batch([
    asked,
    selectPages(db).where(sql`${pages.id} in (select asked_page from (${asked}))`),
  ]);
  const byId = new Map(pageRows.map((row) => [row.page.id, row]));
  return rows.flatMap((row) => {
    const page = byId.get(row.pageId);
    return page ? [{ ...row, page }] : [];
  });
}

/** What was asked about a revision, and whether this person may answer. */
export async function findSecondReview(db: Database, revisionId: string, userId: string) {
  const [row] = await db
    .select({ asked: secondReviews, isOutside: sql<number>`(${isOutside(userId)})` })
    .from(secondReviews)
    .innerJoin(revisions, eq(revisions.id, secondReviews.revisionId))
    .leftJoin(revisionReviews, eq(revisionReviews.revisionId, revisions.id))
    .leftJoin(parents, eq(parents.id, revisions.parentId))
    .where(eq(secondReviews.revisionId, revisionId));
  return row;
}

/** How many second opinions were asked for, given, and agreed with the first. */
export const countSecondReviews = (db: Database) =>
  db
    .select({
      asked: sql<number>`count(*)`,
      given: sql<number>`count(${secondReviews.verdict})`,
      agreed: sql<number>`coalesce(sum(${secondReviews.verdict} = 'agree'), 0)`,
    })
    .from(secondReviews);
