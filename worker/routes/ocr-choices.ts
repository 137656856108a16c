import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { uuidv7 } from 'uuidv7';
import { isGuardFailure, isUniqueViolation } from '../db/guards.ts';
import { findTextState } from '../db/jobs.ts';
import { isUnwritten, storeMachineText } from '../db/machine-text.ts';
import { type OcrRunRow, listOcrRuns } from '../db/pages.ts';
import { ocrChoices } from '../db/schema.ts';
import { replaceRegion } from '../domain/reading/replace-region.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, problems, secured } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { toTextLine } from '../ocr/result.ts';
import { ocrRunKey } from '../scans/keys.ts';
import { Id, IdParam } from '../shapes/common.ts';
import { NewOcrChoice, OcrRun, type OcrRunLines } from '../shapes/ocr.ts';
import type { Line } from '../shapes/transcriptions.ts';
import { requestSuggestions } from '../suggestions/request.ts';
import { hasLines, toOcrRun } from './page-shapes.ts';
import { defaultHook } from './support.ts';

const createOcrChoice = createRoute({
  operationId: 'createOcrChoice',
  method: 'post',
  path: '/pages/{id}/ocr/{run}/choice',
  tags: ['OCR'],
  summary: 'Choose a run over the others, with a reason',
  description:
    'Where no person has written yet, its lines become the text: those of a region in place of the lines there. A text that somebody wrote stays as it is; the choice is recorded.',
  ...secured('volunteer'),
  request: {
    params: IdParam.extend({ run: Id.openapi({ param: { name: 'run', in: 'path' } }) }),
    headers: IdempotencyHeader,
    ...jsonBody(NewOcrChoice),
  },
  responses: {
    201: json(OcrRun, 'The run, with the choice'),
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

export const ocrChoiceRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(
  createOcrChoice,
  async (c) => {
    const { id, run: runId } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const { runs } = await listOcrRuns(c.var.db, id);
    const run = runs.find((row) => row.id === runId);
    if (!run) throw new ProblemError('not-found', 'This page has no such reading.');
    if (!hasLines(run))
      throw new ProblemError('already-decided', 'This reading failed before it had read anything.');
    const lines = await linesOf(c.env.SCANS, runId);
    for (let attempt = 0; ; attempt++) {
      try {
        return await choose(c, run, lines, reason);
      } catch (error) {
        const raced = isUniqueViolation(error, 'revisions.number') || isGuardFailure(error);
        if (!raced) throw error;
        if (attempt === 5) throw new ProblemError('unavailable', undefined, { cause: error });
      }
    }
  },
);

async function choose(c: Context<AppEnv>, run: OcrRunRow, lines: Line[], reason: string) {
  const { db, principal } = c.var;
  const state = await findTextState(db, run.pageId);
  if (!state) throw new ProblemError('not-found', 'No page has this id.');
  const at = Date.now();
  const becomesText = isUnwritten(state);
  const text = run.region === null ? lines : replaceRegion(state.lines ?? [], run.region, lines);
  const whole = run.region === null ? run.id : null;
  const choice = JSON.stringify({ by: { id: principal.id, name: principal.name }, reason, at });
  const response = await commit(c, {
    action: 'ocr-run:choose',
    subject: `pages/${run.pageId}`,
    detail: { run: run.id, reason },
    statements: [
      db
        .insert(ocrChoices)
        .values({ id: uuidv7(), pageId: run.pageId, ocrRunId: run.id, chosenBy: principal.id, reason, at }),
      ...(becomesText ? storeMachineText(db, state, { run: whole, lines: text }) : []),
    ],
    reply: {
      status: 201,
      body: toOcrRun({ ...run, chosen: choice }, becomesText && whole ? whole : state.page.ocrRunId),
    },
  });
  if (becomesText) c.executionCtx.waitUntil(requestSuggestions(c.env, run.pageId));
  return response;
}

async function linesOf(bucket: R2Bucket, run: string): Promise<Line[]> {
  const stored = await bucket.get(ocrRunKey(run));
  if (!stored) throw new ProblemError('not-found', 'The lines of this reading are not in the store.');
  return (await stored.json<OcrRunLines>()).lines.map(toTextLine);
}
