import { Citation, HistoricalDate, Id, LanguageTag, TextByLanguage, Time, z } from './common.ts';
import { TagTarget } from './tags.ts';

export const EntityKind = z.enum(['person', 'organisation', 'place', 'event', 'movement', 'periodical']);
export type EntityKind = z.infer<typeof EntityKind>;

/** Parts of merged records are shown by the record that stays; they are changed only when the merge is undone. */
const PartOf = Id.optional().openapi({
  description: 'The merged record that this belongs to; only in answers',
});

export const NameForm = z
  .object({
    id: Id.optional().openapi({ description: 'Send it back with a change, and the form stays the same one' }),
    text: z.string().min(1).max(300),
    language: LanguageTag,
    kind: z.enum(['preferred', 'variant', 'pseudonym', 'printed-as']),
    source: Citation.optional(),
    note: z.string().max(1000).optional(),
    of: PartOf,
  })
  .openapi('NameForm');
export type NameForm = z.infer<typeof NameForm>;

export const Relation = z
  .object({
    id: Id.optional(),
    predicate: z.string().min(1).max(60).openapi({ example: 'editor-of' }),
    object: Id,
    objectLabel: TextByLanguage.optional().openapi({
      description: 'The name of the object; only in answers',
    }),
    objectKind: EntityKind.optional().openapi({ description: 'Only in answers' }),
    from: z.string().max(60).optional().openapi({ description: 'EDTF' }),
    to: z.string().max(60).optional(),
    source: Citation.optional(),
    of: PartOf,
  })
  .openapi('Relation');
export type Relation = z.infer<typeof Relation>;

/** A relation as seen from its other end. */
export const IncomingRelation = Relation.omit({ object: true, objectLabel: true, objectKind: true })
  .extend({ subject: Id, subjectLabel: TextByLanguage, subjectKind: EntityKind })
  .openapi('IncomingRelation');

/** A claim that another one cannot hold beside. */
export const ConflictingClaim = z
  .object({
    claim: Id,
    entity: Id,
    entityLabel: TextByLanguage,
    property: z.string(),
    date: HistoricalDate.optional(),
    value: z.string().optional(),
    source: Citation,
    reason: z.enum(['dates', 'stated']).openapi({
      description:
        'dates: the two give the same property days that do not meet; stated: a person or a source says that they conflict',
    }),
  })
  .openapi('ConflictingClaim');
export type ConflictingClaim = z.infer<typeof ConflictingClaim>;

export const Claim = z
  .object({
    id: Id.optional(),
    property: z.string().min(1).max(60).openapi({ example: 'date' }),
    date: HistoricalDate.optional(),
    value: z.string().max(1000).optional(),
    source: Citation,
    note: z.string().max(1000).optional(),
    contradicts: z.array(Id).max(50).optional().openapi({
      description:
        'Claims, also of other entities, that this one is said to conflict with; a claim sent without it keeps those it has',
    }),
    conflicts: z.array(ConflictingClaim).optional().openapi({ description: 'Only in answers' }),
    of: PartOf,
  })
  .openapi('Claim', {
    description: 'A dated statement with its source; conflicting claims stand side by side',
  });
export type Claim = z.infer<typeof Claim>;

const EntityDates = z
  .object({ from: z.string().max(60).optional(), to: z.string().max(60).optional() })
  .openapi({ description: 'EDTF, in Gregorian days' });

const fields = {
  kind: EntityKind,
  nameForms: z.array(NameForm).min(1).max(200),
  note: TextByLanguage.optional(),
  doubt: TextByLanguage.optional().openapi({ description: 'What else this name may mean in print' }),
  dates: EntityDates.optional(),
  relations: z.array(Relation).max(200).optional(),
  claims: z.array(Claim).max(200).optional(),
  authorityIds: z.record(z.string().max(40), z.string().max(200)).optional(),
  citations: z.array(Citation).max(100).optional(),
};

