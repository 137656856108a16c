/** A stage as the API shows it. */
import type { StageRow } from '../db/schemes.ts';
import type { Stage } from '../shapes/schemes.ts';
import { present } from './support.ts';

export function toStage(row: StageRow, parentKey?: string): Stage {
  return {
    id: row.id,
    url: `/api/v1/stages/${row.id}`,
    scheme: row.schemeId,
    key: row.key,
    ...present({ parent: parentKey }),
    label: row.label,
    calendar: row.calendar,
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
  };
}
