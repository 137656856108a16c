import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { type IssueRow, findIssue, findPublication, selectIssues } from '../db/publications.ts';
import { issues } from '../db/schema.ts';
import { mastheadAgreement } from '../domain/time/masthead.ts';
import type { AppEnv } from '../env.ts';
import { IdempotencyHeader, json, jsonBody, open, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { ProblemError } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import { DayParam, type HistoricalDate, Id, IdParam, Paging, listOf } from '../shapes/common.ts';
import { Issue, IssueChange, NewIssue } from '../shapes/issues.ts';
import { requireBounds } from './dates.ts';
import { defaultHook, isoTime, present, sentOf } from './support.ts';
import { requireCleanText } from './text-checks.ts';

const LIST = 'issues';

const IssueQuery = Paging.extend({
  publication: Id.optional(),
  from: DayParam.optional().openapi({ description: 'Gregorian day; issues that may be this old or younger' }),
  to: DayParam.optional(),
  stage: Id.optional().openapi({ description: 'Issues whose date may lie in this stage' }),
});

const listIssues = createRoute({
  operationId: 'listIssues',
  method: 'get',
  path: '/issues',
  tags: ['Corpus'],
  summary: 'Issues by date',
  ...open,
  request: { query: IssueQuery },
  responses: { 200: json(listOf('Issue', Issue), 'Issues'), ...problems(400, 422) },
});

const getIssue = createRoute({
  operationId: 'getIssue',
  method: 'get',
  path: '/issues/{id}',
  tags: ['Corpus'],
  summary: 'One issue',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(Issue, 'The issue'), ...problems(404) },
});

const createIssue = createRoute({
  operationId: 'createIssue',
  method: 'post',
  path: '/issues',
  tags: ['Corpus'],
  summary: 'Add an issue of a periodical',
  ...secured('reviewer'),
  request: { headers: IdempotencyHeader, ...jsonBody(NewIssue) },
  responses: { 201: json(Issue, 'The new issue'), ...problems(400, 401, 403, 413, 415, 422) },
});

const changeIssue = createRoute({
  operationId: 'changeIssue',
  method: 'patch',
  path: '/issues/{id}',
  tags: ['Corpus'],
  summary: 'Change fields of an issue',
  ...secured('reviewer'),
  request: { params: IdParam, headers: IdempotencyHeader, ...jsonBody(IssueChange) },
  responses: { 200: json(Issue, 'The changed issue'), ...problems(400, 401, 403, 404, 413, 415, 422) },
});

export const issueRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(listIssues, async (c) => {
    const { limit, cursor, ...filter } = c.req.valid('query');
    const position = decodeCursor(LIST, cursor, 'text', 'text');
    const after = position && { earliest: position[0], id: position[1] };
    const rows = await selectIssues(c.var.db, filter, after, limit + 1);
    return c.json(
      paged(c, rows, limit, toIssue, (row) => encodeCursor(LIST, [row.earliest ?? '9999', row.id])),
      200,
    );
  })
  .openapi(getIssue, async (c) => c.json(toIssue(await requireIssue(c.var.db, c.req.valid('param').id)), 200))
  .openapi(createIssue, async (c) => {
    const { publication: publicationId, ...fields } = c.req.valid('json');
    requireCleanText(fields);
    const bounds = requireBounds(fields.date, ['date']);
    requireDates(fields.otherDates);
    const publication = await findPublication(c.var.db, publicationId);
    if (!publication) {
      const message = 'No publication has this id.';
      throw new ProblemError('invalid-request', message, {
        errors: [{ path: ['publication'], code: 'unknown', message }],
      });
    }
    const now = Date.now();
    const row = {
      ...emptyRow,
      ...fields,
      ...bounds,
      publicationId,
      id: uuidv7(),
      createdAt: now,
      updatedAt: now,
    };
    return commit(c, {
      action: 'issue:create',
      subject: `issues/${row.id}`,
      statements: [c.var.db.insert(issues).values(row)],
      reply: {
        status: 201,
        headers: { location: `/api/v1/issues/${row.id}` },
        body: toIssue({ ...row, publicationTitle: publication.title, pageStatuses: '{}' }),
      },
    });
  })
  .openapi(changeIssue, async (c) => {
    const fields = c.req.valid('json');
    requireCleanText(fields);
    const bounds = fields.date && requireBounds(fields.date, ['date']);
    requireDates(fields.otherDates);
    const before = await requireIssue(c.var.db, c.req.valid('param').id);
    const row: IssueRow = { ...before, ...sentOf(fields), ...bounds, updatedAt: Date.now() };
    return commit(c, {
      action: 'issue:change',
      subject: `issues/${row.id}`,
      detail: { fields: Object.keys(fields) },
      statements: [
        c.var.db
          .update(issues)
          .set({ ...fields, ...bounds, updatedAt: row.updatedAt })
          .where(eq(issues.id, row.id)),
      ],
      reply: { status: 200, body: toIssue(row) },
    });
  });

const emptyRow = {
  otherDates: null,
  script: null,
  orthography: null,
  rights: null,
  provenance: null,
  note: null,
};

/** Each must be a date; that they fit each other is not asked, only told. */
function requireDates(dates: HistoricalDate[] | undefined): void {
  for (const [index, date] of (dates ?? []).entries()) requireBounds(date, ['otherDates', index]);
}

export async function requireIssue(db: AppEnv['Variables']['db'], id: string): Promise<IssueRow> {
  const row = await findIssue(db, id);
  if (!row) throw new ProblemError('not-found', 'No issue has this id.');
  return row;
}

export function toIssue(row: IssueRow): Issue {
  const byStatus = JSON.parse(row.pageStatuses) as Record<string, number>;
  const { earliest, latest } = row;
  const { agreement, gapDays } = mastheadAgreement([row.date, ...(row.otherDates ?? [])]);
  return {
    id: row.id,
    url: `/api/v1/issues/${row.id}`,
    publication: row.publicationId,
    publicationTitle: row.publicationTitle,
    number: row.number,
    date: { ...row.date, earliest, latest },
    earliest,
    latest,
    dateAgreement: agreement,
    language: row.language,
    ...present({
      otherDates: row.otherDates,
      dateGapDays: gapDays,
      script: row.script,
      orthography: row.orthography,
      rights: row.rights,
      provenance: row.provenance,
      note: row.note,
    }),
    pages: { total: Object.values(byStatus).reduce((sum, count) => sum + count, 0), byStatus },
    createdAt: isoTime(row.createdAt),
    updatedAt: isoTime(row.updatedAt),
  };
}
