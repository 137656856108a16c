/** Conflicts between claims that people state. */
import type { FullEntity, PointedAt } from '../db/entities.ts';
import type { FieldError } from '../http/problem.ts';
import type { Claim } from '../shapes/entities.ts';
import type { Matched } from './entity-rows.ts';

type Stated = FullEntity['stated'];

/**
 * The stated conflicts after a change of claims. A claim that names no list keeps its conflicts; a conflict that was
 * there stays while every claim of the change that does name a list names it, a new one needs to be named once.
 * @param after all claims that are shown with the record, as they are to be
 * @param sent the record's own claims of the change
 */
export function planConflicts(
  before: FullEntity,
  after: FullEntity['claims'],
  sent: readonly Matched<Claim>[],
  pointed: PointedAt[1],
  errors: FieldError[],
): Stated {
  const here = new Map(after.map((row) => [row.id, row]));
  const lists = new Map(
    sent.flatMap(({ id, part }) => (part.contradicts ? [[id, part.contradicts] as const] : [])),
  );
  const gone = new Set(before.claims.map(({ id }) => id).filter((id) => !here.has(id)));
  const elsewhere = new Map(
    [...before.stated, ...pointed].filter(({ id }) => !gone.has(id)).map((claim) => [claim.id, claim]),
  );
  for (const { id, index, part } of sent) {
    for (const [place, other] of (part.contradicts ?? []).entries()) {
      const path = ['claims', index, 'contradicts', place];
      if (other === id) errors.push({ path, code: 'itself', message: 'A claim cannot contradict itself.' });
      else if (!here.has(other) && !elsewhere.has(other)) {
        errors.push({ path, code: 'unknown', message: 'No claim has this id.' });
      }
    }
  }

  const pairs = new Map<string, [string, string]>();
  const add = (one: string, other: string) => pairs.set(pairKey(one, other), [one, other]);
  for (const { claimId, id } of before.stated) {
    const denied = lists.get(claimId)?.includes(id) === false || lists.get(id)?.includes(claimId) === false;
    if (!denied && here.has(claimId) && !gone.has(id)) add(claimId, id);
  }
  const had = new Set(before.stated.map(({ claimId, id }) => pairKey(claimId, id)));
  for (const [id, list] of lists) {
    for (const other of list) if (!had.has(pairKey(id, other))) add(id, other);
  }

  const { id: entity, label: entityLabel } = before.entity;
  const infoOf = (id: string) => {
    const row = here.get(id);
    if (row) return { ...row, entity, entityLabel };
    return elsewhere.get(id);
  };
  const sides = [...pairs.values()].flatMap(([one, other]) => [
    { claimId: one, other },
    { claimId: other, other: one },
  ]);
  return sides
    .filter(({ claimId }) => here.has(claimId))
    .flatMap(({ claimId, other }) => {
      const info = infoOf(other);
      return info ? [{ ...info, claimId }] : [];
    });
}

/** Which pairs of claims a change takes away and adds, the smaller id first, as they are kept. */
export function comparePairs(
  before: Stated,
  after: Stated,
): { removed: [string, string][]; added: [string, string][] } {
  const keysOf = (stated: Stated) => new Set(stated.map(({ claimId, id }) => pairKey(claimId, id)));
  const [had, has] = [keysOf(before), keysOf(after)];
  return { removed: pairsWithout(had, has), added: pairsWithout(has, had) };
}

function pairsWithout(keys: ReadonlySet<string>, others: ReadonlySet<string>): [string, string][] {
  return [...keys].filter((key) => !others.has(key)).map((key) => key.split(' ') as [string, string]);
}

/** Ids have no spaces. */
function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
