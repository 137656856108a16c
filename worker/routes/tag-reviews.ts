/** Decisions on tags, one or many at once, and taking them back. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq, sql } from 'drizzle-orm';
import { guard } from '../db/guards.ts';
import type { TagRow } from '../db/tags.ts';
import { tags } from '../db/schema.ts';
import { decideTag, undoDecision } from '../domain/tag-review.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam } from '../shapes/common.ts';
import { Tag, TagReview, TagReviewResults, TagReviewUndo, TagReviews } from '../shapes/tags.ts';
import { type TagChange, changeTags } from './change-tags.ts';
import { defaultHook } from './support.ts';
import { toTag } from './tag-shapes.ts';
import { alreadyDecided, guardState, namingRaces, refusal, requireTag } from './tag-targets.ts';
import { requireCleanText } from './text-checks.ts';

const reviewTag = createRoute({
  operationId: 'reviewTag',
  method: 'post',
  path: '/tags/{id}/review',
  tags: ['Review'],
  summary: 'Approve or reject a tag that waits; never your own',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(TagReview) },
  responses: { 200: json(Tag, 'The decided tag'), ...problems(400, 401, 403, 404, 409, 413, 415, 422) },
});

const deleteTagReview = createRoute({
  operationId: 'deleteTagReview',
  method: 'delete',
  path: '/tags/{id}/review',
  tags: ['Review'],
  summary: 'Take your own decision back, so that the tag waits again; an admin may take back any',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader },
  responses: { 200: json(Tag, 'The tag, waiting again'), ...problems(401, 403, 404, 409) },
});

const many = json(TagReviewResults, 'What became of each, in the order in which they were sent');

const reviewTags = createRoute({
  operationId: 'reviewTags',
  method: 'post',
  path: '/tags/review',
  tags: ['Review'],
  summary: 'Decide on many tags at once; each succeeds or is refused for itself',
  ...secured('reviewer'),
  request: { headers: IdempotencyHeader, ...jsonBody(TagReviews) },
  responses: { 200: many, ...problems(400, 401, 403, 413, 415, 422) },
});

const deleteTagReviews = createRoute({
  operationId: 'deleteTagReviews',
  method: 'post',
  path: '/tags/review/undo',
  tags: ['Review'],
  summary: 'Take decisions on many tags back; each succeeds or is refused for itself',
  ...secured('reviewer'),
  request: { headers: IdempotencyHeader, ...jsonBody(TagReviewUndo) },
  responses: { 200: many, ...problems(400, 401, 403, 413, 415, 422) },
});

type Judged = Pick<TagRow, 'tag' | 'currentRevisionId'>;
type Principal = AppEnv['Variables']['principal'];

/** What a decision changes. @throws ProblemError where this person may not take it */
function judge({ tag }: Judged, by: Principal, { decision, note: sent }: TagReview): TagChange {
  const verdict = decideTag(tag, by.id, decision);
  if ('refused' in verdict) throw refusal(verdict.refused, tag.state);
  const note = sent?.trim() ? sent.trim() : null;
  return {
    action: `tag:${decision}`,
    detail: note === null ? null : { note },
    set: { state: verdict.state, decision, reviewNote: note, reviewerId: by.id, reviewedAt: Date.now() },
  };
}

/** What taking a decision back changes; the action log keeps it. @throws ProblemError */
function takeBack({ tag, currentRevisionId }: Judged, by: Principal): TagChange {
  const isInText = tag.target.type !== 'span' || tag.revisionId === currentRevisionId;
  const verdict = undoDecision({ ...tag, isInText }, by);
  if ('refused' in verdict) {
    throw new ProblemError(
      verdict.refused,
      verdict.refused === 'not-found'
        ? 'There is no decision on this tag to be taken back.'
        : 'Only the reviewer who decided, or an admin, takes a decision back.',
    );
  }
  return {
    action: 'tag:undo-review',
    detail: { decision: tag.decision, reviewer: tag.reviewerId, note: tag.reviewNote },
    set: { state: verdict.state, decision: null, reviewNote: null, reviewerId: null, reviewedAt: null },
  };
}

export const tagReviewRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(reviewTag, async (c) => {
    const review = c.req.valid('json');
    requireCleanText(review.note);
    const { db, principal } = c.var;
    const row = await requireTag(db, c.req.valid('param').id);
    const { action, detail, set } = judge(row, principal, review);
    return namingRaces(() =>
      commit(c, {
        action,
        ...(detail ? { detail } : {}),
        subject: `tags/${row.tag.id}`,
        statements: [guardState(db, row.tag), db.update(tags).set(set).where(eq(tags.id, row.tag.id))],
        reply: {
          status: 200,
          body: toTag({ ...row, tag: { ...row.tag, ...set }, reviewerName: principal.name }),
        },
      }),
    );
  })
  .openapi(deleteTagReview, async (c) => {
    const { db, principal } = c.var;
    const row = await requireTag(db, c.req.valid('param').id);
    const { action, detail, set } = takeBack(row, principal);
    const { id, revisionId } = row.tag;
    return namingRaces(() =>
      commit(c, {
        action,
        ...(detail ? { detail } : {}),
        subject: `tags/${id}`,
        statements: [
          guardState(db, row.tag),
          // Whether it is in the text was read from these.
          guard(
            db,
            sql`exists (select 1 from tags t join pages p on p.id = t.page_id where t.id = ${id}
              and t.revision_id is ${revisionId} and p.current_revision_id is ${row.currentRevisionId})`,
          ),
          db.update(tags).set(set).where(eq(tags.id, id)),
        ],
        reply: { status: 200, body: toTag({ ...row, tag: { ...row.tag, ...set } }) },
      }),
    );
  })
  .openapi(reviewTags, async (c) => {
    const { decisions } = c.req.valid('json');
    for (const { note } of decisions) requireCleanText(note);
    const { principal } = c.var;
    return changeTags(
      c,
      decisions.map(({ tag }) => tag),
      (row, index) => {
        const decision = decisions[index];
        if (!decision) throw alreadyDecided(row.tag.state);
        return judge(row, principal, decision);
      },
    );
  })
  .openapi(deleteTagReviews, async (c) =>
    changeTags(c, c.req.valid('json').tags, (row) => takeBack(row, c.var.principal)),
  );
