/** The tables behind the timeline. */
import type { Context } from 'hono';
import { z } from '../shapes/common.ts';
import type { Timeline } from '../shapes/timeline.ts';
import { inLanguages, sendCsv, textCells } from './send-csv.ts';

export const Part = z.enum(['months', 'stages', 'events', 'mentions']);
type Part = z.infer<typeof Part>;

const COUNTS = ['issues', 'scanned', 'read', 'transcribed', 'reviewed'] as const;

/** One table of the timeline as a CSV file. */
export function sendPart(c: Context, part: Part, timeline: Timeline): Response {
  const [header, rows] = TABLES[part](timeline);
  return sendCsv(c, `timeline-${part}`, header, rows);
}

type Table = [header: string[], rows: (string | number | boolean | null | undefined)[][]];

const TABLES: Record<Part, (timeline: Timeline) => Table> = {
  // Dates wider than a month have no month, but their days; so the table holds all that lies on the axis.
  months: ({ months, vague }) => [
    ['month', 'from', 'to', ...COUNTS],
    [
      ...months.map((row) => [row.month, null, null, ...COUNTS.map((name) => row[name])]),
      ...vague.map((row) => [null, row.from, row.to, ...COUNTS.map((name) => row[name])]),
    ],
  ],
  stages: ({ schemes }) => [
    [
      'scheme',
      'attribution',
      ...inLanguages('title'),
      'stage',
      'key',
      'parent',
      ...inLanguages('label'),
      'earliest',
      'latest',
    ],
    schemes.flatMap(({ id, attribution, title, stages }) =>
      stages.map((stage) => [
        id,
        attribution,
        ...textCells(title),
        stage.id,
        stage.key,
        stage.parent,
        ...textCells(stage.label),
        stage.earliest,
        stage.latest,
      ]),
    ),
  ],
  events: ({ events }) => [
    [
      'entity',
      ...inLanguages('label'),
      'property',
      'calendar',
      'edtf',
      'printed',
      'earliest',
      'latest',
      'conflicts',
      'source',
      'locator',
    ],
    events.map(({ entity, label, property, date, earliest, latest, conflicts, source }) => [
      entity,
      ...textCells(label),
      property,
      date.calendar,
      date.edtf,
      date.printed,
      earliest,
      latest,
      conflicts,
      source.source,
      source.locator,
    ]),
  ],
  mentions: ({ mentions }) => [['month', 'count'], mentions.map(({ month, count }) => [month, count])],
};
