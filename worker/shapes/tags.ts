import { Box, HistoricalDate, Id, TextByLanguage, Time, z } from './common.ts';

export const SpanTarget = z
  .object({
    type: z.literal('span'),
    line: Id,
    start: z.int().min(0).openapi({ description: 'UTF-16 code units from the start of the line' }),
    end: z.int().min(1),
    quote: z.string().min(1).max(2000),
  })
  .openapi('SpanTarget');

export const TagTarget = z
  .discriminatedUnion('type', [
    SpanTarget,
    z.object({ type: z.literal('page') }),
    z.object({ type: z.literal('region'), box: Box }),
  ])
  .openapi('TagTarget');
export type TagTarget = z.infer<typeof TagTarget>;

export const TagBody = z
  .union([z.object({ entity: Id }).strict(), z.object({ stage: Id }).strict()])
  .openapi('TagBody');
export type TagBody = z.infer<typeof TagBody>;

export const TagState = z.enum(['proposed', 'approved', 'rejected', 'detached']);

/** Where a tag stands, for those who decide on it without opening the page. */
export const TagPlace = z
  .object({
    pageLabel: z.string(),
    issue: Id,
    issueNumber: z.string(),
    publication: Id,
    publicationTitle: TextByLanguage,
    date: HistoricalDate,
    language: z.string(),
    width: z.int().openapi({ description: 'Of the scan, in pixels' }),
    height: z.int(),
    line: z.object({ text: z.string(), box: Box.nullable() }).nullable().openapi({
      description: 'The line that a span stands on, in the revision of the tag; null for pages and regions',
    }),
  })
  .openapi('TagPlace');
export type TagPlace = z.infer<typeof TagPlace>;

/** A statement that a span, a region or a page speaks of an entity or belongs to a stage. */
export const Tag = z
  .object({
    id: Id,
    url: z.string(),
    page: Id,
    revision: Id.nullable().openapi({ description: 'The revision on which the target stands' }),
    target: TagTarget,
    body: TagBody,
    bodyLabel: TextByLanguage.openapi({ description: 'The name of the entity or stage' }),
    bodyKind: z
      .string()
      .openapi({ description: 'person, organisation, place, event, movement, periodical or stage' }),
    state: TagState,
    author: z.object({ id: Id, name: z.string() }).optional(),
    origin: z.enum(['person', 'gazetteer']),
    reason: z.string().optional(),
    rule: z
      .string()
      .optional()
      .openapi({ description: 'Of a gazetteer’s proposal: the rule that made it', example: 'full-name' }),
    confidence: z.number().min(0).max(1).optional(),
    alternatives: z
      .array(z.object({ id: Id, label: TextByLanguage }))
      .optional()
      .openapi({ description: 'Other entities that the same words may mean' }),
    placedBy: z
      .object({ id: Id, name: z.string() })
      .optional()
      .openapi({ description: 'Who put it where it stands, after its words were gone' }),
    place: TagPlace,
    context: z.object({ prefix: z.string(), suffix: z.string() }).optional(),
    review: z
      .object({
        decision: z.enum(['approve', 'reject']),
        note: z.string().optional(),
        reviewer: z.string(),
        at: Time,
      })
      .optional(),
    createdAt: Time,
  })
  .openapi('Tag');
export type Tag = z.infer<typeof Tag>;

export const NewTag = z
  .object({ target: TagTarget, body: TagBody, reason: z.string().max(1000).optional() })
  .openapi('NewTag');
export const TagReview = z
  .object({ decision: z.enum(['approve', 'reject']), note: z.string().max(1000).optional() })
  .openapi('TagReview');
export type TagReview = z.infer<typeof TagReview>;

/** Decisions on many tags at once; each succeeds or fails for itself. */
export const TagReviews = z
  .object({
    decisions: z
      .array(
        z.object({ tag: Id, decision: z.enum(['approve', 'reject']), note: z.string().max(1000).optional() }),
      )
      .min(1)
      .max(200),
  })
  .openapi('TagReviews');

export const TagReviewResult = z
  .object({
    tag: Id,
    state: TagState.optional().openapi({ description: 'After the decision; absent where it was refused' }),
    problem: z
      .object({ type: z.string(), title: z.string(), detail: z.string().optional() })
      .optional()
      .openapi({ description: 'Why this one was refused' }),
  })
  .openapi('TagReviewResult');
export type TagReviewResult = z.infer<typeof TagReviewResult>;
export const TagReviewResults = z.object({ items: z.array(TagReviewResult) }).openapi('TagReviewResults');

/** Decisions to be taken back. */
export const TagReviewUndo = z.object({ tags: z.array(Id).min(1).max(200) }).openapi('TagReviewUndo');

/** Puts a detached tag back on the text. */
export const TagPlacing = z.object({ target: TagTarget }).openapi('TagPlacing');

/** Waiting tags that belong together: of one entity, one page or one rule. */
export const TagGroup = z
  .object({
    by: z.enum(['entity', 'page', 'rule']),
    key: z.string().openapi({
      description:
        'The id of the entity, stage or page, or the name of the rule: `person` where people proposed',
    }),
    label: TextByLanguage.openapi({
      description: 'Name of the entity or stage; title of the publication of a page',
    }),
    kind: z.string().optional().openapi({ description: 'Of an entity, as in `bodyKind` of a tag' }),
    place: TagPlace.omit({ line: true }).optional().openapi({ description: 'Of a page' }),
    count: z.int(),
    own: z.int().openapi({ description: 'Of these, proposed by the reader: somebody else decides' }),
    detached: z.int(),
    oldest: Time,
    minConfidence: z.number().optional(),
    maxConfidence: z.number().optional(),
  })
  .openapi('TagGroup');
export type TagGroup = z.infer<typeof TagGroup>;

/** How the proposals of one rule of the gazetteer fared. */
export const RuleRecord = z
  .object({
    rule: z.string(),
    description: TextByLanguage,
    proposed: z.int().openapi({ description: 'Waiting' }),
    approved: z.int(),
    rejected: z.int(),
    detached: z.int(),
    approvalRate: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .openapi({ description: 'approved / (approved + rejected); null before anything was decided' }),
  })
  .openapi('RuleRecord');
export type RuleRecord = z.infer<typeof RuleRecord>;
