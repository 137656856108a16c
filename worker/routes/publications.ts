import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { type PublicationRow, findPublication, selectPublications } from '../db/publications.ts';
import { publications } from '../db/schema.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, open, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { IdParam, Paging, listOf } from '../shapes/common.ts';
import { NewPublication, Publication, PublicationChange } from '../shapes/publications.ts';
import { requireEdtf } from './dates.ts';
import { requireCleanText } from './text-checks.ts';
import { defaultHook, isoTime, present } from './support.ts';

const LIST = 'publications';

const listPublications = createRoute({
  operationId: 'listPublications',
  method: 'get',
  path: '/publications',
  tags: ['Corpus'],
  summary: 'Periodicals, in the order in which they were added',
  ...open,
  request: { query: Paging },
  responses: { 200: json(listOf('Publication', Publication), 'Periodicals'), ...problems(400, 422) },
});

const getPublication = createRoute({
  operationId: 'getPublication',
  method: 'get',
  path: '/publications/{id}',
  tags: ['Corpus'],
  summary: 'One periodical',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(Publication, 'The periodical'), ...problems(404) },
});

const createPublication = createRoute({
  operationId: 'createPublication',
  method: 'post',
  path: '/publications',
  tags: ['Corpus'],
  summary: 'Add a periodical',
  ...secured('reviewer'),
  request: { headers: IdempotencyHeader, ...jsonBody(NewPublication) },
  responses: { 201: json(Publication, 'The new periodical'), ...problems(400, 401, 403, 413, 415, 422) },
});

const changePublication = createRoute({
  operationId: 'changePublication',
  method: 'patch',
  path: '/publications/{id}',
  tags: ['Corpus'],
  summary: 'Change fields of a periodical',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(PublicationChange) },
  responses: {
    200: json(Publication, 'The changed periodical'),
    ...problems(400, 401, 403, 404, 413, 415, 422),
  },
});

export const publicationRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listPublications, async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const after = decodeCursor(LIST, cursor, 'text');
    const rows = await selectPublications(c.var.db, after?.[0], limit + 1);
    return c.json(
      paged(c, rows, limit, toPublication, (row) => encodeCursor(LIST, [row.id])),
      200,
    );
  })
  .openapi(getPublication, async (c) =>
    c.json(toPublication(await requirePublication(c.var.db, c.req.valid('param').id)), 200),
  )
  .openapi(createPublication, async (c) => {
    const fields = c.req.valid('json');
    requireCleanText(fields);
    requireEdtf(fields.run, ['run']);
    const now = Date.now();
    const row = { ...emptyRow, ...fields, id: uuidv7(), createdAt: now, updatedAt: now };
    return commit(c, {
      action: 'publication:create',
      subject: `publications/${row.id}`,
      statements: [c.var.db.insert(publications).values(row)],
      reply: {
        status: 201,
        headers: { location: `/api/v1/publications/${row.id}` },
        body: toPublication({ ...row, issueCount: 0, pageCount: 0 }),
      },
    });
  })
  .openapi(changePublication, async (c) => {
    const fields = c.req.valid('json');
    requireCleanText(fields);
    requireEdtf(fields.run, ['run']);
    const before = await requirePublication(c.var.db, c.req.valid('param').id);
    const row = { ...before, ...fields, updatedAt: Date.now() };
    return commit(c, {
      action: 'publication:change',
      subject: `publications/${row.id}`,
      detail: { fields: Object.keys(fields) },
      statements: [
        c.var.db
          .update(publications)
          .set({ ...fields, updatedAt: row.updatedAt })
          .where(eq(publications.id, row.id)),
      ],
      reply: { status: 200, body: toPublication(row) },
    });
  });

const emptyRow = {
  slug: null,
  orthographies: null,
  place: null,
  editors: null,
  run: null,
  rights: null,
  note: null,
  authorityIds: null,
  citations: null,
};

async function requirePublication(db: AppEnv['Variables']['db'], id: string): Promise<PublicationRow> {
  const row = await findPublication(db, id);
  if (!row) throw new ProblemError('not-found', 'No publication has this id.');
  return row;
}

function toPublication(row: PublicationRow): Publication {
  const { id, slug: _slug, createdAt, updatedAt, title, languages, issueCount, pageCount, ...rest } = row;
  return {
    id,
    url: `/api/v1/publications/${id}`,
    title,
    languages,
    ...present(rest),
    issueCount,
    pageCount,
    createdAt: isoTime(createdAt),
    updatedAt: isoTime(updatedAt),
  };
}
