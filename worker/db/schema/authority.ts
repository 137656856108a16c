/** The authority file and the periodisations. */
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Citation, HistoricalDate } from '../../shapes/common.ts';
import { id, json, time } from '../columns.ts';
import { users } from './accounts.ts';

type Texts = Record<string, string>;

export const entities = sqliteTable(
  'entities',
  {
    id: id(),
    slug: text('slug').unique(),
    kind: text('kind', {
      enum: ['person', 'organisation', 'place', 'event', 'movement', 'periodical'],
    }).notNull(),
    label: json<Texts>('label').notNull(),
    note: json<Texts>('note'),
    doubt: json<Texts>('doubt'),
    dates: json<{ from?: string | undefined; to?: string | undefined }>('dates'),
    authorityIds: json<Record<string, string>>('authority_ids'),
    citations: json<Citation[]>('citations'),
    /** The record that this one was merged into, at the end of all merges; see `merges`. */
    mergedInto: text('merged_into').references((): AnySQLiteColumn => entities.id),
    /** Goes up with every change; earlier states lie in `record_versions`. */
    version: integer('version').notNull().default(1),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [index('entities_kind').on(t.kind, t.id), index('entities_merged').on(t.mergedInto)],
);

/**
 * A name of an entity in one language and script. `key` is its folded form, for look-up in any script;
 * `first_key` the folded stem of its first word, by which the gazetteer finds the forms that a text may hold.
 */
export const nameForms = sqliteTable(
  'name_forms',
  {
    id: id(),
    entityId: text('entity_id')
      .notNull()
      .references(() => entities.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    key: text('key').notNull(),
    firstKey: text('first_key').notNull().default(''),
    /** Which rules made the keys: those of older ones are made again. */
    foldVersion: integer('fold_version').notNull().default(1),
    language: text('language').notNull(),
    kind: text('kind', { enum: ['preferred', 'variant', 'pseudonym', 'printed-as'] }).notNull(),
    source: json<Citation>('source'),
    note: text('note'),
  },
  (t) => [
    index('name_forms_entity').on(t.entityId, t.position),
    index('name_forms_key').on(t.key),
    index('name_forms_first_key').on(t.firstKey),
  ],
);

/**
 * The words of every name form, for look-up while typing: `rest` is the form's key from this word on, so that one
 * range of the index finds all names in which a word begins so; `reversed` is the word from its end, which finds
 * words whose beginning was mistyped. Made from `name_forms`, at any time again.
 */
export const nameWords = sqliteTable(
  'name_words',
  {
    formId: text('form_id')
      .notNull()
      .references(() => nameForms.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    rest: text('rest').notNull(),
    reversed: text('reversed').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.formId, t.position] }),
    index('name_words_rest').on(t.rest),
    index('name_words_reversed').on(t.reversed),
  ],
);

export const relations = sqliteTable(
  'relations',
  {
    id: id(),
    subjectId: text('subject_id')
      .notNull()
      .references(() => entities.id, { onDelete: 'cascade' }),
    predicate: text('predicate').notNull(),
    objectId: text('object_id')
      .notNull()
      .references(() => entities.id),
    from: text('from_edtf'),
    to: text('to_edtf'),
    source: json<Citation>('source'),
  },
  (t) => [index('relations_subject').on(t.subjectId), index('relations_object').on(t.objectId)],
);

/** A dated statement with its source. Conflicting claims stand side by side, none is ever preferred silently. */
export const claims = sqliteTable(
  'claims',
  {
    id: id(),
    entityId: text('entity_id')
      .notNull()
      .references(() => entities.id, { onDelete: 'cascade' }),
    property: text('property').notNull(),
    date: json<HistoricalDate>('date'),
    earliest: text('earliest'),
    latest: text('latest'),
    value: text('value'),
    source: json<Citation>('source').notNull(),
    note: text('note'),
  },
  (t) => [index('claims_entity').on(t.entityId), index('claims_earliest').on(t.earliest)],
);

/** Two claims that cannot both hold, as a person or a source says; also of two entities. Kept once, smaller id first. */
export const claimConflicts = sqliteTable(
  'claim_conflicts',
  {
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id, { onDelete: 'cascade' }),
    otherId: text('other_id')
      .notNull()
      .references(() => claims.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.otherId] }), index('claim_conflicts_other').on(t.otherId)],
);

/** One record taken into another. Nothing is moved: links stay where they are and are read through `merged_into`. */
export const merges = sqliteTable(
  'merges',
  {
    id: id(),
    fromId: text('from_id')
      .notNull()
      .references(() => entities.id),
    intoId: text('into_id')
      .notNull()
      .references(() => entities.id),
    note: text('note'),
    actorId: text('actor_id').references(() => users.id),
    at: time('at').notNull(),
    undoneBy: text('undone_by').references(() => users.id),
    undoneAt: time('undone_at'),
  },
  (t) => [index('merges_from').on(t.fromId), index('merges_into').on(t.intoId)],
);

export const schemes = sqliteTable('schemes', {
  id: id(),
  slug: text('slug').unique(),
  title: json<Texts>('title').notNull(),
  attribution: text('attribution').notNull(),
  /** Entities: the scholars whose division it is. */
  scholars: json<string[]>('scholars'),
  year: text('year'),
  citations: json<Citation[]>('citations'),
  note: text('note'),
  version: integer('version').notNull().default(1),
  createdAt: time('created_at').notNull(),
  updatedAt: time('updated_at').notNull(),
});

export const stages = sqliteTable(
  'stages',
  {
    id: id(),
    schemeId: text('scheme_id')
      .notNull()
      .references(() => schemes.id),
    key: text('key').notNull(),
    parentId: text('parent_id').references((): AnySQLiteColumn => stages.id),
    position: integer('position').notNull(),
    label: json<Texts>('label').notNull(),
    characterisation: json<Texts>('characterisation'),
    calendar: text('calendar', { enum: ['julian', 'gregorian', 'hijri'] }).notNull(),
    from: text('from_edtf'),
    to: text('to_edtf'),
    /** Of `to`, where it is not that of `from`: some stages cross the change of calendar. */
    toCalendar: text('to_calendar', { enum: ['julian', 'gregorian', 'hijri'] }),
    earliest: text('earliest'),
    latest: text('latest'),
    printed: text('printed'),
    citations: json<Citation[]>('citations'),
    note: text('note'),
    /** A stage that its scheme no longer has; tags and old versions still point at it. */
    retiredAt: time('retired_at'),
  },
  (t) => [uniqueIndex('stages_key').on(t.schemeId, t.key)],
);
