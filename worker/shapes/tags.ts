import { Box, Id, TextByLanguage, Time, z } from './common.ts';

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
