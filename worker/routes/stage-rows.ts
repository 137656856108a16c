/** The stages of a scheme as rows, and what must hold before they are stored. */
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { StageRow } from '../db/schemes.ts';
import { findNestingFaults } from '../domain/time/nesting.ts';
import { type FieldError, ProblemError } from '../http/problem.ts';
import type { NewScheme } from '../shapes/schemes.ts';
import { requireBounds } from './dates.ts';

type SentStage = z.infer<typeof NewScheme>['stages'][number];

/**
 * Stages as rows, in the order in which they were sent: keys unique, parents among them, bounds in order,
 * substages within their stages.
 * @param had the stages that the scheme has or had, whose ids their keys keep
 * @throws ProblemError `invalid-request`
 */
export function toStageRows(schemeId: string, sent: SentStage[], had: readonly StageRow[] = []): StageRow[] {
  const kept = new Map(had.map(({ key, id }) => [key, id]));
  const ids = new Map(sent.map(({ key }) => [key, kept.get(key) ?? uuidv7()]));
  const bounds = sent.map((stage, position) =>
    stageBounds({ ...stage, toCalendar: stage.toCalendar ?? null }, ['stages', position]),
  );
  const rows = sent.map((stage, position): StageRow => {
    const { parent, key, ...fields } = stage;
    return {
      id: ids.get(key) ?? uuidv7(),
      schemeId,
      key,
      parentId: parent === undefined ? null : (ids.get(parent) ?? null),
      position,
      ...fields,
      earliest: bounds[position]?.earliest ?? null,
      latest: bounds[position]?.latest ?? null,
      toCalendar: endCalendar(stage),
      retiredAt: null,
      characterisation: fields.characterisation ?? null,
      printed: fields.printed ?? null,
      citations: fields.citations ?? null,
      note: fields.note ?? null,
    };
  });
  const errors = [
    ...findStructureErrors(sent),
    ...bounds.flatMap(({ problem }) => problem ?? []),
    ...findNestingFaults(rows).map(({ stage, bound, message }) => ({
      path: ['stages', stage.position, bound],
      code: 'outside',
      message,
    })),
  ];
  if (errors.length > 0) throw new ProblemError('invalid-request', errors[0]?.message, { errors });
  return rows;
}

/** What is wrong with keys and parents. */
function findStructureErrors(sent: readonly SentStage[]): FieldError[] {
  const parents = new Map(sent.map((stage) => [stage.key, stage.parent]));
  return sent.flatMap(({ key, parent }, position) => {
    const errors: FieldError[] = [];
    const path = ['stages', position];
    if (sent.findIndex((other) => other.key === key) !== position) {
      errors.push({ path: [...path, 'key'], code: 'duplicate', message: `The key ${key} is used twice.` });
    }
    if (parent !== undefined && (parent === key || !parents.has(parent))) {
      const message = `No other stage has the key ${parent}.`;
      errors.push({ path: [...path, 'parent'], code: 'unknown', message });
    } else if (parent !== undefined && isOwnAncestor(key, parents)) {
      const message = `Following the parents of ${key} leads back to it.`;
      errors.push({ path: [...path, 'parent'], code: 'cycle', message });
    }
    return errors;
  });
}

/** The calendar of a stage's end, where it is stated in another than its beginning. */
export function endCalendar({
  calendar,
  to,
  toCalendar,
}: Pick<StageRow, 'calendar' | 'to'> & { toCalendar?: StageRow['toCalendar'] | undefined }) {
  return to === null || toCalendar === undefined || toCalendar === calendar ? null : toCalendar;
}

/**
 * The Gregorian days within which a stage lies, null where it is open, and what is wrong with their order.
 * @throws ProblemError `invalid-request` where a bound is no EDTF of its calendar
 */
export function stageBounds(
  { key, calendar, toCalendar, from, to }: Pick<StageRow, 'key' | 'calendar' | 'toCalendar' | 'from' | 'to'>,
  path: (string | number)[],
): { earliest: string | null; latest: string | null; problem?: FieldError } {
  const earliest = from === null ? null : requireBounds({ calendar, edtf: from }, [...path, 'from']).earliest;
  const latest =
    to === null
      ? null
      : requireBounds({ calendar: toCalendar ?? calendar, edtf: to }, [...path, 'to']).latest;
  if (earliest === null || latest === null || earliest <= latest) return { earliest, latest };
  const message = `Stage ${key} ends (${to}) before it begins (${from}).`;
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
