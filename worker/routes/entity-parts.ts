/**
 * What a change makes of an entity's parts. A part that is sent with its id stays the same part, one without an id is
 * new, one that is missing from a sent list is taken away; parts of merged records are shown, not changed.
 */
import { uuidv7 } from 'uuidv7';
import type { FullEntity, PointedAt } from '../db/entities.ts';
import type { FieldError } from '../http/problem.ts';
import type { EntityChange } from '../shapes/entities.ts';
import { planConflicts } from './entity-conflicts.ts';
import { type Matched, claimRow, nameRow, relationRow } from './entity-rows.ts';
import { toEntity } from './entity-shapes.ts';

export type SentParts = Pick<EntityChange, 'nameForms' | 'relations' | 'claims'>;
type Parts = Pick<FullEntity, 'names' | 'relations' | 'claims' | 'stated'>;
type Path = (string | number)[];

/** The rows as they are to be, in the order in which they are read, and what cannot be. */
export interface PartsPlan {
  after: Parts;
  errors: FieldError[];
}

/** What a change points at: to be looked up before it is planned. */
export function pointersOf({ nameForms = [], relations = [], claims = [] }: SentParts) {
  return {
    objects: unique(relations.map(({ object }) => object)),
    claims: unique(claims.flatMap(({ contradicts = [] }) => contradicts)),
    parts: unique([...nameForms, ...relations, ...claims].map(({ id }) => id)),
  };
}

function unique(ids: (string | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** @param before the entity as it is; for a new one without any parts */
export function planParts(before: FullEntity, sent: SentParts, pointed: PointedAt): PartsPlan {
  const [objects, pointedClaims, known] = pointed;
  const errors: FieldError[] = [];
  const entityId = before.entity.id;
  const shown = toEntity(before);
  const revived = new Set(known.map(({ id }) => id));
  const after: Parts = {
    names: before.names,
    relations: before.relations,
    claims: before.claims,
    stated: before.stated,
  };

  if (sent.nameForms) {
    const own = matchParts(sent.nameForms, 'nameForms', shown.nameForms, revived, errors);
    const rows = own.map(({ part, id }, position) => nameRow(id, entityId, position, part));
    if (rows.length === 0 && errors.length === 0) {
      errors.push({ path: ['nameForms'], code: 'too_small', message: 'A record needs a name of its own.' });
    }
    after.names = [...rows, ...before.names.filter((row) => row.entityId !== entityId)];
  }

  if (sent.relations) {
    const byId = new Map(before.relations.map((row) => [row.id, row]));
    const own = matchParts(sent.relations, 'relations', shown.relations ?? [], revived, errors);
    const rows = own.flatMap(({ part, id, index }) => {
      const object = objects.find((found) => found.id === part.object);
      const path = ['relations', index, 'object'];
      const was = byId.get(id);
      if (!object) {
        errors.push({ path, code: 'unknown', message: 'No entity has this id.' });
        return [];
      }
      // A link to a record that was merged stays where it is, so that undoing the merge finds it there.
      const stays = was?.object === object.survivor;
      if (!stays && object.survivor === entityId) {
        errors.push({ path, code: 'itself', message: 'A record cannot be related to itself.' });
      }
      return [
        {
          ...relationRow(id, entityId, stays ? was.objectId : object.survivor, part),
          object: object.survivor,
          objectLabel: object.label,
          objectKind: object.kind,
        },
      ];
    });
    after.relations = [
      ...rows.sort(byIdOrder),
      ...before.relations.filter((row) => row.subjectId !== entityId),
    ];
  }

  if (sent.claims) {
    const own = matchParts(sent.claims, 'claims', shown.claims ?? [], revived, errors);
    const rows = own.map(({ part, id }) => claimRow(id, entityId, part));
    after.claims = [...rows.toSorted(byIdOrder), ...before.claims.filter((row) => row.entityId !== entityId)];
    after.stated = planConflicts(before, after.claims, own, pointedClaims, errors);
  }
  return { after, errors };
}

/** The parts that are the record's own. What cannot be matched is told in `errors`. */
function matchParts<T extends { id?: string | undefined; of?: string | undefined }>(
  sent: readonly T[],
  list: string,
  shown: readonly T[],
  revived: ReadonlySet<string>,
  errors: FieldError[],
): Matched<T>[] {
  const known = new Map(shown.map((part) => [part.id, part]));
  const seen = new Set<string>();
  const refuse = (path: Path, code: string, message: string) => {
    errors.push({ path, code, message });
    return [];
  };
  return sent.flatMap((part, index) => {
    const { id } = part;
    if (id === undefined && part.of === undefined) return [{ part, index, id: uuidv7() }];
    const was = known.get(id);
    const path = [list, index, 'id'];
    if (id !== undefined && seen.has(id))
      return refuse(path, 'repeated', 'This id stands in the list twice.');
    if (id !== undefined) seen.add(id);
    if (was?.of !== undefined) {
      return sameSaying(part, was)
        ? []
        : refuse(
            [list, index],
            'merged',
            'This belongs to a record that was merged into this one. Undo the merge to change it.',
          );
    }
    if (id === undefined || (was === undefined && !revived.has(id))) {
      return refuse(path, 'unknown', 'Nothing of this record has this id. Leave the id out of what is new.');
    }
    return [{ part, index, id }];
  });
}

/** Fields that only answers have, and links that others own. */
const DERIVED = new Set(['of', 'objectLabel', 'objectKind', 'conflicts', 'contradicts']);

function sameSaying(a: object, b: object): boolean {
  return saying(a) === saying(b);
}

function saying(value: unknown): string {
  return JSON.stringify(value, (key, member: unknown) => {
    if (DERIVED.has(key)) return undefined;
    if (member === null || typeof member !== 'object' || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

function byIdOrder(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
