/** All schemes on one axis, with the corpus by month, events, and an entity's mentions. */
import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import { type CorpusRow, readTimeline } from '../db/timeline.ts';
import { findDateConflicts } from '../domain/claims/conflicts.ts';
import { overlaps } from '../domain/time/stages.ts';
import type { AppEnv } from '../env.ts';
import { open, problems } from '../http/operation.ts';
import { ProblemError } from '../http/problem.ts';
import { DayParam, Id, z } from '../shapes/common.ts';
import { Timeline, type TimelineEvent } from '../shapes/timeline.ts';
import { orCsv } from './send-csv.ts';
import { defaultHook, present } from './support.ts';
import { Part, sendPart } from './timeline-csv.ts';

const getTimeline = createRoute({
  operationId: 'getTimeline',
  method: 'get',
  path: '/timeline',
  tags: ['Periodisation'],
  summary: 'All periodisations, the corpus by month, events and mentions on one axis; also as CSV by part',
  ...open,
  request: {
    query: z.object({
      from: DayParam.default('1905-01-01').openapi({ description: 'Gregorian day; 1905-01-01 by default' }),
      to: DayParam.default('1920-12-31').openapi({ description: 'Gregorian day; 1920-12-31 by default' }),
      publication: Id.optional().openapi({ description: 'Count only issues of this periodical' }),
      entity: Id.optional().openapi({ description: 'Count mentions of this entity' }),
      format: z.enum(['json', 'csv']).default('json'),
      part: Part.default('months').openapi({ description: 'Which table, for format=csv' }),
    }),
  },
  responses: {
    200: {
      description: 'The timeline',
      content: { 'application/json': { schema: Timeline }, ...orCsv },
    },
    ...problems(422),
  },
});

export const timelineRoutes = new OpenAPIHono<AppEnv>({ defaultHook }).openapi(getTimeline, async (c) => {
  const { format, part, ...filter } = c.req.valid('query');
  if (filter.from > filter.to) {
    const message = `The axis ends (${filter.to}) before it begins (${filter.from}).`;
    throw new ProblemError('invalid-request', message, {
      errors: [{ path: ['query', 'to'], code: 'order', message }],
    });
  }
  const timeline = toTimeline(filter, await readTimeline(c.var.db, filter));
  return format === 'csv' ? sendPart(c, part, timeline) : c.json(timeline, 200);
});

function toTimeline(
  { from, to }: { from: string; to: string },
  { schemes, corpus, events, mentions }: Awaited<ReturnType<typeof readTimeline>>,
): Timeline {
  const totals = (place: CorpusRow['place']) => {
    const row = corpus.find((candidate) => candidate.place === place);
    return { issues: row?.issues ?? 0, pages: row?.scanned ?? 0 };
  };
  return {
    from,
    to,
    schemes: schemes.map(({ id, title, attribution, stages }) => ({
      id,
      title,
      attribution,
      stages: stages.map(({ id, key, parentId, label, earliest, latest }) => ({
        id,
        key,
        ...present({ parent: stages.find((other) => other.id === parentId)?.key }),
        label,
        earliest,
        latest,
      })),
    })),
    months: corpus.flatMap((row) => (row.month === null ? [] : [{ month: row.month, ...countsOf(row) }])),
    vague: corpus
      .filter(({ place }) => place === 'vague')
      .map((row) => ({ from: row.earliest, to: row.latest, ...countsOf(row) })),
    undated: totals('undated'),
    outside: totals('outside'),
    events: toEvents(events).filter((event) => overlaps(event, { earliest: from, latest: to })),
    mentions: mentions.flatMap(({ place, month, count }) =>
      place === 'month' && month !== null ? [{ month, count }] : [],
    ),
    mentionsElsewhere: mentions
      .filter(({ place }) => place !== 'month')
      .reduce((sum, { count }) => sum + count, 0),
  };
}

function countsOf({ issues, scanned, read, transcribed, reviewed }: CorpusRow) {
  return { issues, scanned, read, transcribed, reviewed };
}

/** Claims are compared with those of the same record only; others conflict where somebody says so. */
function toEvents(rows: Awaited<ReturnType<typeof readTimeline>>['events']): TimelineEvent[] {
  const contradicted = new Set(
    [...Map.groupBy(rows, ({ entity }) => entity).values()].flatMap((claims) => [
      ...findDateConflicts(
        claims.map(({ claim, date, ...row }) => ({ ...row, id: claim, calendar: date.calendar })),
      ).keys(),
    ]),
  );
  return rows.map(({ stated, ...row }) => ({
    ...row,
    conflicts: stated === 1 || contradicted.has(row.claim),
  }));
}
