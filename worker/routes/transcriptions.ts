import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { uuidv7 } from 'uuidv7';
import { findRevision, findRevisionInChain, findTranscription, listRevisions } from '../db/revisions.ts';
import { prepareLines } from '../domain/transcription.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, open, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { IdParam, Paging, listOf, z } from '../shapes/common.ts';
import {
  Conflict,
  MAX_LINES,
  MAX_LINE_LENGTH,
  Revision,
  RevisionSummary,
  Transcription,
  TranscriptionSave,
} from '../shapes/transcriptions.ts';
import { type SaveBase, requireFresh, saveRevision } from './save-revision.ts';
import { toRevision, toRevisionSummary, toTranscription, transcriptionTag } from './revision-shapes.ts';
import { requirePage } from './pages.ts';
import { defaultHook } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const LIST = 'revisions';

const IfMatchHeader = IdempotencyHeader.extend({
  'if-match': z
    .string()
    .optional()
    .openapi({ description: 'The ETag of the transcription that was read. Required.' }),
});
const conflict = {
  412: { description: 'Somebody saved first', content: { 'application/problem+json': { schema: Conflict } } },
};

const getTranscription = createRoute({
  operationId: 'getTranscription',
  method: 'get',
  path: '/pages/{id}/transcription',
  tags: ['Transcription'],
  summary: 'What the page says now: its current revision, with an ETag for saving',
  ...open,
  request: { params: IdParam },
  responses: {
    200: json(Transcription, 'The current revision; `id` is null where nothing is read or written yet'),
    ...problems(404),
  },
});

const saveTranscription = createRoute({
  operationId: 'saveTranscription',
  method: 'put',
  path: '/pages/{id}/transcription',
  tags: ['Transcription'],
  summary: 'Save: a new revision on top of the one that was read',
  ...secured('volunteer'),
  request: { params: IdParam, headers: IfMatchHeader, ...jsonBody(TranscriptionSave) },
  responses: {
    201: json(Revision, 'The new revision'),
    ...conflict,
    ...problems(400, 401, 403, 404, 413, 415, 422, 428),
  },
});

const listRevisionsRoute = createRoute({
  operationId: 'listRevisions',
  method: 'get',
  path: '/pages/{id}/revisions',
  tags: ['Transcription'],
  summary: 'The history of a page, newest first',
  ...open,
  request: { params: IdParam, query: Paging },
  responses: {
    200: json(listOf('RevisionSummary', RevisionSummary), 'Revisions without their lines'),
    ...problems(400, 404, 422),
  },
});

const getRevision = createRoute({
  operationId: 'getRevision',
  method: 'get',
  path: '/revisions/{id}',
  tags: ['Transcription'],
  summary: 'One revision',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(Revision, 'The revision'), ...problems(404) },
});

const restoreRevision = createRoute({
  operationId: 'restoreRevision',
  method: 'post',
  path: '/revisions/{id}/restore',
  tags: ['Transcription'],
  summary: 'Make the text of an earlier revision current again, as a new revision',
  ...secured('volunteer'),
  request: { params: IdParam, headers: IfMatchHeader },
  responses: { 201: json(Revision, 'The new revision'), ...conflict, ...problems(401, 403, 404, 428) },
});

export const transcriptionRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(getTranscription, async (c) => {
    const { page, current } = requireBase(await findTranscription(c.var.db, c.req.valid('param').id));
    c.header('etag', transcriptionTag(page.id, current));
    return c.json(toTranscription(page.id, page.createdAt, current), 200);
  })
  .openapi(saveTranscription, async (c) => {
    const save = c.req.valid('json');
    const { id } = c.req.valid('param');
    const base = requireBase(await findTranscription(c.var.db, id, save.submit ?? false));
    requireFresh(c, base, save);
    requireCleanText(save.note);
    const { width, height } = base.page;
    const limits = { width, height, maxLines: MAX_LINES, maxTextLength: MAX_LINE_LENGTH };
    const prepared = prepareLines(save.lines, base.current?.revision.lines ?? [], limits, uuidv7);
    if ('problems' in prepared) {
      throw new ProblemError('invalid-request', prepared.problems[0]?.message, { errors: prepared.problems });
    }
    return saveRevision(c, base, {
      lines: prepared.lines,
      origin: 'volunteer',
      note: trimmed(save.note),
      submit: save.submit ?? false,
      action: save.submit ? 'transcription:submit' : 'transcription:save',
      yours: save,
    });
  })
  .openapi(listRevisionsRoute, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const { id } = c.req.valid('param');
    const before = decodeCursor(LIST, cursor, 'integer');
    const rows = await listRevisions(c.var.db, id, before?.[0], limit + 1);
    if (rows.length === 0) await requirePage(c.var.db, id);
    return c.json(
      paged(c, rows, limit, toRevisionSummary, ({ revision }) => encodeCursor(LIST, [revision.number])),
      200,
    );
  })
  .openapi(getRevision, async (c) => {
    const row = await findRevision(c.var.db, c.req.valid('param').id);
    if (!row) throw new ProblemError('not-found', 'No revision has this id.');
    return c.json(toRevision(row), 200);
  })
  .openapi(restoreRevision, async (c) => {
    const { target, ...rest } = await findRevisionInChain(c.var.db, c.req.valid('param').id);
    if (!target) throw new ProblemError('not-found', 'No revision has this id.');
    const base = requireBase(rest);
    const { lines } = target.revision;
    requireFresh(c, base, { lines });
    return saveRevision(c, base, {
      lines,
      origin: 'restore',
      note: `restored revision ${target.revision.number}`,
      submit: false,
      action: 'transcription:restore',
      yours: { lines },
    });
  });

function requireBase(found: Omit<SaveBase, 'page'> & { page: SaveBase['page'] | undefined }): SaveBase {
  if (!found.page) throw new ProblemError('not-found', 'No page has this id.');
  return { ...found, page: found.page };
}

function trimmed(note: string | undefined): string | null {
  const text = note?.trim() ?? '';
  return text === '' ? null : text;
}
