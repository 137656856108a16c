/** The stages of a scheme as rows, and what must hold before they are stored. */
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { StageRow } from '../db/schemes.ts';
import { type FieldError, ProblemError } from '../http/problem.ts';
import type { NewScheme } from '../shapes/schemes.ts';
import { requireBounds } from './dates.ts';

/**
 * Stages as rows, in the order in which they were sent: keys unique, parents among them, bounds in order.
 * @throws ProblemError `invalid-request`
 */
export function toStageRows(schemeId: string, sent: z.infer<typeof NewScheme>['stages']): StageRow[] {
  const ids = new Map(sent.map((stage) => [stage.key, uuidv7()]));
  const parents = new Map(sent.map((stage) => [stage.key, stage.parent]));
  const errors: FieldError[] = [];
  const rows = sent.map((stage, position): StageRow => {
    const { parent, key, ...fields } = stage;
    const path = ['stages', position];
    const { earliest, latest, problem } = stageBounds(stage, path);
    if (sent.findIndex((other) => other.key === key) !== position) {
      errors.push({ path: [...path, 'key'], code: 'duplicate', message: `The key ${key} is used twice.` });
    }
    if (parent !== undefined && (parent === key || !ids.has(parent))) {
      errors.push({
        path: [...path, 'parent'],
        code: 'unknown',
        message: `No other stage has the key ${parent}.`,
      });
    }
    if (parent !== undefined && parent !== key && isOwnAncestor(key, parents)) {
      const message = `Following the parents of ${key} leads back to it.`;
      errors.push({ path: [...path, 'parent'], code: 'cycle', message });
    }
    if (problem) errors.push(problem);
    return {
      id: ids.get(key) ?? uuidv7(),
      schemeId,
      key,
      parentId: parent === undefined ? null : (ids.get(parent) ?? null),
      position,
      earliest,
      latest,
      ...fields,
      characterisation: fields.characterisation ?? null,
      printed: fields.printed ?? null,
      citations: fields.citations ?? null,
      note: fields.note ?? null,
      toCalendar: fields.toCalendar ?? null,
      retiredAt: null,
    };
  });
  if (errors.length > 0) throw new ProblemError('invalid-request', errors[0]?.message, { errors });
  return rows;
}

/**
 * The Gregorian days within which a stage lies, null where it is open, and what is wrong with their order.
 * @throws ProblemError `invalid-request` where a bound is no EDTF of the stage's calendar
 */
export function stageBounds(
  { calendar, from, to }: Pick<StageRow, 'calendar' | 'from' | 'to'>,
  path: (string | number)[],
): { earliest: string | null; latest: string | null; problem?: FieldError } {
  const daysOf = (edtf: string | null, field: string) =>
    edtf === null ? null : requireBounds({ calendar, edtf }, [...path, field]);
  const [earliest, latest] = [daysOf(from, 'from')?.earliest ?? null, daysOf(to, 'to')?.latest ?? null];
  if (earliest === null || latest === null || earliest <= latest) return { earliest, latest };
  const message = 'The stage ends before it begins.';
  return { earliest, latest, problem: { path: [...path, 'to'], code: 'order', message } };
}

/** The same rows, every stage after the one that it is a substage of, as the database wants them. */
export function parentsFirst(rows: readonly StageRow[]): StageRow[] {
  const ordered = new Set<StageRow>();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const add = (row: StageRow) => {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId);
    if (parent && !ordered.has(parent)) add(parent);
    ordered.add(row);
  };
  for (const row of rows) add(row);
  return [...ordered];
}

function isOwnAncestor(key: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(key); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === key) return true;
    seen.add(at);
  }
  return false;
}
