import { Box, Id, Problem, Time, z } from './common.ts';

/** A page of the largest newspapers has some 1,500 lines, a line some 200 characters. */
export const MAX_LINES = 3000;
export const MAX_LINE_LENGTH = 4000;
const MAX_LINE_NOTES = 200;

export const Line = z
  .object({
    id: Id,
    text: z.string(),
    box: Box.nullable(),
    confidence: z
      .number()
      .min(0)
      .max(100)
      .optional()
      .openapi({ description: 'Of the OCR, 0 to 100; absent where a person wrote the line' }),
  })
  .openapi('Line');
export type Line = z.infer<typeof Line>;

export const RevisionOrigin = z.enum(['ocr', 'volunteer', 'review', 'import', 'restore']);

/** What a reviewer said of one line. */
export const LineNote = z
  .object({
    line: Id,
    note: z.string(),
    number: z.int().openapi({ description: 'Place of the line on the page when it was said, from 1' }),
    quote: z.string().openapi({ description: 'What the line said then' }),
  })
  .openapi('LineNote');
export type LineNote = z.infer<typeof LineNote>;

export const Review = z
  .object({
    decision: z.enum(['accept', 'return']),
    note: z.string().optional(),
    lineNotes: z.array(LineNote).optional(),
    reviewer: z.string(),
    reviewerId: Id,
    at: Time,
  })
  .openapi('Review');

/** One immutable version of a page's transcription. */
export const Revision = z
  .object({
    id: Id,
    url: z.string(),
    page: Id,
    number: z.int().openapi({ description: 'Position in the chain, from 1' }),
    parent: Id.nullable(),
    origin: RevisionOrigin,
    author: z.object({ id: Id, name: z.string() }).optional(),
    lines: z.array(Line),
    note: z.string().optional(),
    current: z.boolean(),
    createdAt: Time,
    submittedAt: Time.optional(),
    acceptedAt: Time.optional(),
    returnedAt: Time.optional(),
    review: Review.optional(),
  })
  .openapi('Revision');
export type Revision = z.infer<typeof Revision>;

/** A revision without its lines, for the history. */
export const RevisionSummary = Revision.omit({ lines: true })
  .extend({ lineCount: z.int() })
  .openapi('RevisionSummary');
export type RevisionSummary = z.infer<typeof RevisionSummary>;

/** What a page says now: its current revision, or an empty start (`id: null`) where nothing has been read or written. */
export const Transcription = Revision.omit({ id: true, url: true, number: true, origin: true })
  .extend({ id: Id.nullable(), number: z.int(), origin: RevisionOrigin.nullable() })
  .openapi('Transcription');
export type Transcription = z.infer<typeof Transcription>;

const SentLines = z
  .array(
    z.object({
      id: Id.optional(),
      text: z.string().max(MAX_LINE_LENGTH),
      box: Box.nullable().optional(),
    }),
  )
  .max(MAX_LINES);

export const TranscriptionSave = z
  .object({
    lines: SentLines,
    note: z.string().max(2000).optional(),
    submit: z.boolean().optional().openapi({ description: 'Also hand it in for review' }),
  })
  .openapi('TranscriptionSave');
export type TranscriptionSave = z.infer<typeof TranscriptionSave>;

/** 412: somebody saved first. Nothing is lost: both versions are here. */
export const Conflict = Problem.extend({
  current: Transcription,
  yours: TranscriptionSave,
}).openapi('Conflict');
export type Conflict = z.infer<typeof Conflict>;

export const RevisionReview = z
  .object({
    decision: z.enum(['accept', 'return']),
    note: z.string().max(2000).optional(),
    lineNotes: z
      .array(z.object({ line: Id, note: z.string().trim().min(1).max(1000) }))
      .max(MAX_LINE_NOTES)
      .optional()
      .openapi({
        description: 'Notes on single lines of the revision; the volunteer reads each at its line',
      }),
    corrections: z.object({ lines: SentLines }).optional().openapi({
      description:
        'With `accept`: small corrections. They become a revision of the reviewer’s own on top of the reviewed one, accepted with it',
    }),
  })
  .refine(
    (value) =>
      value.decision === 'accept' || (value.note ?? '').trim() !== '' || (value.lineNotes ?? []).length > 0,
    {
      path: ['note'],
      message:
        'or a note on a line is needed when a revision is returned: the volunteer reads it next to the text',
    },
  )
  .refine((value) => value.decision === 'accept' || value.corrections === undefined, {
    path: ['corrections'],
    message: 'belong to an acceptance: what is returned is corrected by its author',
  })
  .openapi('RevisionReview');
export type RevisionReview = z.infer<typeof RevisionReview>;
