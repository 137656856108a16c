import { Box, HistoricalDate, Id, LanguageTag, Problem, TextByLanguage, Time, z } from './common.ts';
import { OcrNotice } from './ocr.ts';
import { Reservation } from './reservations.ts';

export const PageStatus = z.enum(['queued', 'reading', 'failed', 'read', 'draft', 'submitted', 'accepted']);
export type PageStatus = z.infer<typeof PageStatus>;

export const Layer = z.enum(['reviewed', 'transcribed', 'ocr']);
export type Layer = z.infer<typeof Layer>;

export const Scan = z
  .object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int(),
    type: z.string(),
    width: z.int(),
    height: z.int(),
    url: z.string().openapi({ description: 'The scan as it was uploaded' }),
    viewUrl: z
      .string()
      .openapi({ description: 'A rendition that browsers can show; the scan itself where they can' }),
    thumbnailUrl: z
      .string()
      .optional()
      .openapi({ description: 'A small PNG for lists, once the page has been looked at' }),
  })
  .openapi('Scan');

export const JobState = z.enum(['queued', 'running', 'done', 'failed']);

export const Job = z
  .object({
    id: Id,
    url: z.string(),
    kind: z.enum(['ocr']),
    page: Id,
    region: Box.optional().openapi({ description: 'The part of the scan that is read; absent: the whole' }),
    state: JobState,
    progress: z.number().min(0).max(1),
    step: z
      .string()
      .optional()
      .openapi({ description: 'What is being done, such as "reading column 2 of 5"' }),
    attempts: z.int(),
    error: Problem.optional(),
    ocrRun: Id.optional(),
    notices: z.array(OcrNotice).optional().openapi({
      description: 'What there is to know of the page now that it is read, such as that it is blank',
    }),
    createdAt: Time,
    startedAt: Time.optional(),
    finishedAt: Time.optional(),
  })
  .openapi('Job');
export type Job = z.infer<typeof Job>;

/** One scan and how far its text has come. */
export const Page = z
  .object({
    id: Id,
    url: z.string(),
    issue: Id,
    sequence: z.int(),
    label: z.string().optional(),
    scan: Scan,
    status: PageStatus,
    layer: z.enum(['none', 'ocr', 'transcribed', 'reviewed']),
    language: LanguageTag,
    orthography: z.string().optional(),
    currentRevision: Id.optional(),
    acceptedRevision: Id.optional(),
    ocrRun: Id.optional().openapi({
      description: 'The reading that stands for the page: its lines have words with boxes and confidences',
    }),
    job: Job.optional().openapi({ description: 'The newest reading job' }),
    sameScanAs: z.array(Id).optional().openapi({ description: 'Other pages made from the very same file' }),
    context: z
      .object({
        publication: Id,
        publicationTitle: TextByLanguage,
        issueNumber: z.string(),
        date: HistoricalDate,
      })
      .openapi({ description: 'What a list or a heading needs to name the page' }),
    suggestions: z.enum(['current', 'waiting']).openapi({
      description: 'Whether the gazetteer has looked for names in the current text',
    }),
    neighbours: z.object({ previous: Id.optional(), next: Id.optional() }).optional(),
    submittedAt: Time.optional(),
    submittedBy: z.string().optional(),
    reviewEffort: z
      .object({
        changedWords: z
          .int()
          .openapi({ description: 'In how many words the text differs from `comparedWith`' }),
        words: z.int().openapi({ description: 'Words of the text' }),
        comparedWith: z.enum(['accepted', 'ocr', 'nothing']).openapi({
          description: 'The text that was accepted before, else the first reading by machine, else nothing',
        }),
      })
      .optional()
      .openapi({ description: 'While the page waits for review: what that will take' }),
    reservation: Reservation.optional(),
    createdAt: Time,
    updatedAt: Time,
  })
  .openapi('Page');
export type Page = z.infer<typeof Page>;
