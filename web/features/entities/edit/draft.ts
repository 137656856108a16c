/** An entity while it is being written: every field a text, every row with a key of its own. */

import type {
  Claim,
  EntityKind,
  EntityState,
  NameForm,
  Relation,
} from '../../../../worker/shapes/entities.ts';
import { NO_SOURCE, type SourceDraft, citationKey, sourceDraft } from '../../../ui/source-fields.tsx';
import { newRowKey } from '../../../ui/row-key.ts';
import type { EntityRef } from '../entity-lookup.tsx';

export type NameKind = NameForm['kind'];
export type ClaimCalendar = NonNullable<Claim['date']>['calendar'];

/** `key` stands for a row in the form; `id` is the service's, absent in rows that are new. */
interface Row {
  key: string;
  id?: string;
}

export interface NameDraft extends Row {
  text: string;
  language: string;
  kind: NameKind;
  source: SourceDraft;
  note: string;
}

export interface RelationDraft extends Row {
  predicate: string;
  object: EntityRef | null;
  from: string;
  to: string;
  source: SourceDraft;
}

/** A claim of any record, with enough to name it. */
export interface ClaimRef {
  id: string;
  entityLabel: Record<string, string>;
  property: string;
}

export interface ClaimDraft extends Row {
  property: string;
  calendar: ClaimCalendar;
  edtf: string;
  printed: string;
  value: string;
  source: SourceDraft;
  note: string;
  contradicts: ClaimRef[];
}

export interface IdentifierDraft extends Row {
  authority: string;
  number: string;
}

export interface CitationDraft extends Row {
  citation: SourceDraft;
}

export interface EntityDraft {
  kind: EntityKind;
  nameForms: NameDraft[];
  relations: RelationDraft[];
  claims: ClaimDraft[];
  note: Record<string, string>;
  doubt: Record<string, string>;
  dates: { from: string; to: string };
  authorityIds: IdentifierDraft[];
  citations: CitationDraft[];
}

export function newName(language = 'kk-Cyrl', kind: NameKind = 'variant'): NameDraft {
  return { key: newRowKey(), text: '', language, kind, source: NO_SOURCE, note: '' };
}

export function newRelation(): RelationDraft {
  return { key: newRowKey(), predicate: '', object: null, from: '', to: '', source: NO_SOURCE };
}

export function newClaim(): ClaimDraft {
  return {
    key: newRowKey(),
    property: '',
    calendar: 'julian',
    edtf: '',
    printed: '',
    value: '',
    source: NO_SOURCE,
    note: '',
    contradicts: [],
  };
}

export function emptyDraft(kind: EntityKind = 'person'): EntityDraft {
  return {
    kind,
    nameForms: [newName('kk-Cyrl', 'preferred')],
    relations: [],
    claims: [],
    note: {},
    doubt: {},
    dates: { from: '', to: '' },
    authorityIds: [],
    citations: [],
  };
}

/** The parts of a record that are its own: those of records merged into it are changed in those. */
export function draftOf(entity: EntityState): EntityDraft {
  return {
    kind: entity.kind,
    nameForms: own(entity.nameForms).map((form) => ({
      ...newName(form.language, form.kind),
      ...rowOf(form),
      text: form.text,
      source: sourceDraft(form.source),
      note: form.note ?? '',
    })),
    relations: own(entity.relations ?? []).map((relation) => relationDraft(relation)),
    claims: own(entity.claims ?? []).map((claim) => claimDraft(claim)),
    note: entity.note ?? {},
    doubt: entity.doubt ?? {},
    dates: { from: entity.dates?.from ?? '', to: entity.dates?.to ?? '' },
    authorityIds: Object.entries(entity.authorityIds ?? {}).map(([authority, number]) => ({
      key: authority,
      authority,
      number,
    })),
    citations: (entity.citations ?? []).map((citation) => ({
      key: citationKey(citation),
      citation: sourceDraft(citation),
    })),
  };
}

/** What belongs to the record itself. */
function own<T extends { of?: string | undefined }>(parts: readonly T[]): T[] {
  return parts.filter((part) => part.of === undefined);
}

function relationDraft(relation: Relation): RelationDraft {
  return {
    ...newRelation(),
    ...rowOf(relation),
    predicate: relation.predicate,
    object: { id: relation.object, label: relation.objectLabel ?? { und: relation.object } },
    from: relation.from ?? '',
    to: relation.to ?? '',
    source: sourceDraft(relation.source),
  };
}

function claimDraft(claim: Claim): ClaimDraft {
  const stated = (claim.conflicts ?? []).filter((conflict) => conflict.reason === 'stated');
  return {
    ...newClaim(),
    ...rowOf(claim),
    property: claim.property,
    calendar: claim.date?.calendar ?? 'julian',
    edtf: claim.date?.edtf ?? '',
    printed: claim.date?.printed ?? '',
    value: claim.value ?? '',
    source: sourceDraft(claim.source),
    note: claim.note ?? '',
    contradicts: (claim.contradicts ?? []).map((id) => {
      const found = stated.find((conflict) => conflict.claim === id);
      return { id, entityLabel: found?.entityLabel ?? { und: id }, property: found?.property ?? '' };
    }),
  };
}

function rowOf({ id }: { id?: string | undefined }): Row {
  return id === undefined ? { key: newRowKey() } : { key: id, id };
}
