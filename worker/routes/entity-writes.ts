/** An entity's parts as rows, and what must hold before they are stored. */
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { Database, Statement } from '../db/client.ts';
import { findEntityIds, nameKey } from '../db/entities.ts';
import { claims, nameForms, relations } from '../db/schema.ts';
import { ProblemError } from '../http/problem.ts';
import type { EntityChange } from '../shapes/entities.ts';
import { requireBounds, requireEdtf } from './dates.ts';

type Parts = Pick<z.infer<typeof EntityChange>, 'nameForms' | 'relations' | 'claims'>;

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

/** Statements that replace the parts that were sent; parts that were not sent stay. */
export function replaceParts(db: Database, entityId: string, parts: Parts): Statement[] {
  const statements: Statement[] = [];
  if (parts.nameForms) {
    statements.push(db.delete(nameForms).where(eq(nameForms.entityId, entityId)));
    for (const [position, form] of parts.nameForms.entries()) {
      statements.push(
        db.insert(nameForms).values({ id: uuidv7(), entityId, position, key: nameKey(form.text), ...form }),
      );
    }
  }
  if (parts.relations) {
    statements.push(db.delete(relations).where(eq(relations.subjectId, entityId)));
    for (const { object, objectLabel: _label, ...relation } of parts.relations) {
      statements.push(
        db.insert(relations).values({ id: uuidv7(), subjectId: entityId, objectId: object, ...relation }),
      );
    }
  }
  if (parts.claims) {
    statements.push(db.delete(claims).where(eq(claims.entityId, entityId)));
    for (const [index, { id: _id, ...claim }] of parts.claims.entries()) {
      const bounds = claim.date ? requireBounds(claim.date, ['claims', index, 'date']) : {};
      statements.push(db.insert(claims).values({ id: uuidv7(), entityId, ...claim, ...bounds }));
    }
  }
  return statements;
}

/** @throws ProblemError `invalid-request` where a relation points at no entity, or a relation's date is no EDTF. */
export async function requireRelated(db: Database, parts: Parts): Promise<void> {
  for (const [index, relation] of (parts.relations ?? []).entries()) {
    requireEdtf(relation, ['relations', index]);
  }
  const wanted = [...new Set(parts.relations?.map((relation) => relation.object))];
  if (wanted.length === 0) return;
  const known = new Set((await findEntityIds(db, wanted)).map((row) => row.id));
  const errors = (parts.relations ?? []).flatMap((relation, index) =>
    known.has(relation.object)
      ? []
      : [{ path: ['relations', index, 'object'], code: 'unknown', message: 'No entity has this id.' }],
  );
  if (errors.length > 0) throw new ProblemError('invalid-request', errors[0]?.message, { errors });
}
