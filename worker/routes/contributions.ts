import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { type ContributionRow, listContributions } from '../db/work.ts';
import { contributionStateOf } from '../domain/contribution.ts';
import type { AppEnv } from '../env.ts';
import { json, problems, secured } from '../http/operation.ts';
import { decodeCursor, encodeCursor, paged } from '../http/paging.ts';
import { type Contribution, ContributionQuery, Contributions } from '../shapes/work.ts';
import { toRevisionSummary } from './revision-shapes.ts';
import { defaultHook, isoTime, present } from './support.ts';

const LIST = 'contributions';
const NOTHING = { pages: 0, saved: 0, handedIn: 0, accepted: 0, returned: 0, reviewed: 0, thanks: 0 };

const listContributionsRoute = createRoute({
  operationId: 'listContributions',
  method: 'get',
  path: '/me/contributions',
  tags: ['Work'],
  summary:
    'What you wrote, newest first, with what was said of it: versions that were handed in, and the newest of each page',
  ...secured('volunteer'),
  request: { query: ContributionQuery },
  responses: { 200: json(Contributions, 'Your revisions'), ...problems(400, 401, 422) },
});

export const contributionRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(
  listContributionsRoute,
  async (c) => {
    const { limit, cursor, state } = c.req.valid('query');
    const before = decodeCursor(LIST, cursor, 'text')?.[0];
    const { rows, counts } = await listContributions(
      c.var.db,
      c.var.principal.id,
      { state, before },
      limit + 1,
    );
    const list = paged(c, rows, limit, toContribution, ({ revision }) => encodeCursor(LIST, [revision.id]));
    return c.json({ ...list, counts: counts ?? NOTHING }, 200);
  },
);

function toContribution(row: ContributionRow): Contribution {
  const summary = toRevisionSummary(row);
  const thanks = JSON.parse(row.thanks) as { name: string; at: number }[];
  return {
    ...summary,
    state: contributionStateOf(summary),
    thanks: thanks.map(({ name, at }) => ({ name, at: isoTime(at) })),
    on: {
      publicationTitle: row.publicationTitle,
      issueNumber: row.issueNumber,
      date: row.issueDate,
      sequence: row.sequence,
      ...present({ label: row.label }),
      status: row.status,
    },
  };
}
