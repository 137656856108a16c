import { Citation, Id, LanguageTag, Rights, TextByLanguage, Time, z } from './common.ts';

const fields = {
  title: TextByLanguage,
  languages: z.array(LanguageTag).min(1).max(20),
  orthographies: z.array(z.string().min(1).max(60)).max(20).optional(),
  place: TextByLanguage.optional(),
  editors: z.array(z.string().min(1).max(200)).max(50).optional(),
  run: z
    .object({ from: z.string().max(60).optional(), to: z.string().max(60).optional() })
    .optional()
    .openapi({ description: 'First and last issue, EDTF' }),
  rights: Rights.optional(),
  note: z.string().max(4000).optional(),
  authorityIds: z.record(z.string().max(40), z.string().max(200)).optional(),
  citations: z.array(Citation).max(50).optional(),
};

/** A periodical. */
export const Publication = z
  .object({
    id: Id,
    url: z.string(),
    ...fields,
    issueCount: z.int(),
    pageCount: z.int(),
    createdAt: Time,
    updatedAt: Time,
  })
  .openapi('Publication');
export type Publication = z.infer<typeof Publication>;

export const NewPublication = z.object(fields).openapi('NewPublication');
export const PublicationChange = z.object(fields).partial().openapi('PublicationChange');
