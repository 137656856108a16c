import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq, sql } from 'drizzle-orm';
import { type IssueRow, selectIssues } from '../db/publications.ts';
import { type StageRow, findStage } from '../db/schemes.ts';
import { schemes, stages } from '../db/schema.ts';
import { fitOf } from '../domain/time/stages.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, open, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam, Paging, listOf } from '../shapes/common.ts';
import { Stage, StageChange, StageIssue } from '../shapes/schemes.ts';
import { stageBounds } from './stage-rows.ts';
import { toStage } from './stage-shapes.ts';
import { defaultHook, sentOf } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const ISSUES = 'stage-issues';

const getStage = createRoute({
  operationId: 'getStage',
  method: 'get',
  path: '/stages/{id}',
  tags: ['Periodisation'],
  summary: 'One stage',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(Stage, 'The stage'), ...problems(404) },
});

const listStageIssues = createRoute({
  operationId: 'listStageIssues',
  method: 'get',
  path: '/stages/{id}/issues',
  tags: ['Periodisation'],
  summary: 'Issues whose date lies in the stage, with how it lies there',
  ...open,
  request: { params: IdParam, query: Paging },
  responses: { 200: json(listOf('StageIssue', StageIssue), 'Issues'), ...problems(400, 404, 422) },
});

const changeStage = createRoute({
  operationId: 'changeStage',
  method: 'patch',
  path: '/stages/{id}',
  tags: ['Periodisation'],
  summary: 'Change the bounds or the description of a stage; its scheme gets a new version',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(StageChange) },
  responses: { 200: json(Stage, 'The changed stage'), ...problems(400, 401, 403, 404, 413, 415, 422) },
});

export const stageRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(getStage, async (c) => {
    const { stage, parentKey } = await requireStage(c.var.db, c.req.valid('param').id);
    return c.json(toStage(stage, parentKey), 200);
  })
  .openapi(listStageIssues, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const { stage, beside } = await requireStage(c.var.db, c.req.valid('param').id);
    const position = decodeCursor(ISSUES, cursor, 'text', 'text');
    const after = position && { earliest: position[0], id: position[1] };
    const rows = await selectIssues(c.var.db, { stage: stage.id }, after, limit + 1);
    return c.json(
      paged(
        c,
        rows,
        limit,
        (row) => toStageIssue(row, stage, beside),
        (row) => encodeCursor(ISSUES, [row.earliest ?? '9999', row.id]),
      ),
      200,
    );
  })
  .openapi(changeStage, async (c) => {
    const fields = c.req.valid('json');
    requireCleanText(fields);
    const { db } = c.var;
    const { stage, parentKey } = await requireStage(db, c.req.valid('param').id);
    // A bound that is sent as null becomes open; one that is not sent stays.
    const merged: StageRow = { ...stage, ...sentOf(fields) };
    const { earliest, latest, problem } = stageBounds(merged, []);
    if (problem) throw new ProblemError('invalid-request', problem.message, { errors: [problem] });
    return commit(c, {
      action: 'stage:change',
      subject: `stages/${stage.id}`,
      detail: { fields: Object.keys(fields) },
      statements: [
        db
          .update(stages)
          .set({ ...fields, earliest, latest })
          .where(eq(stages.id, stage.id)),
        db
          .update(schemes)
          .set({ version: sql`${schemes.version} + 1`, updatedAt: Date.now() })
          .where(eq(schemes.id, stage.schemeId)),
      ],
      reply: { status: 200, body: toStage({ ...merged, earliest, latest }, parentKey) },
    });
  });

async function requireStage(db: AppEnv['Variables']['db'], id: string) {
  const found = await findStage(db, id);
  if (!found) throw new ProblemError('not-found', 'No stage has this id.');
  return found;
}

function toStageIssue(row: IssueRow, stage: StageRow, beside: StageRow[]): StageIssue {
  const statuses = JSON.parse(row.pageStatuses) as Record<string, number>;
  return {
    issue: row.id,
    publication: row.publicationId,
    publicationTitle: row.publicationTitle,
    number: row.number,
    earliest: row.earliest,
    latest: row.latest,
    // The list holds what overlaps, so there is always a fit.
    fit: fitOf(row, stage, beside) ?? 'uncertain',
    pages: Object.values(statuses).reduce((sum, count) => sum + count, 0),
  };
}
