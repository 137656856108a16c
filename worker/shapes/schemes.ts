import { Calendar, Citation, Day, Id, TextByLanguage, Time, z } from './common.ts';

const stageFields = {
  key: z.string().min(1).max(20).openapi({ example: '1.2' }),
  parent: z
    .string()
    .max(20)
    .optional()
    .openapi({ description: 'The key of the stage that this is a substage of' }),
  label: TextByLanguage,
  characterisation: TextByLanguage.optional(),
  calendar: Calendar,
  toCalendar: Calendar.optional().openapi({ description: 'Of `to`, where it differs from `calendar`' }),
  from: z.string().max(60).nullable().openapi({ description: 'EDTF, or null: open or undated' }),
  to: z.string().max(60).nullable(),
  printed: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: 'The bounds as printed, where that differs' }),
  citations: z.array(Citation).max(20).optional(),
  note: z.string().max(2000).optional(),
};

export const Stage = z
  .object({
    id: Id,
    url: z.string(),
    scheme: Id,
    ...stageFields,
    earliest: Day.nullable(),
    latest: Day.nullable(),
  })
  .openapi('Stage');
export type Stage = z.infer<typeof Stage>;

const schemeFields = {
  title: TextByLanguage,
  attribution: z.string().min(1).max(500),
  year: z.string().max(60).optional(),
  citations: z.array(Citation).max(50).optional(),
  note: z.string().max(4000).optional(),
};

/** One scholar's division of the period into stages. */
export const Scheme = z
  .object({
    id: Id,
    url: z.string(),
    ...schemeFields,
    version: z.int(),
    stages: z.array(Stage),
    createdAt: Time,
    updatedAt: Time,
  })
  .openapi('Scheme');
export type Scheme = z.infer<typeof Scheme>;

export const NewScheme = z
  .object({ ...schemeFields, stages: z.array(z.object(stageFields)).max(100) })
  .openapi('NewScheme');
export const SchemeChange = z.object(schemeFields).partial().openapi('SchemeChange');

export const StageIssue = z
  .object({
    issue: Id,
    publication: Id,
    publicationTitle: TextByLanguage,
    number: z.string(),
    earliest: Day.nullable(),
    latest: Day.nullable(),
    fit: z.enum(['inside', 'boundary', 'uncertain']).openapi({
      description:
        'inside: the whole date lies in this stage alone; boundary: a stage beside it claims the date too; uncertain: only a part of the date lies in it',
    }),
    pages: z.int(),
  })
  .openapi('StageIssue');
export type StageIssue = z.infer<typeof StageIssue>;

/** A stage keeps its key and its place among the others: those are the scheme's structure. */
export const StageChange = z
  .object(stageFields)
  .omit({ key: true, parent: true })
  .partial()
  .openapi('StageChange');
