/** From the form to what is sent, and what a person should mend before it is. */
import type { EntityChange, EntityState, NewEntity } from '../../../../worker/shapes/entities.ts';
import type { FieldProblem } from '../../../api/problem.ts';
import { type SourceDraft, citationOf } from '../../../ui/source-fields.tsx';
import { filledTexts } from '../../../ui/texts-field.tsx';
import { type EntityDraft, draftOf } from './draft.ts';

function hasSource(row: { source: SourceDraft }): boolean {
  return citationOf(row.source) !== undefined;
}

/** Rows in which nothing was written are left out, so that the places of errors are those of the rows shown. */
export function withoutEmptyRows(draft: EntityDraft): EntityDraft {
  return {
    ...draft,
    nameForms: draft.nameForms.filter((row) => row.text.trim() || row.note.trim() || hasSource(row)),
    relations: draft.relations.filter(
      (row) => row.predicate || row.object || row.from || row.to || hasSource(row),
    ),
    claims: draft.claims.filter(
      (row) => row.property || row.edtf.trim() || row.printed.trim() || row.value.trim() || hasSource(row),
    ),
    authorityIds: draft.authorityIds.filter((row) => row.authority.trim() || row.number.trim()),
    citations: draft.citations.filter((row) => citationOf(row.citation) !== undefined),
  };
}

/** The whole record as `POST /entities` takes it. */
export function bodyOf(draft: EntityDraft): NewEntity {
  const note = filledTexts(draft.note);
  const doubt = filledTexts(draft.doubt);
  const dates = filled({ from: text(draft.dates.from), to: text(draft.dates.to) });
  return {
    kind: draft.kind,
    nameForms: draft.nameForms.map((row) =>
      filled({
        id: row.id,
        text: row.text.trim(),
        language: row.language.trim(),
        kind: row.kind,
        source: citationOf(row.source),
        note: text(row.note),
      }),
    ),
    relations: draft.relations.map((row) =>
      filled({
        id: row.id,
        predicate: row.predicate.trim(),
        object: row.object?.id ?? '',
        from: text(row.from),
        to: text(row.to),
        source: citationOf(row.source),
      }),
    ),
    claims: draft.claims.map((row) =>
      filled({
        id: row.id,
        property: row.property.trim(),
        date: text(row.edtf)
          ? filled({ calendar: row.calendar, edtf: row.edtf.trim(), printed: text(row.printed) })
          : undefined,
        value: text(row.value),
        source: citationOf(row.source) ?? { source: '' },
        note: text(row.note),
        contradicts: row.contradicts.map(({ id }) => id),
      }),
    ),
    ...(note ? { note } : {}),
    ...(doubt ? { doubt } : {}),
    ...(dates.from || dates.to ? { dates } : {}),
    authorityIds: Object.fromEntries(
      draft.authorityIds.map((row) => [row.authority.trim(), row.number.trim()]),
    ),
    citations: draft.citations.flatMap((row) => citationOf(row.citation) ?? []),
  };
}

const PARTS = [
  'nameForms',
  'relations',
  'claims',
  'note',
  'doubt',
  'dates',
  'authorityIds',
  'citations',
] as const;

/**
 * What differs from the record as it was read, as `PATCH /entities/{id}` takes it: a field that was emptied is null.
 * Nothing but the version where nothing differs.
 */
export function changeOf(base: EntityState, draft: EntityDraft): EntityChange {
  const [before, after] = [bodyOf(draftOf(base)), bodyOf(draft)];
  const changed = PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
  return {
    ...Object.fromEntries(changed.map((part) => [part, after[part] ?? null])),
    version: base.version,
  };
}

/**
 * From the record as it is to an earlier state of it. Parts that were taken away since come back as new ones: their
 * ids are gone.
 */
export function changeBack(current: EntityState, earlier: EntityState): EntityChange {
  const known = new Set(
    [...current.nameForms, ...(current.relations ?? []), ...(current.claims ?? [])].map(({ id }) => id),
  );
  const anew = <R extends { id?: string }>(row: R): R => {
    if (known.has(row.id)) return row;
    const { id: _gone, ...rest } = row;
    return rest as R;
  };
  const draft = draftOf(earlier);
  return changeOf(current, {
    ...draft,
    nameForms: draft.nameForms.map(anew),
    relations: draft.relations.map(anew),
    claims: draft.claims.map(anew),
  });
}

/** The same without knowing the UI's language: which fields lack what. */
export type Missing = {
  path: (string | number)[];
  what:
    | 'name'
    | 'predicate'
    | 'object'
    | 'property'
    | 'statement'
    | 'source'
    | 'authority'
    | 'number'
    | 'sourceOfPlace';
};

/** What the service would refuse, said before it is asked. */
export function findMissing(draft: EntityDraft): Missing[] {
  const missing: Missing[] = [];
  const need = (ok: unknown, what: Missing['what'], ...path: (string | number)[]) => {
    if (!ok) missing.push({ path, what });
  };
  need(draft.nameForms.length > 0, 'name', 'nameForms');
  const source = (row: { source: SourceDraft }, ...path: (string | number)[]) => {
    if (citationOf(row.source)) need(row.source.source.trim(), 'sourceOfPlace', ...path, 'source', 'source');
  };
  for (const [index, row] of draft.nameForms.entries()) {
    need(row.text.trim(), 'name', 'nameForms', index, 'text');
    source(row, 'nameForms', index);
  }
  for (const [index, row] of draft.relations.entries()) {
    need(row.predicate.trim(), 'predicate', 'relations', index, 'predicate');
    need(row.object, 'object', 'relations', index, 'object');
    source(row, 'relations', index);
  }
  for (const [index, row] of draft.claims.entries()) {
    need(row.property.trim(), 'property', 'claims', index, 'property');
    need(row.edtf.trim() || row.value.trim(), 'statement', 'claims', index, 'date', 'edtf');
    need(row.source.source.trim(), 'source', 'claims', index, 'source', 'source');
  }
  for (const [index, row] of draft.authorityIds.entries()) {
    need(row.authority.trim(), 'authority', 'authorityIds', index, 'authority');
    need(row.number.trim(), 'number', 'authorityIds', index, 'number');
  }
  for (const [index, row] of draft.citations.entries()) {
    need(row.citation.source.trim(), 'sourceOfPlace', 'citations', index, 'source');
  }
  return missing;
}

/** The service names an identifier by its authority, the form by its row. */
export function atRows(errors: readonly FieldProblem[], draft: EntityDraft): FieldProblem[] {
  return errors.map((error) => {
    if (error.path[0] !== 'authorityIds') return error;
    const row = draft.authorityIds.findIndex(({ authority }) => authority.trim() === error.path[1]);
    return row < 0 ? error : { ...error, path: ['authorityIds', row, 'number'] };
  });
}

/** Undefined where nothing is written. */
function text(value: string): string | undefined {
  return value.trim() === '' ? undefined : value.trim();
}

function filled<T extends object>(fields: T): Filled<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Filled<T>;
}

/** Fields that may be undefined are fields that may be absent. */
type Filled<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
