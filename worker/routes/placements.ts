/** Where dates lie under every periodisation: of any date, and of an issue beside what people say of it. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { findIssueStages, listAllSchemes } from '../db/placements.ts';
import type { SchemeRow } from '../db/schemes.ts';
import { formatDate } from '../domain/time/format.ts';
import { formatInOtherCalendar } from '../domain/time/other-calendar.ts';
import { placeIn } from '../domain/time/placement.ts';
import type { Span } from '../domain/time/stages.ts';
import type { AppEnv } from '../env.ts';
import { json, open, problems } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { type HistoricalDate, IdParam } from '../shapes/common.ts';
import { IssueStages, type Placement, PlacementQuery, Placements } from '../shapes/timeline.ts';
import { requireBounds } from './dates.ts';
import { defaultHook } from './support.ts';

const getPlacements = createRoute({
  operationId: 'getPlacements',
  method: 'get',
  path: '/placements',
  tags: ['Periodisation'],
  summary: 'A date in words, in both calendars, and the stage it lies in under every scheme',
  ...open,
  request: { query: PlacementQuery },
  responses: { 200: json(Placements, 'The date and its places'), ...problems(422) },
});

const getIssueStages = createRoute({
  operationId: 'getIssueStages',
  method: 'get',
  path: '/issues/{id}/stages',
  tags: ['Periodisation'],
  summary: 'The stages of an issue: computed from its date, and apart from that asserted by people',
  ...open,
  request: { params: IdParam },
  responses: { 200: json(IssueStages, 'Computed and asserted stages'), ...problems(404) },
});

export const placementRoutes = new OpenAPIHono<AppEnv>({ defaultHook })
  .openapi(getPlacements, async (c) => {
    const date = c.req.valid('query');
    const bounds = requireBounds(date, ['query']);
    const schemes = await listAllSchemes(c.var.db);
    return c.json(
      {
        date: { ...date, ...bounds },
        words: { kk: formatDate(date, 'kk'), ru: formatDate(date, 'ru'), en: formatDate(date, 'en') },
        otherCalendar: inOtherCalendar(date),
        items: schemes.map((scheme) => toPlacement(scheme, bounds)),
      },
      200,
    );
  })
  .openapi(getIssueStages, async (c) => {
    const { issue, schemes, asserted } = await findIssueStages(c.var.db, c.req.valid('param').id);
    if (!issue) throw new ProblemError('not-found', 'No issue has this id.');
    const { id, date, earliest, latest } = issue;
    const answer: IssueStages = {
      issue: id,
      date: { ...date, earliest, latest },
      computed: schemes.map((scheme) => toPlacement(scheme, { earliest, latest })),
      asserted: asserted.map(({ retiredAt, ...stage }) => ({ ...stage, retired: retiredAt !== null })),
    };
    return c.json(answer, 200);
  });

function inOtherCalendar(date: HistoricalDate) {
  const [kk, ru, en] = (['kk', 'ru', 'en'] as const).map((language) => formatInOtherCalendar(date, language));
  return kk && ru && en ? { kk, ru, en } : null;
}

function toPlacement(scheme: SchemeRow, date: Span): Placement {
  const { stages, ...placement } = placeIn(scheme.stages, date);
  return {
    scheme: scheme.id,
    title: scheme.title,
    attribution: scheme.attribution,
    ...placement,
    stages: stages.map(({ stage: { id, key, label, earliest, latest }, level, fit }) => ({
      id,
      key,
      label,
      level,
      fit,
      earliest,
      latest,
    })),
  };
}
