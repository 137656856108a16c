import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { type SchemeRow, findScheme, listSchemes } from '../db/schemes.ts';
import { schemes, stages } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, open, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam, Paging, listOf } from '../shapes/common.ts';
import { NewScheme, Scheme, SchemeChange } from '../shapes/schemes.ts';
import { parentsFirst, toStageRows } from './stage-rows.ts';
import { toStage } from './stage-shapes.ts';
import { defaultHook, isoTime, present } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const LIST = 'schemes';

const listSchemesRoute = createRoute({
  operationId: 'listSchemes',
  method: 'get',
  path: '/schemes',
  tags: ['Periodisation'],
  summary: 'All periodisations, with their stages',
  ...open,
  request: { query: Paging },
  responses: { 200: json(listOf('Scheme', Scheme), 'Schemes'), ...problems(400, 422) },
});

const getScheme = createRoute({
  operationId: 'getScheme',
  method: 'get',
  path: '/schemes/{id}',
  tags: ['Periodisation'],
  summary: 'One periodisation',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(Scheme, 'The scheme'), ...problems(404) },
});

const createScheme = createRoute({
  operationId: 'createScheme',
  method: 'post',
  path: '/schemes',
  tags: ['Periodisation'],
  summary: 'Add a periodisation with its stages',
  ...secured('reviewer'),
  request: { headers: IdempotencyHeader, ...jsonBody(NewScheme) },
  responses: { 201: json(Scheme, 'The new scheme'), ...problems(400, 401, 403, 413, 415, 422) },
});

const changeScheme = createRoute({
  operationId: 'changeScheme',
  method: 'patch',
  path: '/schemes/{id}',
  tags: ['Periodisation'],
  summary: 'Change the description of a periodisation',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(SchemeChange) },
  responses: { 200: json(Scheme, 'The changed scheme'), ...problems(400, 401, 403, 404, 413, 415, 422) },
});

export const schemeRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listSchemesRoute, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const after = decodeCursor(LIST, cursor, 'text');
    const rows = await listSchemes(c.var.db, after?.[0], limit + 1);
    return c.json(
      paged(c, rows, limit, toScheme, (row) => encodeCursor(LIST, [row.id])),
      200,
    );
  })
  .openapi(getScheme, async (c) =>
    c.json(toScheme(await requireScheme(c.var.db, c.req.valid('param').id)), 200),
  )
  .openapi(createScheme, async (c) => {
    const { stages: sent, ...fields } = c.req.valid('json');
    requireCleanText(c.req.valid('json'));
    const { db } = c.var;
    const now = Date.now();
    const base = { slug: null, scholars: null, year: null, citations: null, note: null };
    const row = { ...base, ...fields, id: uuidv7(), version: 1, createdAt: now, updatedAt: now };
    const stageRows = toStageRows(row.id, sent);
    return commit(c, {
      action: 'scheme:create',
      subject: `schemes/${row.id}`,
      statements: [
        db.insert(schemes).values(row),
        ...parentsFirst(stageRows).map((stage) => db.insert(stages).values(stage)),
      ],
      reply: {
        status: 201,
        headers: { location: `/api/v1/schemes/${row.id}` },
        body: toScheme({ ...row, stages: stageRows }),
      },
    });
  })
  .openapi(changeScheme, async (c) => {
    const fields = c.req.valid('json');
    requireCleanText(fields);
    const { db } = c.var;
    const before = await requireScheme(db, c.req.valid('param').id);
    const changes = { ...fields, updatedAt: Date.now() };
    return commit(c, {
      action: 'scheme:change',
      subject: `schemes/${before.id}`,
      detail: { fields: Object.keys(fields) },
      statements: [
        db
          .update(schemes)
          .set({ ...changes, version: sql`${schemes.version} + 1` })
          .where(eq(schemes.id, before.id)),
      ],
      reply: { status: 200, body: toScheme({ ...before, ...present(changes), version: before.version + 1 }) },
    });
  });

async function requireScheme(db: AppEnv['Variables']['db'], id: string): Promise<SchemeRow> {
  const row = await findScheme(db, id);
  if (!row) throw new ProblemError('not-found', 'No scheme has this id.');
  return row;
}

function toScheme(row: SchemeRow): Scheme {
  const keys = new Map(row.stages.map((stage) => [stage.id, stage.key]));
  return {
    id: row.id,
    url: `/api/v1/schemes/${row.id}`,
    title: row.title,
    attribution: row.attribution,
    ...present({ year: row.year, citations: row.citations, note: row.note }),
    version: row.version,
    stages: row.stages.map((stage) =>
      toStage(stage, stage.parentId === null ? undefined : keys.get(stage.parentId)),
    ),
    createdAt: isoTime(row.createdAt),
    updatedAt: isoTime(row.updatedAt),
  };
}
