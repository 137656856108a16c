import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { uuidv7 } from 'uuidv7';
import { carryTags } from '../db/carry-tags.ts';
import type { Statement } from '../db/client.ts';
import { guard, isGuardFailure, isUniqueViolation } from '../db/guards.ts';
import { findDecision } from '../db/reviews.ts';
import { pages, readingErrors, revisionReviews, revisions, secondReviews } from '../db/schema.ts';
import { layerOf } from '../domain/review.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { indexPage, unindexPage } from '../search/index-page.ts';
import { IdParam } from '../shapes/common.ts';
import { Revision } from '../shapes/transcriptions.ts';
import { toRevision } from './revision-shapes.ts';
import { defaultHook } from './support.ts';

const DAY = 86_400_000;
const MOST_ATTEMPTS = 5;

const deleteReview = createRoute({
  operationId: 'deleteRevisionReview',
  method: 'delete',
  path: '/revisions/{id}/review',
  tags: ['Review'],
  summary: 'Take your decision back, within a day and while nothing newer was saved: the text waits again',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader },
  responses: {
    200: json(
      Revision,
      'The revision that waits again; a copy of it, where it had been accepted with corrections',
    ),
    ...problems(401, 403, 404, 409),
  },
});

export const reviewUndoRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(deleteReview, async (c) => {
  for (let attempt = 0; ; attempt++) {
    try {
      return await takeBack(c, c.req.valid('param').id);
    } catch (error) {
      if (!isGuardFailure(error) && !isUniqueViolation(error, 'revisions.number')) throw error;
      // Read again, it says what came in between.
      if (attempt === MOST_ATTEMPTS) throw new ProblemError('unavailable', undefined, { cause: error });
    }
  }
});

type Found = Awaited<ReturnType<typeof findDecision>>;

async function takeBack(c: Context<AppEnv>, id: string) {
  const { db, principal } = c.var;
  const found = requireOwnDecision(await findDecision(db, id), principal.id);
  const { target, page, review, corrected, before } = found;
  const { revision } = target;
  const now = Date.now();
  const ids = [revision.id, ...(corrected ? [corrected.id] : [])];
  // The chain only grows: where corrections stand on top, what was handed in is put on top of them again.
  const again = corrected
    ? {
        ...revision,
        id: uuidv7(),
        number: corrected.number + 1,
        parentId: corrected.id,
        origin: 'restore' as const,
        note: `restored revision ${revision.number}: its acceptance was taken back`,
        createdAt: now,
        acceptedAt: null,
        returnedAt: null,
      }
    : { ...revision, acceptedAt: null, returnedAt: null };
  const layer = layerOf({
    hasAcceptedRevision: before !== undefined,
    currentOrigin: again.origin,
    hasText: again.lines.some((line) => line.text.trim() !== ''),
  });
  const statements: Statement[] = [
    guard(
      db,
      sql`exists (select 1 from pages where id = ${page.id} and current_revision_id = ${page.currentRevisionId})`,
    ),
    guard(
      db,
      sql`not exists (select 1 from second_reviews where verdict is not null
        and revision_id in (select value from json_each(${JSON.stringify(ids)})))`,
    ),
    guard(
      db,
      sql`exists (select 1 from revision_reviews where revision_id = ${revision.id} and reviewer_id = ${principal.id})`,
    ),
    db.delete(secondReviews).where(inArray(secondReviews.revisionId, ids)),
    db.delete(readingErrors).where(inArray(readingErrors.revisionId, ids)),
    db.delete(revisionReviews).where(eq(revisionReviews.revisionId, revision.id)),
    db.update(revisions).set({ acceptedAt: null, returnedAt: null }).where(inArray(revisions.id, ids)),
    ...(corrected ? [db.insert(revisions).values(again)] : []),
    db
      .update(pages)
      .set({
        status: 'submitted',
        layer,
        submittedAt: revision.submittedAt,
        updatedAt: now,
        currentRevisionId: again.id,
        acceptedRevisionId: before?.id ?? null,
      })
      .where(eq(pages.id, page.id)),
    ...reindex(c, found, again, layer),
    ...(corrected
      ? carryTags(db, found.tags, {
          pageId: page.id,
          revisionId: again.id,
          before: corrected.lines,
          after: again.lines,
        })
      : []),
  ];
  return commit(c, {
    action: 'revision:review-undone',
    subject: `revisions/${revision.id}`,
    detail: { ...review, ...(corrected ? { corrections: corrected.id, restoredAs: again.id } : {}) },
    statements,
    reply: {
      status: 200,
      body: toRevision({
        ...target,
        revision: again,
        review: null,
        reviewerName: null,
        currentRevisionId: again.id,
      }),
    },
  });
}

/** What search finds on the page is again what it found before the decision. */
function reindex(
  { var: { db } }: Context<AppEnv>,
  { page, before }: { page: { id: string }; before: Found['before'] },
  again: { id: string; lines: { text: string }[] },
  layer: ReturnType<typeof layerOf>,
): Statement[] {
  if (before) {
    return indexPage(db, { pageId: page.id, revisionId: before.id, layer: 'reviewed', lines: before.lines });
  }
  if (layer === 'none') return unindexPage(db, page.id);
  return indexPage(db, { pageId: page.id, revisionId: again.id, layer, lines: again.lines });
}

/** @throws ProblemError where there is no decision, it is another's, too old, or something was built on it */
function requireOwnDecision(found: Found, userId: string) {
  const { target, page, corrected } = found;
  const review = target?.review;
  if (!target || !page || !review) throw new ProblemError('not-found', 'There is no decision to take back.');
  if (review.reviewerId !== userId)
    throw new ProblemError('not-allowed', 'Only whoever decided takes the decision back.');
  if (page.currentRevisionId !== (corrected ?? target.revision).id)
    throw new ProblemError('superseded', 'Something newer was saved since.');
  if (found.hasOpinion)
    throw new ProblemError('already-decided', 'A second reviewer has given an opinion on it since.');
  if (review.at < Date.now() - DAY)
    throw new ProblemError('already-decided', 'A decision can be taken back for a day.');
  return { ...found, target, page, review };
}
