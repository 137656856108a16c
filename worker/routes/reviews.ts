import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq, sql } from 'drizzle-orm';
import { guard, isGuardFailure, isUniqueViolation } from '../db/guards.ts';
import { findRevisionInChain } from '../db/revisions.ts';
import { pages, revisionReviews, revisions } from '../db/schema.ts';
import { type ReviewRefusal, mayReview, reviewStateOf } from '../domain/review.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { indexPage } from '../search/index-page.ts';
import { IdParam } from '../shapes/common.ts';
import { Revision, RevisionReview } from '../shapes/transcriptions.ts';
import { requestMeasuring } from '../suggestions/request.ts';
import { toRevision } from './revision-shapes.ts';
import { defaultHook } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const reviewRevision = createRoute({
  operationId: 'reviewRevision',
  method: 'post',
  path: '/revisions/{id}/review',
  tags: ['Review'],
  summary: 'Accept or return a revision that was handed in; never your own',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(RevisionReview) },
  responses: {
    200: json(Revision, 'The reviewed revision'),
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

export const reviewRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(reviewRevision, async (c) => {
  const { decision, note: sent } = c.req.valid('json');
  requireCleanText(sent);
  const { db, principal } = c.var;
  const { target, page } = await findRevisionInChain(db, c.req.valid('param').id);
  if (!target || !page) throw new ProblemError('not-found', 'No revision has this id.');
  const { revision } = target;
  const state = reviewStateOf({ ...revision, current: page.currentRevisionId === revision.id });
  const verdict = mayReview({
    authorId: revision.authorId,
    reviewerId: principal.id,
    role: principal.role,
    state,
  });
  if (!verdict.allowed) throw refusal(verdict.reason, page.currentRevisionId);

  const now = Date.now();
  const note = sent?.trim() ? sent.trim() : null;
  const accepted = decision === 'accept';
  const times = accepted ? { acceptedAt: now } : { returnedAt: now };
  const review = { revisionId: revision.id, decision, note, reviewerId: principal.id, at: now };
  try {
    const reply = await commit(c, {
      action: `revision:${decision}`,
      subject: `revisions/${revision.id}`,
      statements: [
        guard(
          db,
          sql`exists (select 1 from pages where id = ${page.id} and current_revision_id = ${revision.id})`,
        ),
        db.insert(revisionReviews).values(review),
        db.update(revisions).set(times).where(eq(revisions.id, revision.id)),
        db
          .update(pages)
          .set({
            status: accepted ? 'accepted' : 'draft',
            submittedAt: null,
            updatedAt: now,
            ...(accepted ? { acceptedRevisionId: revision.id, layer: 'reviewed' as const } : {}),
          })
          .where(eq(pages.id, page.id)),
        ...(accepted
          ? indexPage(db, {
              pageId: page.id,
              revisionId: revision.id,
              layer: 'reviewed',
              lines: revision.lines,
            })
          : []),
      ],
      reply: {
        status: 200,
        body: toRevision({
          ...target,
          revision: { ...revision, ...times },
          review,
          reviewerName: principal.name,
        }),
      },
    });
    if (accepted) c.executionCtx.waitUntil(requestMeasuring(c.env, page.id));
    return reply;
  } catch (error) {
    if (isUniqueViolation(error, 'revision_reviews.')) throw refusal('already-decided', null);
    if (isGuardFailure(error)) throw refusal('superseded', null);
    throw error;
  }
});

const REFUSALS: Record<ReviewRefusal, string> = {
  'not-allowed': 'Reviewing needs the role reviewer or higher.',
  'own-work': 'Another reviewer has to look at this one.',
  'already-decided': 'A reviewer has already decided on this revision.',
  'not-submitted': 'Its author has not handed it in yet.',
  superseded: 'The page was saved again after this revision: review the newest one.',
};

function refusal(reason: ReviewRefusal, current: string | null): ProblemError {
  const extra =
    reason === 'superseded' && current !== null ? { current: `/api/v1/revisions/${current}` } : {};
  return new ProblemError(reason, REFUSALS[reason], { extra });
}
