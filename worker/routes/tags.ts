import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { uuidv7 } from 'uuidv7';
import { findPrincipal } from '../auth/principal.ts';
import { isGuardFailure } from '../db/guards.ts';
import { tags } from '../db/schema.ts';
import { TAG_ORDERS, type TagFilter, type TagOrder, findTagBase, listTags, positionOf } from '../db/tags.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, open, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { Id, IdParam, Paging, listOf, z } from '../shapes/common.ts';
import { NewTag, Tag, TagState } from '../shapes/tags.ts';
import { requestSuggestions } from '../suggestions/request.ts';
import { requirePage } from './pages.ts';
import { defaultHook } from './support.ts';
import { toTag } from './tag-shapes.ts';
import {
  alreadyDecided,
  anchorOf,
  guardCurrent,
  guardState,
  lineOf,
  namingRaces,
  requireTag,
  textChanged,
} from './tag-targets.ts';
import { requireCleanText } from './text-checks.ts';

const TagList = listOf('Tag', Tag);

const Confidence = z.coerce.number().min(0).max(1).optional();
const TagQuery = Paging.extend({
  status: TagState.optional(),
  entity: Id.optional().openapi({ description: 'With what was merged into it' }),
  stage: Id.optional(),
  page: Id.optional(),
  rule: z
    .string()
    .max(100)
    .optional()
    .openapi({ description: 'A rule of the gazetteer, or `person` for what people proposed' }),
  origin: z.enum(['person', 'gazetteer']).optional(),
  author: Id.optional().openapi({ description: 'The id of who proposed, or `me`' }),
  minConfidence: Confidence,
  maxConfidence: Confidence,
  sort: z.enum(TAG_ORDERS).default('created').openapi({
    description: 'As they were made; by date of the issue and page; or the surest first',
  }),
});

const listTagsRoute = createRoute({
  operationId: 'listTags',
  method: 'get',
  path: '/tags',
  tags: ['Tags'],
  summary: 'Tags; with status=proposed those that wait for review',
  ...open,
  request: { query: TagQuery },
  responses: { 200: json(TagList, 'Tags'), ...problems(400, 401, 422) },
});

const listPageTags = createRoute({
  operationId: 'listPageTags',
  method: 'get',
  path: '/pages/{id}/tags',
  tags: ['Tags'],
  summary: 'The tags of a page',
  ...open,
  request: { params: IdParam, query: Paging.extend({ status: TagState.optional() }) },
  responses: { 200: json(TagList, 'Tags'), ...problems(400, 404, 422) },
});

const createTag = createRoute({
  operationId: 'createTag',
  method: 'post',
  path: '/pages/{id}/tags',
  tags: ['Tags'],
  summary: 'Propose that a span, a region or the page speaks of an entity or belongs to a stage',
  ...secured('volunteer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(NewTag) },
  responses: { 201: json(Tag, 'The proposed tag'), ...problems(400, 401, 403, 404, 409, 413, 415, 422) },
});

const getTag = createRoute({
  operationId: 'getTag',
  method: 'get',
  path: '/tags/{id}',
  tags: ['Tags'],
  summary: 'One tag',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(Tag, 'The tag'), ...problems(404) },
});

const deleteTag = createRoute({
  operationId: 'deleteTag',
  method: 'delete',
  path: '/tags/{id}',
  tags: ['Tags'],
  summary: 'Withdraw your own proposal, while nobody has decided it',
  ...secured('volunteer'),
  request: { params: IdParam, headers: IdempotencyHeader },
  responses: { 204: { description: 'Withdrawn' }, ...problems(401, 403, 404, 409) },
});

