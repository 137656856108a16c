import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from 'hono';
import type { Database, Statement } from '../db/client.ts';
import { isGuardFailure } from '../db/guards.ts';
import { type JobRow, findUnfinishedJob, guardNoJob, newJob } from '../db/jobs.ts';
import { findJob, listOcrRuns } from '../db/pages.ts';
import { jobs, pages } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, open, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { enqueue } from '../ocr/enqueue.ts';
import { MODELS, isModelName, modelAssetPath } from '../ocr/models.ts';
import { ocrRunKey } from '../scans/keys.ts';
import { Id, IdParam, listOf } from '../shapes/common.ts';
import { NewOcrJob, OcrModel, OcrRun, OcrRunLines } from '../shapes/ocr.ts';
import { Job } from '../shapes/pages.ts';
import { hasLines, toJob, toOcrRun } from './page-shapes.ts';
import { fieldProblem, toBox } from './ocr-region.ts';
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
    200: json(OcrRunLines, 'The lines, with their words and blocks'),
    ...problems(404),
  },
});

const createOcrJob = createRoute({
  operationId: 'createOcrJob',
  method: 'post',
  path: '/pages/{id}/ocr',
  tags: ['OCR'],
  summary: 'Read the page or a part of it again, with models and parameters of your choice',
  description:
    'A page, and each region of it, is read once at a time: the same request meanwhile is answered with the job that is on its way, another one with 409. A run of a region never changes the text by itself: choose it.',
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
    return c.json({ items: runs.map((row) => toOcrRun(row, page.ocrRunId)), next: null }, 200);
  })
  .openapi(createOcrJob, async (c) => {
    const { model, region, parameters = {}, trial = false } = c.req.valid('json');
    const models = model === undefined ? [] : [model].flat();
    models.forEach(requireModel);
    const { db, principal } = c.var;
    const { page } = await requirePage(db, c.req.valid('param').id);
    const wanted = {
      parameters: { ...parameters, ...(models.length > 0 ? { models } : {}) },
      region: region === undefined ? null : toBox(region, page),
      trial,
    };
    const job = newJob(page.id, principal.id, wanted);
    const unfinished = await findUnfinishedJob(db, page.id, wanted.region);
    if (unfinished) return answerUnfinished(c, unfinished, job);
    try {
      const response = await commit(c, {
        action: wanted.region ? 'page:read-region' : 'page:read-again',
        subject: `pages/${page.id}`,
        detail: { job: job.id, ...wanted },
        statements: [
          guardNoJob(db, page.id, wanted.region),
          db.insert(jobs).values(job),
          ...(wanted.region ? [] : [queuePage(db, page.id, job.createdAt)]),
        ],
        reply: { status: 202, headers: { location: `/api/v1/jobs/${job.id}` }, body: toJob(job) },
      });
      await enqueue(c.env, job.id);
      return response;
    } catch (error) {
      if (!isGuardFailure(error)) throw error;
      return answerUnfinished(c, (await findUnfinishedJob(db, page.id, wanted.region)) ?? job, job);
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

/** @throws ProblemError `invalid-request` */
function requireModel(name: string): void {
  if (isModelName(name)) return;
  throw fieldProblem('model', 'unknown', `There is no model ${name}. See /api/v1/models.`);
}

function queuePage(db: Database, pageId: string, updatedAt: number): Statement {
  return db
    .update(pages)
    .set({ status: 'queued', updatedAt })
    .where(and(eq(pages.id, pageId), inArray(pages.status, ['failed', 'read'])));
}

/**
 * A page is read once at a time. Whoever asks for the same reading gets the job that is on its way; others
 * have to wait for their turn. @throws ProblemError `already-exists`
 */
function answerUnfinished(c: Context<AppEnv>, job: JobRow, asked: JobRow) {
  const location = `/api/v1/jobs/${job.id}`;
  if (JSON.stringify(requestOf(job)) === JSON.stringify(requestOf(asked))) {
    return c.json(toJob(job), 202, { location });
  }
  throw new ProblemError(
    'already-exists',
    'This is being read with other models or parameters. Ask again when that is done.',
    { extra: { job: location } },
  );
}

const requestOf = ({ parameters, trial }: JobRow) => [
  Object.entries(parameters).toSorted(([a], [b]) => a.localeCompare(b)),
  trial,
];

// A stream out of the store, so there is no value whose type could be checked against the schema.
ocrRoutes.openAPIRegistry.registerPath(getOcrRunLines);
ocrRoutes.get('/pages/:id/ocr/:run', async (c) => {
  const id = requireId(c.req.param('id'));
  const run = requireId(c.req.param('run'));
  const { runs } = await listOcrRuns(c.var.db, id);
  if (!runs.some((row) => row.id === run && hasLines(row))) {
    throw new ProblemError('not-found', 'This page has no such reading.');
  }
  return sendStored(c, ocrRunKey(run), 'application/json', run);
});
