import { Box, Day, HistoricalDate, Id, TextByLanguage, z } from './common.ts';
import { Layer } from './pages.ts';

/** The layers that have a text to search. */
export const TEXT_LAYERS = ['reviewed', 'transcribed', 'ocr'] as const;

export const MatchRule = z
  .enum(['exact', 'folded', 'prefix', 'inflected', 'name', 'vowels', 'near'])
  .openapi('MatchRule', {
    description:
      'exact: letter by letter as typed; folded: in another spelling or script; prefix: a word that begins so; inflected: with another ending; name: another name of the same entity; vowels: with vowels left out, as Kazakh was spelled before 1912, or with those that the query leaves out; near: nearly so, as misreadings are',
  });

export const Facet = z.enum(['publication', 'year', 'layer', 'script', 'status', 'entity', 'place', 'stage']);
export type Facet = z.infer<typeof Facet>;

export const SearchMatch = z
  .object({
    line: Id,
    box: Box.nullable(),
    snippet: z.string(),
    highlights: z
      .array(z.tuple([z.int(), z.int()]))
      .openapi({ description: 'Found words in the snippet, [start, end) in UTF-16 code units' }),
    highlightRules: z.array(MatchRule).openapi({ description: 'By which rule each of them was found' }),
    wordBoxes: z.array(Box.nullable()).openapi({
      description:
        'Where on the scan each of them stands, estimated from its place in the line; null where the line has no box',
    }),
    rule: MatchRule.openapi({ description: 'The loosest rule among them' }),
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
  earliest: Day.nullable(),
  latest: Day.nullable(),
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
export type Coverage = z.infer<typeof Coverage>;

export const FacetValues = z
  .object({
    facet: Facet,
    values: z.array(
      z.object({
        value: z.string().openapi({ description: 'What the filter of this name takes; empty: not known' }),
        label: TextByLanguage.optional(),
        kind: z.string().optional().openapi({ description: 'Of an entity; of a stage the id of its scheme' }),
        count: z.int().openapi({ description: 'Pages' }),
      }),
    ),
  })
  .openapi('FacetValues');
export type FacetValues = z.infer<typeof FacetValues>;

/** How a query was read: the words as the index knows them, and all that was searched beside them. */
export const Explanation = z
  .object({
    terms: z.array(
      z.object({
        typed: z.string(),
        match: z.enum(['folded', 'literal']),
        prefix: z.boolean(),
        keys: z.array(z.string()).openapi({ description: 'Search keys of its words' }),
        inflected: z
          .array(z.string())
          .openapi({ description: 'Keys of other forms of the word that the index has' }),
        vowels: z.array(z.string()).openapi({
          description: 'Keys that may be the word with vowels left out, or with those that it leaves out',
        }),
        near: z.array(z.string()).openapi({ description: 'Keys that may be misreadings of it' }),
      }),
    ),
    names: z.array(
      z.object({
        typed: z.string(),
        entity: Id,
        label: TextByLanguage,
        names: z.array(z.string()).openapi({ description: 'Other names that were searched too' }),
      }),
    ),
    expression: z.string().openapi({ description: 'What the full-text index was asked, all rules together' }),
    foldVersion: z.int().openapi({ description: 'Version of the rules that make the keys' }),
    weighed: z.boolean().openapi({
      description: 'Whether hits of one rule are ordered by bm25; not where a word stands nearly everywhere',
    }),
  })
  .openapi('Explanation');
export type Explanation = z.infer<typeof Explanation>;

export const SearchAnswer = z
  .object({
    items: z.array(SearchHit),
    next: z.string().nullable(),
    total: z.int(),
    coverage: Coverage,
    errorRate: z
      .object({
        characters: z.number().openapi({ description: 'Share of characters that were read wrongly' }),
        pages: z
          .int()
          .openapi({ description: 'Pages on which this was measured: those whose text was accepted' }),
      })
      .nullable()
      .openapi({
        description:
          'Of the raw layer, by comparing readings with accepted texts; null before anything was accepted',
      }),
    facets: z.array(FacetValues).optional(),
    explanation: Explanation.optional(),
  })
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
    secondReviews: z
      .object({ asked: z.int(), given: z.int(), agreed: z.int() })
      .openapi({ description: 'Accepted texts that a second reviewer was asked about, and what they said' }),
  })
  .openapi('Stats');
export type Stats = z.infer<typeof Stats>;