export const tagRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listTagsRoute, async (c) => {
    const { limit, cursor, sort, author, ...filter } = c.req.valid('query');
    const by = author === 'me' ? await requireReader(c) : author;
    return c.json(await listPart(c, { ...filter, author: by }, sort, cursor, limit), 200);
  })
  .openapi(listPageTags, async (c) => {
    const { limit, cursor, status } = c.req.valid('query');
    const { id } = c.req.valid('param');
    const part = await listPart(c, { page: id, status }, 'created', cursor, limit);
    if (part.items.length === 0) await requirePage(c.var.db, id);
    return c.json(part, 200);
  })
  .openapi(createTag, async (c) => {
    const { target, body, reason } = c.req.valid('json');
    requireCleanText(reason);
    const { db, principal } = c.var;
    const wanted = 'entity' in body ? { entity: body.entity } : { stage: body.stage };
    const { base, entity, stage } = await findTagBase(db, c.req.valid('param').id, wanted);
    if (!base) throw new ProblemError('not-found', 'No page has this id.');
    if (!entity && !stage) {
      const [what] = Object.keys(wanted);
      const message = `No ${what} has this id.`;
      throw new ProblemError('invalid-request', message, {
        errors: [{ path: ['body', what ?? ''], code: 'unknown', message }],
      });
    }
    const { page } = base;
    const lines = base.lines ?? [];
    const anchor = anchorOf(target, lines, page);
    const tag = {
      id: uuidv7(),
      pageId: page.id,
      revisionId: page.currentRevisionId,
      target,
      prefix: anchor?.prefix ?? null,
      suffix: anchor?.suffix ?? null,
      // A record that was merged into another is that one.
      entityId: entity?.id ?? null,
      stageId: 'stage' in body ? body.stage : null,
      state: 'proposed' as const,
      origin: 'person' as const,
      authorId: principal.id,
      reason: reason?.trim() ? reason.trim() : null,
      rule: null,
      confidence: null,
      alternatives: null,
      placedBy: null,
      decision: null,
      reviewNote: null,
      reviewerId: null,
      reviewedAt: null,
      deletedAt: null,
      createdAt: Date.now(),
    };
    try {
      const answer = await commit(c, {
        action: 'tag:propose',
        subject: `tags/${tag.id}`,
        statements: [guardCurrent(db, page.id, page.currentRevisionId), db.insert(tags).values(tag)],
        reply: {
          status: 201,
          headers: { location: `/api/v1/tags/${tag.id}` },
          body: toTag({
            ...base,
            tag,
            currentRevisionId: page.currentRevisionId,
            entityId: entity?.id ?? null,
            entityLabel: entity?.label ?? null,
            entityKind: entity?.kind ?? null,
            stageLabel: stage?.label ?? null,
            authorName: principal.name,
            reviewerName: null,
            placerName: null,
            line: lineOf(target, lines),
            otherMeanings: '[]',
          }),
        },
      });
      // What the gazetteer said of these words gives way to what a person says.
      if (target.type === 'span') c.executionCtx.waitUntil(requestSuggestions(c.env, page.id));
      return answer;
    } catch (error) {
      if (isGuardFailure(error)) throw textChanged();
      throw error;
    }
  })
  .openapi(getTag, async (c) => c.json(toTag(await requireTag(c.var.db, c.req.valid('param').id)), 200))
  .openapi(deleteTag, async (c) => {
    const { db, principal } = c.var;
    const { tag } = await requireTag(db, c.req.valid('param').id);
    if (tag.authorId !== principal.id)
      throw new ProblemError('not-allowed', 'Only the person who proposed a tag withdraws it.');
    if (tag.decision !== null) throw alreadyDecided(tag.state);
    return namingRaces(() =>
      commit(c, {
        action: 'tag:withdraw',
        subject: `tags/${tag.id}`,
        statements: [
          guardState(db, tag),
          db.update(tags).set({ deletedAt: Date.now() }).where(eq(tags.id, tag.id)),
        ],
        reply: { status: 204 },
      }),
    );
  });

async function listPart(
  c: Context<AppEnv>,
  filter: TagFilter,
  order: TagOrder,
  cursor: string | undefined,
  limit: number,
) {
  const list = `tags-by-${order}`;
  const after =
    order === 'page'
      ? decodeCursor(list, cursor, 'text', 'text', 'integer', 'text')
      : order === 'confidence'
        ? decodeCursor(list, cursor, 'number', 'text')
        : decodeCursor(list, cursor, 'text');
  const rows = await listTags(c.var.db, filter, order, after, limit + 1);
  return paged(c, rows, limit, toTag, (row) => encodeCursor(list, positionOf(order, row)));
}

/** @throws ProblemError `not-signed-in` */
async function requireReader(c: Context<AppEnv>): Promise<string> {
  const reader = await findPrincipal(c);
  if (!reader) throw new ProblemError('not-signed-in', 'Only who has signed in has tags of their own.');
  return reader.id;
}
