import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { type IssueRow, selectIssues } from '../db/publications.ts';
import { type StageInScheme, type StageRow, findStage } from '../db/schemes.ts';
import { schemes, stages } from '../db/schema.ts';
import { findNestingFaults } from '../domain/time/nesting.ts';
import { placeIn } from '../domain/time/placement.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, open, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { Id, IdParam, Paging, listOf } from '../shapes/common.ts';
import { Stage, StageChange, StageIssue } from '../shapes/schemes.ts';
import { commitSchemeChange, nextVersion } from './scheme-changes.ts';
import { endCalendar, stageBounds } from './stage-rows.ts';
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
  request: {
    params: IdParam,
    query: Paging.extend({
      publication: Id.optional().openapi({ description: 'Only issues of this periodical' }),
    }),
  },
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
  responses: {
    200: json(Stage, 'The changed stage'),
    ...problems(400, 401, 403, 404, 412, 413, 415, 422),
  },
});

export const stageRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(getStage, async (c) => {
    const { stage, scheme } = await requireStage(c.var.db, c.req.valid('param').id);
    return c.json(toStage(stage, scheme.stages), 200);
  })
  .openapi(listStageIssues, async (c) => {
    const { limit, cursor, publication } = c.req.valid('query');
    const position = decodeCursor(ISSUES, cursor, 'text', 'text');
    const found = await requireStage(c.var.db, c.req.valid('param').id);
    const after = position && { earliest: position[0], id: position[1] };
    const rows = await selectIssues(c.var.db, { stage: found.stage.id, publication }, after, limit + 1);
    return c.json(
      paged(
        c,
        rows,
        limit,
        (row) => toStageIssue(row, found),
        (row) => encodeCursor(ISSUES, [row.earliest ?? '9999', row.id]),
      ),
      200,
    );
  })
  .openapi(changeStage, async (c) => {
    const { version, changeNote, ...sent } = c.req.valid('json');
    requireCleanText(c.req.valid('json'));
    const { db } = c.var;
    const { stage, scheme } = await requireStage(db, c.req.valid('param').id);
    if (stage.retiredAt !== null) {
      const message = `Its scheme no longer has stage ${stage.key}: bring it back there first.`;
      throw new ProblemError('invalid-request', message);
    }
    // A bound that is sent as null becomes open; one that is not sent stays.
    const stated: StageRow = { ...stage, ...sentOf(sent) };
    const changed = { ...stated, ...requireOrder(stated), toCalendar: endCalendar(stated) };
    const all = scheme.stages.map((other) => (other.id === changed.id ? changed : other));
    requireNested(changed, all);
    const at = Date.now();
    return commitSchemeChange(c, {
      before: scheme,
      action: 'stage:change',
      detail: { stage: stage.key, fields: Object.keys(sent) },
      version,
      changeNote,
      at,
      statements: [
        db.update(stages).set(changed).where(eq(stages.id, stage.id)),
        db.update(schemes).set(nextVersion(scheme, at)).where(eq(schemes.id, scheme.id)),
      ],
      body: toStage(changed, all),
    });
  });

async function requireStage(db: AppEnv['Variables']['db'], id: string): Promise<StageInScheme> {
  const found = await findStage(db, id);
  if (!found) throw new ProblemError('not-found', 'No stage has this id.');
  return found;
}

/** @throws ProblemError `invalid-request` where the stage ends before it begins */
function requireOrder(stage: StageRow): { earliest: string | null; latest: string | null } {
  const { earliest, latest, problem } = stageBounds(stage, []);
  if (problem) throw new ProblemError('invalid-request', problem.message, { errors: [problem] });
  return { earliest, latest };
}

/** @throws ProblemError `invalid-request` where the stage leaves its own stage, or its substages leave it */
function requireNested(changed: StageRow, all: readonly StageRow[]): void {
  const errors = findNestingFaults(all)
    .filter(({ stage, parent }) => stage.id === changed.id || parent.id === changed.id)
    .map(({ bound, message }) => ({ path: [bound], code: 'outside', message }));
  if (errors.length > 0) throw new ProblemError('invalid-request', errors[0]?.message, { errors });
}

function toStageIssue(row: IssueRow, { stage, scheme }: StageInScheme): StageIssue {
  // A retired stage stands beside those that its scheme has now.
  const all = stage.retiredAt === null ? scheme.stages : [...scheme.stages, stage];
  const placed = placeIn(all, row).stages.find((candidate) => candidate.stage.id === stage.id);
  const statuses = JSON.parse(row.pageStatuses) as Record<string, number>;
  return {
    issue: row.id,
    publication: row.publicationId,
    publicationTitle: row.publicationTitle,
    number: row.number,
    date: row.date,
    earliest: row.earliest,
    latest: row.latest,
    // The list holds what overlaps, so there is always a fit.
    fit: placed?.fit ?? 'uncertain',
    pages: Object.values(statuses).reduce((sum, count) => sum + count, 0),
  };
}
