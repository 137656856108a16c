import { Citation, HistoricalDate, Id, LanguageTag, TextByLanguage, Time, z } from './common.ts';
import { TagTarget } from './tags.ts';

export const EntityKind = z.enum(['person', 'organisation', 'place', 'event', 'movement', 'periodical']);
export type EntityKind = z.infer<typeof EntityKind>;

export const NameForm = z
  .object({
    text: z.string().min(1).max(300),
    language: LanguageTag,
    kind: z.enum(['preferred', 'variant', 'pseudonym', 'printed-as']),
    source: Citation.optional(),
  })
  .openapi('NameForm');

export const Relation = z
  .object({
    predicate: z.string().min(1).max(60).openapi({ example: 'editor-of' }),
    object: Id,
    objectLabel: TextByLanguage.optional().openapi({
      description: 'The name of the object; only in answers',
    }),
    from: z.string().max(60).optional(),
    to: z.string().max(60).optional(),
    source: Citation.optional(),
  })
  .openapi('Relation');

export const Claim = z
  .object({
    id: Id.optional(),
    property: z.string().min(1).max(60).openapi({ example: 'date' }),
    date: HistoricalDate.optional(),
    value: z.string().max(1000).optional(),
    source: Citation,
    note: z.string().max(1000).optional(),
  })
  .openapi('Claim', {
    description: 'A dated statement with its source; conflicting claims stand side by side',
  });

const fields = {
  kind: EntityKind,
  nameForms: z.array(NameForm).min(1).max(200),
  note: TextByLanguage.optional(),
  doubt: TextByLanguage.optional().openapi({ description: 'What else this name may mean in print' }),
  dates: z.object({ from: z.string().max(60).optional(), to: z.string().max(60).optional() }).optional(),
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
    mentionCount: z.int().openapi({ description: 'Approved tags' }),
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
  .extend({ matched: z.string().optional().openapi({ description: 'The name form that the query found' }) })
  .openapi('EntitySummary');
export type EntitySummary = z.infer<typeof EntitySummary>;

export const NewEntity = z.object(fields).openapi('NewEntity');
export const EntityChange = z.object(fields).omit({ kind: true }).partial().openapi('EntityChange');

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
