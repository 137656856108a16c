import { Box, Id, LanguageTag, Rights, z } from './common.ts';

/** One line of accepted text and where its picture is: what a model of OCR learns from. */
export const TrainingPair = z
  .object({
    page: Id,
    line: Id,
    revision: Id.openapi({ description: 'The accepted revision that the text is from' }),
    text: z.string().openapi({ description: 'Diplomatic, NFC' }),
    box: Box.openapi({ description: '[x, y, width, height] in pixels of the scan' }),
    script: z.string().openapi({ description: 'ISO 15924, of most of its letters' }),
    language: LanguageTag,
    orthography: z.string().optional(),
    models: z
      .array(z.object({ name: z.string(), version: z.string() }))
      .openapi({ description: 'Which models the page was read with; none where it was never read' }),
    scan: z.object({
      url: z.string(),
      type: z.string(),
      width: z.int(),
      height: z.int(),
      sha256: z.string(),
    }),
    pageUrl: z.string(),
    issue: Id,
    publication: Id,
    rights: Rights,
  })
  .openapi('TrainingPair');
export type TrainingPair = z.infer<typeof TrainingPair>;
