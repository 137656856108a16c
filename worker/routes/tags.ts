import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Database } from '../db/client.ts';
import { guard, isGuardFailure } from '../db/guards.ts';
import { type TagRow, findTag, findTagBase, listTags } from '../db/tags.ts';
import { tags } from '../db/schema.ts';
import { type Anchor, checkSpan, describeSpan } from '../domain/anchors/span.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, open, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { Id, IdParam, Paging, listOf } from '../shapes/common.ts';
import { NewTag, Tag, TagReview, TagState, type TagTarget } from '../shapes/tags.ts';
import type { Line } from '../shapes/transcriptions.ts';
import { requirePage } from './pages.ts';
import { defaultHook } from './support.ts';
import { toTag } from './tag-shapes.ts';
import { requireCleanText } from './text-checks.ts';

const LIST = 'tags';
const TagList = listOf('Tag', Tag);

const listTagsRoute = createRoute({
  operationId: 'listTags',
  method: 'get',
  path: '/tags',
  tags: ['Tags'],
  summary: 'Tags; with status=proposed those that wait for review',
  ...open,
  request: {
    query: Paging.extend({ status: TagState.optional(), entity: Id.optional(), stage: Id.optional() }),
  },
  responses: { 200: json(TagList, 'Tags'), ...problems(400, 422) },
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

const reviewTag = createRoute({
  operationId: 'reviewTag',
  method: 'post',
  path: '/tags/{id}/review',
  tags: ['Review'],
  summary: 'Approve or reject a proposed tag; never your own',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(TagReview) },
  responses: { 200: json(Tag, 'The decided tag'), ...problems(400, 401, 403, 404, 409, 413, 415, 422) },
});

export const tagRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listTagsRoute, async (c) => {
    const { limit, cursor, ...filter } = c.req.valid('query');
    const after = decodeCursor(LIST, cursor, 'text');
    const rows = await listTags(c.var.db, filter, after?.[0], limit + 1);
    return c.json(
      paged(c, rows, limit, toTag, ({ tag }) => encodeCursor(LIST, [tag.id])),
      200,
    );
  })
  .openapi(listPageTags, async (c) => {
    const { limit, cursor, status } = c.req.valid('query');
    const { id } = c.req.valid('param');
    const after = decodeCursor(LIST, cursor, 'text');
    const rows = await listTags(c.var.db, { page: id, status }, after?.[0], limit + 1);
    if (rows.length === 0) await requirePage(c.var.db, id);
    return c.json(
      paged(c, rows, limit, toTag, ({ tag }) => encodeCursor(LIST, [tag.id])),
      200,
    );
  })
  .openapi(createTag, async (c) => {
    const { target, body, reason } = c.req.valid('json');
    requireCleanText(reason);
    const { db, principal } = c.var;
    const wanted = 'entity' in body ? { entity: body.entity } : { stage: body.stage };
    const base = await findTagBase(db, c.req.valid('param').id, wanted);
    if (!base.page) throw new ProblemError('not-found', 'No page has this id.');
    if (!base.entity && !base.stage) {
      const [what] = Object.keys(wanted);
      const message = `No ${what} has this id.`;
      throw new ProblemError('invalid-request', message, {
        errors: [{ path: ['body', what ?? ''], code: 'unknown', message }],
      });
    }
    const anchor = anchorOf(target, base.lines, base.page);
    const tag = {
      id: uuidv7(),
      pageId: base.page.id,
      revisionId: base.page.currentRevisionId,
      target,
      prefix: anchor?.prefix ?? null,
      suffix: anchor?.suffix ?? null,
      entityId: 'entity' in body ? body.entity : null,
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
      return await commit(c, {
        action: 'tag:propose',
        subject: `tags/${tag.id}`,
        statements: [
          guardCurrent(db, base.page.id, base.page.currentRevisionId),
          db.insert(tags).values(tag),
        ],
        reply: {
          status: 201,
          headers: { location: `/api/v1/tags/${tag.id}` },
          body: toTag({
            tag,
            entityLabel: base.entity?.label ?? null,
            entityKind: base.entity?.kind ?? null,
            stageLabel: base.stage?.label ?? null,
            authorName: principal.name,
            reviewerName: null,
          }),
        },
      });
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
    requireUndecided(tag);
    return decide(() =>
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
  })
  .openapi(reviewTag, async (c) => {
    const { decision, note } = c.req.valid('json');
    requireCleanText(note);
    const { db, principal } = c.var;
    const row = await requireTag(db, c.req.valid('param').id);
    const { tag } = row;
    if (tag.authorId === principal.id) {
      throw new ProblemError('own-work', 'Another reviewer has to decide on this tag.');
    }
    requireUndecided(tag);
    if (tag.state === 'detached' && decision === 'approve') throw detached();
    const change = {
      state: decision === 'approve' ? ('approved' as const) : ('rejected' as const),
      decision,
      reviewNote: note?.trim() ? note.trim() : null,
      reviewerId: principal.id,
      reviewedAt: Date.now(),
    };
    return decide(() =>
      commit(c, {
        action: `tag:${decision}`,
        subject: `tags/${tag.id}`,
        statements: [guardState(db, tag), db.update(tags).set(change).where(eq(tags.id, tag.id))],
        reply: {
          status: 200,
          body: toTag({ ...row, tag: { ...tag, ...change }, reviewerName: principal.name }),
        },
      }),
    );
  });

/** The anchor of a span in the current text; null for a target that is no span. @throws ProblemError */
function anchorOf(
  target: TagTarget,
  lines: readonly Line[],
  page: { width: number; height: number },
): Anchor | null {
  if (target.type === 'region') {
    const [x, y, width, height] = target.box;
    if (x + width > page.width || y + height > page.height)
      throw targetProblem('box', 'The region reaches beyond the scan.');
  }
  if (target.type !== 'span') return null;
  const line = lines.find((candidate) => candidate.id === target.line);
  if (!line) throw textChanged();
  if (target.start >= target.end) throw targetProblem('end', 'The end of a span comes after its start.');
  if (line.text.slice(target.start, target.end) !== target.quote) throw textChanged();
  const problem = checkSpan(line, target.start, target.end);
  if (problem) throw targetProblem('end', problem.message);
  return describeSpan(line, target.start, target.end);
}

function targetProblem(field: string, message: string): ProblemError {
  return new ProblemError('invalid-request', message, {
    errors: [{ path: ['target', field], code: 'target', message }],
  });
}

function textChanged(): ProblemError {
  return new ProblemError(
    'text-changed',
    'The current text does not say this there. Read the page again and select anew.',
  );
}

function guardCurrent(db: Database, pageId: string, revisionId: string | null) {
  return guard(
    db,
    sql`exists (select 1 from pages where id = ${pageId} and current_revision_id is ${revisionId})`,
  );
}

/** The tag must still be as it was read. */
function guardState(db: Database, tag: TagRow['tag']) {
  return guard(
    db,
    sql`exists (select 1 from tags where id = ${tag.id} and state = ${tag.state} and decision is ${tag.decision} and deleted_at is null)`,
  );
}

/** A proposal waits for its decision also when its text is gone: it can then only be rejected or withdrawn. */
function requireUndecided({ state, decision }: TagRow['tag']): void {
  if (decision !== null) throw new ProblemError('already-decided', `This tag is ${state} by now.`);
}

function detached(): ProblemError {
  return new ProblemError(
    'text-changed',
    'The words that this tag quoted are no longer in the text. Reject it, or propose it anew where it belongs.',
  );
}

async function decide<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isGuardFailure(error))
      throw new ProblemError('already-decided', 'Somebody decided on this tag at the same moment.');
    throw error;
  }
}

async function requireTag(db: Database, id: string): Promise<TagRow> {
  const row = await findTag(db, id);
  if (!row) throw new ProblemError('not-found', 'No tag has this id.');
  return row;
}
