import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq, sql } from 'drizzle-orm';
import { guard, isGuardFailure } from '../db/guards.ts';
import { findSecondReview, listSecondReviews } from '../db/reviews.ts';
import { secondReviews } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam, Paging, listOf } from '../shapes/common.ts';
import { GivenSecondOpinion, SecondOpinion, SecondReview } from '../shapes/work.ts';
import { toPage } from './page-shapes.ts';
import { defaultHook, isoTime, present } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const LIST = 'second-reviews';

const listSecondReviewsRoute = createRoute({
  operationId: 'listSecondReviews',
  method: 'get',
  path: '/reviews/second',
  tags: ['Review'],
  summary: 'Accepted texts about which you are asked for a second opinion, longest asked first',
  ...secured('reviewer'),
  request: { query: Paging },
  responses: { 200: json(listOf('SecondReview', SecondReview), 'Texts'), ...problems(400, 401, 403, 422) },
});

const createSecondOpinion = createRoute({
  operationId: 'createSecondOpinion',
  method: 'post',
  path: '/reviews/second/{id}',
  tags: ['Review'],
  summary: 'Say whether you would have accepted this revision too; never about your own work or decision',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(SecondOpinion) },
  responses: {
    200: json(GivenSecondOpinion, 'Your opinion'),
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

export const secondReviewRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listSecondReviewsRoute, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const position = decodeCursor(LIST, cursor, 'integer', 'text');
    const after = position && { askedAt: position[0], revision: position[1] };
    const rows = await listSecondReviews(c.var.db, c.var.principal.id, after, limit + 1);
    return c.json(
      paged(
        c,
        rows,
        limit,
        ({ revision, page, askedAt }) => ({ revision, page: toPage(page), askedAt: isoTime(askedAt) }),
        ({ askedAt, revision }) => encodeCursor(LIST, [askedAt, revision]),
      ),
      200,
    );
  })
  .openapi(createSecondOpinion, async (c) => {
    const { verdict, note: sent } = c.req.valid('json');
    requireCleanText(sent);
    const { db, principal } = c.var;
    const { id } = c.req.valid('param');
    const found = await findSecondReview(db, id, principal.id);
    if (!found) throw new ProblemError('not-found', 'Nobody is asked for a second opinion on this.');
    if (!found.isOutside) throw new ProblemError('own-work', 'Another reviewer has to look at this one.');
    if (found.asked.verdict !== null) throw decided();
    const note = sent?.trim() ? sent.trim() : null;
    const at = Date.now();
    try {
      return await commit(c, {
        action: `revision:second-${verdict}`,
        subject: `revisions/${id}`,
        statements: [
          guard(db, sql`exists (select 1 from second_reviews where revision_id = ${id} and verdict is null)`),
          db
            .update(secondReviews)
            .set({ verdict, note, reviewerId: principal.id, at })
            .where(eq(secondReviews.revisionId, id)),
        ],
        reply: { status: 200, body: { revision: id, verdict, ...present({ note }), at: isoTime(at) } },
      });
    } catch (error) {
      if (isGuardFailure(error)) throw decided();
      throw error;
    }
  });

const decided = () => new ProblemError('already-decided', 'Somebody has given an opinion already.');
