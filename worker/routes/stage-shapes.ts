/** Schemes and stages as the API shows them. */
import type { SchemeRow, StageRow } from '../db/schemes.ts';
import type { Scheme, Stage } from '../shapes/schemes.ts';
import { isoTime, present } from './support.ts';

export function toScheme(row: SchemeRow): Scheme {
  const names = new Map(row.names.map(({ named, id, label }) => [named, { id, label }]));
  const scholars = row.scholars?.flatMap((id) => names.get(id) ?? []);
  return {
    id: row.id,
    url: `/api/v1/schemes/${row.id}`,
    title: row.title,
    attribution: row.attribution,
    ...present({ scholars, year: row.year, citations: row.citations, note: row.note }),
    version: row.version,
    stages: row.stages.map((stage) => toStage(stage, row.stages)),
    createdAt: isoTime(row.createdAt),
    updatedAt: isoTime(row.updatedAt),
  };
}

/** @param all the stages of its scheme, among them the one that it is a substage of */
export function toStage(row: StageRow, all: readonly StageRow[]): Stage {
  return {
    id: row.id,
    url: `/api/v1/stages/${row.id}`,
    scheme: row.schemeId,
    key: row.key,
    ...present({ parent: all.find(({ id }) => id === row.parentId)?.key }),
    label: row.label,
    calendar: row.calendar,
    ...present({ toCalendar: row.toCalendar }),
    from: row.from,
    to: row.to,
    earliest: row.earliest,
    latest: row.latest,
    ...present({
      characterisation: row.characterisation,
      printed: row.printed,
      citations: row.citations,
      note: row.note,
    }),
    ...(row.retiredAt === null ? {} : { retiredAt: isoTime(row.retiredAt) }),
  };
}
