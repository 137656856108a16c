import { Id, TextByLanguage, z } from './common.ts';

const Measured = z.object({
  pages: z
    .int()
    .openapi({ description: 'Pages whose text was accepted and compared with their raw reading' }),
  characters: z.int().openapi({ description: 'Of the accepted texts: NFC, white space collapsed' }),
  errors: z.int().openapi({ description: 'Letters to insert, delete or replace (Levenshtein)' }),
  rate: z.number().nullable().openapi({ description: 'Share of characters that were read wrongly' }),
  enough: z.boolean().openapi({
    description:
      'Whether the rate rests on at least 5 pages and 10,000 characters; otherwise it is a first idea',
  }),
});

/** How well pages were read: measured on those whose text was accepted. */
export const ReadingErrors = z
  .object({
    all: Measured,
    byModel: z.array(
      Measured.extend({
        model: z.string().openapi({ description: 'Several that read together are joined by +' }),
        version: z.string(),
      }),
    ),
    byScript: z.array(Measured.extend({ script: z.string().nullable() })),
    byPublication: z.array(Measured.extend({ publication: Id, title: TextByLanguage })),
  })
  .openapi('ReadingErrors');
export type ReadingErrors = z.infer<typeof ReadingErrors>;
