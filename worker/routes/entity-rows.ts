/** The parts of an entity as rows of the database. */
import type { claims, nameForms, relations } from '../db/schema.ts';
import { keysOfForm } from '../db/name-keys.ts';
import { normaliseText } from '../domain/text/check-text.ts';
import { dateBounds } from '../domain/time/bounds.ts';
import type { Claim, NameForm, Relation } from '../shapes/entities.ts';

export type NameRow = typeof nameForms.$inferSelect;
export type RelationRow = typeof relations.$inferSelect;
export type ClaimRow = typeof claims.$inferSelect;

/** A part that was sent, its place in the list, and the id it has or gets. */
export interface Matched<T> {
  part: T;
  index: number;
  id: string;
}

/** The preferred name in each language; where none is marked, the first one. */
export function labelOf(
  forms: readonly { text: string; language: string; kind: string }[],
): Record<string, string> {
  const label: Record<string, string> = {};
  for (const form of forms) if (form.kind === 'preferred') label[form.language] ??= form.text;
  const first = forms[0];
  if (Object.keys(label).length === 0 && first) label[first.language] = first.text;
  return label;
}

/** A name as it is kept: NFC, without spaces around it. */
export function nameText(text: string): string {
  return normaliseText(text).trim();
}

export function nameRow(id: string, entityId: string, position: number, form: NameForm): NameRow {
  const text = nameText(form.text);
  const { language, kind, source = null, note = null } = form;
  return { id, entityId, position, text, ...keysOfForm(text), language, kind, source, note };
}

export function relationRow(
  id: string,
  subjectId: string,
  objectId: string,
  relation: Relation,
): RelationRow {
  const { predicate, from = null, to = null, source = null } = relation;
  return { id, subjectId, predicate, objectId, from, to, source };
}

/** Throws an EdtfError where the date is none. */
export function claimRow(id: string, entityId: string, claim: Claim): ClaimRow {
  const { property, date = null, value = null, source, note = null } = claim;
  const bounds = date ? dateBounds(date) : { earliest: null, latest: null };
  return { id, entityId, property, date, ...bounds, value, source, note };
}
