import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { selectHistory } from '../db/record-versions.ts';
import {
  type SchemeInHand,
  findScheme,
  findSchemeVersion,
  findScholars,
  listSchemes,
} from '../db/schemes.ts';
import { schemes, stages } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, open, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam, Paging, listOf, z } from '../shapes/common.ts';
import { NewScheme, Scheme, SchemeChange, SchemeVersion } from '../shapes/schemes.ts';
import { historyOf } from './record-history.ts';
import { commitSchemeChange, nextVersion, replaceStages, requireScholars } from './scheme-changes.ts';
import { parentsFirst, toStageRows } from './stage-rows.ts';
import { toScheme } from './stage-shapes.ts';
import { defaultHook, sentOf } from './support.ts';
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
  summary: 'One periodisation, as it is or as it was in an earlier version',
  ...open,
  request: {
    params: IdParam,
    query: z.object({ version: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  },
  responses: { 200: json(Scheme, 'The scheme'), ...problems(404, 422) },
});

const listSchemeVersions = createRoute({
  operationId: 'listSchemeVersions',
  method: 'get',
  path: '/schemes/{id}/history',
  tags: ['Periodisation'],
  summary: 'The versions of a periodisation, newest first: who changed what, when and why',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(listOf('SchemeVersion', SchemeVersion), 'All versions'), ...problems(404) },
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
  summary: 'Change a periodisation: its description, its scholars, its whole list of stages',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(SchemeChange) },
  responses: {
    200: json(Scheme, 'The changed scheme'),
    ...problems(400, 401, 403, 404, 412, 413, 415, 422),
  },
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
  .openapi(getScheme, async (c) => {
    const { id } = c.req.valid('param');
    const { version } = c.req.valid('query');
    if (version === undefined) return c.json(toScheme(await requireScheme(c.var.db, id)), 200);
    const kept = await findSchemeVersion(c.var.db, id, version);
    if (kept) return c.json(kept as Scheme, 200);
    const now = await requireScheme(c.var.db, id);
    if (now.version !== version) {
      throw new ProblemError('not-found', `The scheme has no version ${version}: see its history.`);
    }
    return c.json(toScheme(now), 200);
  })
  .openapi(listSchemeVersions, async (c) => {
    const { db } = c.var;
    const { id } = c.req.valid('param');
    const scheme = await requireScheme(db, id);
    const [kept, acts] = await db.batch(selectHistory(db, `schemes/${id}`));
    const current = { version: scheme.version, createdAt: scheme.createdAt, record: toScheme(scheme) };
    return c.json({ items: historyOf({ kept, acts }, current), next: null }, 200);
  })
  .openapi(createScheme, async (c) => {
    const { stages: sent, ...fields } = c.req.valid('json');
    requireCleanText(c.req.valid('json'));
    const { db } = c.var;
    const now = Date.now();
    const base = { slug: null, scholars: null, year: null, citations: null, note: null };
    const row = { ...base, ...fields, id: uuidv7(), version: 1, createdAt: now, updatedAt: now };
    const stageRows = toStageRows(row.id, sent);
    const names = await findScholars(db, fields.scholars ?? []);
    requireScholars(fields.scholars, names);
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
        body: toScheme({ ...row, stages: stageRows, names }),
      },
    });
  })
  .openapi(changeScheme, async (c) => {
    const { stages: sentStages, version, changeNote, ...sent } = c.req.valid('json');
    requireCleanText(c.req.valid('json'));
    const { db } = c.var;
    const before = await requireScheme(db, c.req.valid('param').id, sent.scholars);
    requireScholars(sent.scholars, before.sentScholars);
    const at = Date.now();
    const had = [...before.stages, ...before.retired];
    const rows = sentStages && toStageRows(before.id, sentStages, had);
    const changes = { ...sentOf(sent), ...nextVersion(before, at) };
    return commitSchemeChange(c, {
      before,
      action: 'scheme:change',
      detail: { fields: [...Object.keys(sent), ...(sentStages ? ['stages'] : [])] },
      version,
      changeNote,
      at,
      statements: [
        db.update(schemes).set(changes).where(eq(schemes.id, before.id)),
        ...(rows ? replaceStages(db, rows, before.stages, at) : []),
      ],
      body: toScheme({
        ...before,
        ...changes,
        stages: rows ?? before.stages,
        names: [...before.names, ...before.sentScholars],
      }),
    });
  });

async function requireScheme(
  db: AppEnv['Variables']['db'],
  id: string,
  sentScholars?: string[],
): Promise<SchemeInHand> {
  const row = await findScheme(db, id, sentScholars);
  if (!row) throw new ProblemError('not-found', 'No scheme has this id.');
  return row;
}
