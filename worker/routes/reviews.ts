import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isGuardFailure, isUniqueViolation } from '../db/guards.ts';
import { findRevisionInChain } from '../db/revisions.ts';
import { type ReviewRefusal, mayReview, reviewStateOf } from '../domain/review.ts';
import { sampleSize } from '../domain/second-review.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam, type z } from '../shapes/common.ts';
import { Revision, RevisionReview } from '../shapes/transcriptions.ts';
import { requestMeasuring, requestSuggestions } from '../suggestions/request.ts';
import { correct, decide, noteLines } from './accept-revision.ts';
import { toRevision } from './revision-shapes.ts';
import { defaultHook } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const reviewRevision = createRoute({
  operationId: 'reviewRevision',
  method: 'post',
  path: '/revisions/{id}/review',
  tags: ['Review'],
  summary: 'Accept (also with small corrections) or return a revision that was handed in; never your own',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(RevisionReview) },
  responses: {
    200: json(Revision, 'The reviewed revision; `Location` is that of the corrections, where there are any'),
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

/** How often tags that come in between may make a decision with corrections begin anew. */
const MOST_ATTEMPTS = 5;

export const reviewRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(reviewRevision, async (c) => {
  const sent = c.req.valid('json');
  requireCleanText({ note: sent.note, lineNotes: sent.lineNotes });
  for (let attempt = 0; ; attempt++) {
    try {
      return await review(c, c.req.valid('param').id, sent);
    } catch (error) {
      if (isUniqueViolation(error, 'revision_reviews.')) throw refusal('already-decided', null);
      // A save in between takes number and place of the corrections; a tag in between only has to be carried too.
      const raced = isGuardFailure(error) || isUniqueViolation(error, 'revisions.number');
      if (!raced) throw error;
      if (sent.corrections === undefined) throw refusal('superseded', null);
      if (attempt === MOST_ATTEMPTS) throw new ProblemError('unavailable', undefined, { cause: error });
    }
  }
});

async function review(
  c: Context<AppEnv>,
  id: string,
  { decision, note: sent, lineNotes, corrections }: z.infer<typeof RevisionReview>,
) {
  const { db, principal } = c.var;
  const { target, page, tags } = await findRevisionInChain(db, id);
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
  const accepted = decision === 'accept';
  const waiting = { revision, page, tags };
  const corrected = correct(waiting, corrections, principal.id, now);
  const made = {
    revisionId: revision.id,
    decision,
    note: sent?.trim() ? sent.trim() : null,
    lineNotes: noteLines(revision.lines, lineNotes ?? []),
    reviewerId: principal.id,
    at: now,
  };
  const reply = await commit(c, {
    action: `revision:${decision}`,
    subject: `revisions/${revision.id}`,
    ...(corrected ? { detail: { corrections: corrected.id } } : {}),
    statements: decide(db, waiting, {
      review: made,
      corrected,
      secondEvery: sampleSize(c.env.SECOND_REVIEW_EVERY),
    }),
    reply: {
      status: 200,
      ...(corrected ? { headers: { location: `/api/v1/revisions/${corrected.id}` } } : {}),
      body: toRevision({
        ...target,
        revision: { ...revision, ...(accepted ? { acceptedAt: now } : { returnedAt: now }) },
        review: made,
        reviewerName: principal.name,
        ...(corrected ? { currentRevisionId: corrected.id } : {}),
      }),
    },
  });
  if (accepted) c.executionCtx.waitUntil(requestMeasuring(c.env, page.id));
  if (corrected) c.executionCtx.waitUntil(requestSuggestions(c.env, page.id));
  return reply;
}

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
