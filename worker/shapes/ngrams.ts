import { z } from './common.ts';
import { Coverage } from './search.ts';

/** Occurrences, and the pages they are on. */
const Counts = z.object({ occurrences: z.int(), pages: z.int() });
const Size = z.object({ words: z.int(), pages: z.int() });

const period = z.string().openapi({ example: '1913-02', description: 'A month, or a year where by=year' });

export const Ngrams = z
  .object({
    by: z.enum(['month', 'year']),
    series: z.array(
      z.object({
        query: z.string().openapi({ description: 'As typed' }),
        searched: z.array(z.string()).openapi({
          description: 'Its words as the index knows them: keys that all scripts share, or as typed',
        }),
        counts: z.array(Counts.extend({ period })),
        vague: Counts.openapi({ description: 'In issues whose date is wider than the period' }),
        undated: Counts,
      }),
    ),
    totals: z
      .array(Size.extend({ period }))
      .openapi({ description: 'All words within the filters: what a count is divided by for its frequency' }),
    vague: Size,
    undated: Size,
    coverage: Coverage,
  })
  .openapi('Ngrams');
export type Ngrams = z.infer<typeof Ngrams>;
