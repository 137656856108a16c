import { Box, z } from './common.ts';
import { Coverage, MatchRule, SearchAnswer, SearchHit } from './search.ts';

/** One place where what was asked for stands, with the words around it. */
export const ConcordanceLine = SearchHit.pick({
  page: true,
  pageLabel: true,
  issue: true,
  issueNumber: true,
  publication: true,
  publicationTitle: true,
  date: true,
  earliest: true,
  latest: true,
  layer: true,
  language: true,
  revision: true,
  line: true,
  box: true,
})
  .extend({
    left: z.string().openapi({ description: 'The words before it, over the ends of lines, as written' }),
    match: z.string(),
    right: z.string(),
    rule: MatchRule,
    start: z.int().openapi({ description: 'Where in its line it stands, in UTF-16 code units' }),
    end: z.int().openapi({ description: 'Of the part that is in this line' }),
    wordBox: Box.nullable().openapi({ description: 'Where on the scan it stands, estimated' }),
  })
  .openapi('ConcordanceLine');
export type ConcordanceLine = z.infer<typeof ConcordanceLine>;

export const Concordance = z
  .object({
    items: z.array(ConcordanceLine),
    next: z.string().nullable(),
    pages: z.int().openapi({ description: 'Pages that answer the query' }),
    sortedPages: z.int().nullable().openapi({
      description:
        'By left or right only: how many of the pages, the first by relevance, were put in order. Fewer than `pages`: narrow the search to have all',
    }),
    coverage: Coverage,
    errorRate: SearchAnswer.shape.errorRate,
  })
  .openapi('Concordance');
