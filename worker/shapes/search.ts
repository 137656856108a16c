import { Box, HistoricalDate, Id, TextByLanguage, z } from './common.ts';
import { Layer } from './pages.ts';

export const SearchMatch = z
  .object({
    line: Id,
    box: Box.nullable(),
    snippet: z.string(),
    highlights: z
      .array(z.tuple([z.int(), z.int()]))
      .openapi({ description: 'Found words in the snippet, [start, end) in UTF-16 code units' }),
    rule: z.enum(['exact', 'folded']).openapi({ description: 'exact: as typed; folded: by the search key' }),
  })
  .openapi('SearchMatch');
export type SearchMatch = z.infer<typeof SearchMatch>;

/** One page that answers the query: its best line first, the others in `matches`. */
export const SearchHit = SearchMatch.extend({
  page: Id,
  pageLabel: z.string(),
  issue: Id,
  issueNumber: z.string(),
  publication: Id,
  publicationTitle: TextByLanguage,
  date: HistoricalDate,
  layer: Layer,
  language: z.string(),
  revision: Id,
  matches: z.array(SearchMatch),
}).openapi('SearchHit');
export type SearchHit = z.infer<typeof SearchHit>;

export const Coverage = z
  .object({ reviewed: z.int(), transcribed: z.int(), ocr: z.int(), withoutText: z.int() })
  .openapi('Coverage', {
    description:
      'Pages within the filters: searched, by layer, and scanned but without text, so not searched',
  });

export const SearchAnswer = z
  .object({ items: z.array(SearchHit), next: z.string().nullable(), total: z.int(), coverage: Coverage })
  .openapi('SearchAnswer');
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const Stats = z
  .object({
    publications: z.int(),
    issues: z.int(),
    pages: z.object({
      scanned: z.int(),
      readByOcr: z.int(),
      transcribed: z.int(),
      reviewed: z.int(),
      withoutText: z.int(),
      byStatus: z.record(z.string(), z.int()),
    }),
    waiting: z.object({ revisions: z.int(), tags: z.int() }),
  })
  .openapi('Stats');
export type Stats = z.infer<typeof Stats>;
