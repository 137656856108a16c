import { Day, HistoricalDate, Id, LanguageTag, Rights, TextByLanguage, Time, z } from './common.ts';

const Provenance = z
  .object({
    archive: z.string().max(500).optional(),
    fonds: z.string().max(500).optional(),
    file: z.string().max(500).optional(),
    note: z.string().max(2000).optional(),
    url: z.url().max(1000).optional(),
  })
  .openapi('Provenance');

const fields = {
  number: z.string().min(1).max(60),
  date: HistoricalDate,
  otherDates: z.array(HistoricalDate).max(5).optional().openapi({
    description: 'Further dates of the same masthead, such as the Hijri one; `date` is what sorts',
  }),
  language: LanguageTag,
  script: z
    .string()
    .regex(/^[A-Z][a-z]{3}$/, 'is not an ISO 15924 code, such as Arab or Cyrl')
    .optional(),
  orthography: z.string().min(1).max(60).optional().openapi({ example: 'pre-reform' }),
  rights: Rights.optional(),
  provenance: Provenance.optional(),
  note: z.string().max(4000).optional(),
};

/** One number of a periodical. */
export const Issue = z
  .object({
    id: Id,
    url: z.string(),
    publication: Id,
    publicationTitle: TextByLanguage,
    ...fields,
    date: HistoricalDate.extend({ earliest: Day.nullable(), latest: Day.nullable() }),
    earliest: Day.nullable(),
    latest: Day.nullable(),
    dateAgreement: z.enum(['single', 'agree', 'disagree']).openapi({
      description:
        'Whether the dates of the masthead can be one day; a Hijri one may be two days off. Those that disagree are kept as printed',
    }),
    dateGapDays: z
      .int()
      .optional()
      .openapi({ description: 'By how many days two of them miss each other at most' }),
    pages: z
      .object({
        total: z.int(),
        byStatus: z.record(z.string(), z.int()),
      })
      .openapi({ description: 'How many pages, and how many in each status' }),
    createdAt: Time,
    updatedAt: Time,
  })
  .openapi('Issue');
export type Issue = z.infer<typeof Issue>;

export const NewIssue = z.object({ publication: Id, ...fields }).openapi('NewIssue');
export const IssueChange = z.object(fields).partial().openapi('IssueChange');
