import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { isGuardFailure } from '../db/guards.ts';
import { tags } from '../db/schema.ts';
import { findTagWithText } from '../db/tags.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam } from '../shapes/common.ts';
import { Tag, TagPlacing } from '../shapes/tags.ts';
import { defaultHook } from './support.ts';
import { toTag } from './tag-shapes.ts';
import { anchorOf, guardCurrent, guardState, lineOf, noSuchTag, textChanged } from './tag-targets.ts';

const saveTagPlacement = createRoute({
  operationId: 'saveTagPlacement',
  method: 'post',
  path: '/tags/{id}/placement',
  tags: ['Tags'],
  summary: 'Put a tag whose words are gone on the current text, where it waits for review again',
  ...secured('volunteer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(TagPlacing) },
  responses: {
    200: json(Tag, 'The tag, proposed again'),
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

export const tagPlacementRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(
  saveTagPlacement,
  async (c) => {
    const { target } = c.req.valid('json');
    const { db, principal } = c.var;
    const { row, lines } = await findTagWithText(db, c.req.valid('param').id);
    if (!row) throw noSuchTag();
    const { tag } = row;
    if (tag.state !== 'detached') {
      throw new ProblemError(
        tag.state === 'rejected' ? 'already-decided' : 'already-exists',
        tag.state === 'rejected'
          ? 'This tag was rejected.'
          : 'This tag stands on the text. To move it, withdraw it and propose it anew.',
      );
    }
    const anchor = anchorOf(target, lines, row);
    const set = {
      state: 'proposed' as const,
      revisionId: row.currentRevisionId,
      target,
      prefix: anchor?.prefix ?? null,
      suffix: anchor?.suffix ?? null,
      placedBy: principal.id,
      // Whoever decided did not see it here; the action log keeps what was decided.
      decision: null,
      reviewNote: null,
      reviewerId: null,
      reviewedAt: null,
    };
    try {
      return await commit(c, {
        action: 'tag:place',
        subject: `tags/${tag.id}`,
        detail: { from: tag.target, to: target, decision: tag.decision, reviewer: tag.reviewerId },
        statements: [
          guardState(db, tag),
          guardCurrent(db, tag.pageId, row.currentRevisionId),
          db.update(tags).set(set).where(eq(tags.id, tag.id)),
        ],
        reply: {
          status: 200,
          body: toTag({
            ...row,
            tag: { ...tag, ...set },
            placerName: principal.name,
            reviewerName: null,
            line: lineOf(target, lines),
          }),
        },
      });
    } catch (error) {
      if (isGuardFailure(error)) throw textChanged();
      throw error;
    }
  },
);
