/** The authority file and the periodisations. */
import {
  type AnySQLiteColumn,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Citation, HistoricalDate } from '../../shapes/common.ts';
import { id, json, time } from '../columns.ts';

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
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [index('entities_kind').on(t.kind, t.id)],
);

/** A name of an entity in one language and script; `key` is its folded form, for look-up in any script. */
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
    language: text('language').notNull(),
    kind: text('kind', { enum: ['preferred', 'variant', 'pseudonym', 'printed-as'] }).notNull(),
    source: json<Citation>('source'),
  },
  (t) => [index('name_forms_entity').on(t.entityId, t.position), index('name_forms_key').on(t.key)],
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

export const schemes = sqliteTable('schemes', {
  id: id(),
  slug: text('slug').unique(),
  title: json<Texts>('title').notNull(),
  attribution: text('attribution').notNull(),
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
    earliest: text('earliest'),
    latest: text('latest'),
    printed: text('printed'),
    citations: json<Citation[]>('citations'),
    note: text('note'),
  },
  (t) => [uniqueIndex('stages_key').on(t.schemeId, t.key)],
);