export const Entity = z
  .object({
    id: Id,
    url: z.string(),
    ...fields,
    label: TextByLanguage.openapi({ description: 'The preferred name by language' }),
    mentionCount: z.int().openapi({ description: 'Approved tags, those of merged records included' }),
    incoming: z.array(IncomingRelation).openapi({ description: 'Relations of others to this one' }),
    mergedInto: z
      .object({ id: Id, label: TextByLanguage })
      .optional()
      .openapi({ description: 'The record that this one was merged into: read that one' }),
    merged: z
      .array(
        z.object({
          id: Id,
          label: TextByLanguage,
          at: Time,
          by: z.string().optional(),
          note: z.string().optional(),
        }),
      )
      .openapi({ description: 'Records that were merged into this one' }),
    version: z.int().min(1),
    createdAt: Time,
    updatedAt: Time,
  })
  .openapi('Entity');
export type Entity = z.infer<typeof Entity>;

export const EntitySummary = Entity.pick({
  id: true,
  url: true,
  kind: true,
  label: true,
  note: true,
  doubt: true,
  mentionCount: true,
})
  .extend({
    matched: z.string().optional().openapi({ description: 'The name form that the query found' }),
    matchedLanguage: LanguageTag.optional(),
    matchedRule: z.enum(['exact', 'folded', 'prefix', 'word', 'near']).optional().openapi({
      description:
        'exact: the name as typed; folded: in another spelling or script; prefix: it begins so; word: a later word begins so; near: nearly so',
    }),
    dates: z.object({ from: z.string().optional(), to: z.string().optional() }).optional(),
    distinction: z
      .object({
        relations: z.array(z.object({ predicate: z.string(), object: Id, objectLabel: TextByLanguage })),
        otherNames: z.array(z.object({ text: z.string(), language: LanguageTag })),
      })
      .optional()
      .openapi({ description: 'What tells namesakes apart; in answers to a query' }),
  })
  .openapi('EntitySummary');
export type EntitySummary = z.infer<typeof EntitySummary>;

/** What of a record its history keeps: its own parts and fields, without what others say of it. */
export const EntityState = Entity.omit({
  mentionCount: true,
  incoming: true,
  mergedInto: true,
  merged: true,
}).openapi('EntityState');
export type EntityState = z.infer<typeof EntityState>;

export const NewEntity = z.object(fields).openapi('NewEntity');
export type NewEntity = z.infer<typeof NewEntity>;

export const EntityChange = z
  .object({
    nameForms: fields.nameForms,
    relations: fields.relations,
    claims: fields.claims,
    note: TextByLanguage.nullable(),
    doubt: TextByLanguage.nullable(),
    dates: EntityDates.nullable(),
    authorityIds: fields.authorityIds.nullable(),
    citations: fields.citations.nullable(),
    version: z.int().openapi({
      description: 'The version that was read: where there is a newer one, nothing is changed (412)',
    }),
    changeNote: z.string().max(1000).openapi({ description: 'Why; kept in the history' }),
  })
  .partial()
  .openapi('EntityChange', {
    description:
      'What is not sent stays; null takes a field away. A list replaces the one there is: parts with their ids stay the same parts, those without are new, those that are missing are taken away',
  });
export type EntityChange = z.infer<typeof EntityChange>;

export const NewMerge = z
  .object({
    into: Id.openapi({ description: 'The record that stays' }),
    note: z.string().max(1000).optional(),
  })
  .openapi('NewMerge');

/** One record taken into another. */
export const Merge = z
  .object({
    from: z.object({ id: Id, label: TextByLanguage }),
    into: z.object({ id: Id, label: TextByLanguage }).openapi({ description: 'As it was asked for' }),
    survivor: z
      .object({ id: Id, label: TextByLanguage })
      .openapi({ description: 'The record to read from now on; another where `into` had been merged too' }),
    note: z.string().optional(),
    at: Time,
  })
  .openapi('Merge');
export type Merge = z.infer<typeof Merge>;

/** One approved mention, with where it stands. */
export const Mention = z
  .object({
    tag: Id,
    page: Id,
    pageLabel: z.string(),
    issue: Id,
    issueNumber: z.string(),
    publication: Id,
    publicationTitle: TextByLanguage,
    date: HistoricalDate,
    language: z.string(),
    target: TagTarget,
    context: z.object({ prefix: z.string(), suffix: z.string() }).optional(),
  })
  .openapi('Mention');
export type Mention = z.infer<typeof Mention>;
