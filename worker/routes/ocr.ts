import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from 'hono';
import { isGuardFailure } from '../db/guards.ts';
import { type JobRow, guardNoJob, newJob } from '../db/jobs.ts';
import { findJob, listOcrRuns } from '../db/pages.ts';
import { jobs, pages } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, open, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { enqueue } from '../ocr/enqueue.ts';
import { MODELS, isModelName, modelAssetPath } from '../ocr/models.ts';
import { ocrRunKey } from '../scans/keys.ts';
import { Id, IdParam, listOf, z } from '../shapes/common.ts';
import { Job, NewOcrJob, OcrModel, OcrRun } from '../shapes/pages.ts';
import { toJob, toOcrRun } from './page-shapes.ts';
import { requirePage } from './pages.ts';
import { sendStored } from './stored-files.ts';
import { defaultHook, requireId } from './support.ts';

const listOcrRunsRoute = createRoute({
  operationId: 'listOcrRuns',
  method: 'get',
  path: '/pages/{id}/ocr',
  tags: ['OCR'],
  summary: 'Every reading of the page, newest first',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(listOf('OcrRun', OcrRun), 'OCR runs'), ...problems(404) },
});

const getOcrRunLines = createRoute({
  operationId: 'getOcrRunLines',
  method: 'get',
  path: '/pages/{id}/ocr/{run}',
  tags: ['OCR'],
  summary: 'Lines and words of one reading, with boxes and confidences',
  ...open,
  request: { params: IdParam.extend({ run: Id.openapi({ param: { name: 'run', in: 'path' } }) }) },
  responses: {
    200: {
      description:
        '`{run, lines: [{id, text, box, confidence, rtl, block, words: [{text, box, confidence}]}]}`',
      content: { 'application/json': { schema: z.unknown() } },
    },
    ...problems(404),
  },
});

const createOcrJob = createRoute({
  operationId: 'createOcrJob',
  method: 'post',
  path: '/pages/{id}/ocr',
  tags: ['OCR'],
  summary: 'Read the page again, with models of your choice',
  description:
    'A page is read once at a time: the same request meanwhile is answered with the job that is on its way, one for other models with 409.',
  ...secured('volunteer'),
  request: {
    params: IdParam,
    headers: IdempotencyHeader,
    body: { required: false, content: { 'application/json': { schema: NewOcrJob } } },
  },
  responses: {
    202: json(Job, 'The job, to be followed at its Location'),
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

const getJob = createRoute({
  operationId: 'getJob',
  method: 'get',
  path: '/jobs/{id}',
  tags: ['OCR'],
  summary: 'A job: state, progress, and why it failed',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(Job, 'The job'), ...problems(404) },
});

const listModels = createRoute({
  operationId: 'listModels',
  method: 'get',
  path: '/models',
  tags: ['OCR'],
  summary: 'The OCR models there are',
  ...open,
  responses: { 200: json(listOf('OcrModel', OcrModel), 'Models') },
});

export const ocrRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listOcrRunsRoute, async (c) => {
    const { page, runs } = await listOcrRuns(c.var.db, c.req.valid('param').id);
    if (!page) throw new ProblemError('not-found', 'No page has this id.');
    return c.json({ items: runs.map((run) => toOcrRun(run, page.ocrRunId)), next: null }, 200);
  })
  .openapi(createOcrJob, async (c) => {
    const { model } = c.req.valid('json');
    const models = model === undefined ? [] : [model].flat();
    const unknown = models.find((name) => !isModelName(name));
    if (unknown !== undefined) {
      const message = `There is no model ${unknown}. See /api/v1/models.`;
      throw new ProblemError('invalid-request', message, {
        errors: [{ path: ['model'], code: 'unknown', message }],
      });
    }
    const { db, principal } = c.var;
    const { page, job: newest } = await requirePage(db, c.req.valid('param').id);
    if (newest && isUnfinished(newest)) return answerUnfinished(c, newest, models);
    const job = newJob(page.id, principal.id, models);
    try {
      const response = await commit(c, {
        action: 'page:read-again',
        subject: `pages/${page.id}`,
        detail: { job: job.id, models },
        statements: [
          guardNoJob(db, page.id),
          db.insert(jobs).values(job),
          db
            .update(pages)
            .set({ status: 'queued', updatedAt: job.createdAt })
            .where(and(eq(pages.id, page.id), inArray(pages.status, ['failed', 'read']))),
        ],
        reply: { status: 202, headers: { location: `/api/v1/jobs/${job.id}` }, body: toJob(job) },
      });
      await enqueue(c.env, job.id);
      return response;
    } catch (error) {
      if (!isGuardFailure(error)) throw error;
      const { job: other } = await requirePage(db, page.id);
      return answerUnfinished(c, other ?? job, models);
    }
  })
  .openapi(getJob, async (c) => {
    const row = await findJob(c.var.db, c.req.valid('param').id);
    if (!row) throw new ProblemError('not-found', 'No job has this id.');
    return c.json(toJob(row), 200);
  })
  .openapi(listModels, (c) =>
    c.json(
      {
        items: MODELS.map(({ file: _file, ...model }) => ({ ...model, url: modelAssetPath(model.name) })),
        next: null,
      },
      200,
    ),
  );

function isUnfinished(job: JobRow): boolean {
  return job.state === 'queued' || job.state === 'running';
}

/**
 * A page is read once at a time. Whoever asks for the same reading gets the job that is on its way; other
 * models have to wait for their turn. @throws ProblemError `already-exists`
 */
function answerUnfinished(c: Context<AppEnv>, job: JobRow, models: string[]) {
  const location = `/api/v1/jobs/${job.id}`;
  if ((job.parameters.models ?? []).join() === models.join()) {
    return c.json(toJob(job), 202, { location });
  }
  throw new ProblemError(
    'already-exists',
    'This page is being read with other models. Ask again when that is done.',
    {
      extra: { job: location },
    },
  );
}

// A stream out of the store, so there is no value whose type could be checked against the schema.
ocrRoutes.openAPIRegistry.registerPath(getOcrRunLines);
ocrRoutes.get('/pages/:id/ocr/:run', async (c) => {
  const id = requireId(c.req.param('id'));
  const run = requireId(c.req.param('run'));
  const { runs } = await listOcrRuns(c.var.db, id);
  if (!runs.some((row) => row.id === run && row.state === 'done')) {
    throw new ProblemError('not-found', 'This page has no such reading.');
  }
  return sendStored(c, ocrRunKey(run), 'application/json', run);
});
