import { Calendar, Citation, Day, HistoricalDate, Id, TextByLanguage, Time, z } from './common.ts';
import { versionOf } from './history.ts';

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
    retiredAt: Time.optional().openapi({
      description: 'Since when the scheme no longer has the stage; tags on it stay',
    }),
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
    scholars: z
      .array(z.object({ id: Id, label: TextByLanguage }))
      .optional()
      .openapi({ description: 'The scholars whose division it is, as entities' }),
    version: z.int().openapi({ description: 'Goes up with every change of the scheme or of a stage' }),
    stages: z.array(Stage),
    createdAt: Time,
    updatedAt: Time,
  })
  .openapi('Scheme');
export type Scheme = z.infer<typeof Scheme>;

/** The scholars as they are sent: ids of entities. */
const scholars = z.array(Id).max(20);

/** What a change may say of itself. */
const aboutChange = {
  version: z.int().openapi({
    description: 'The version that was read: where there is a newer one, nothing is changed (412)',
  }),
  changeNote: z.string().min(1).max(1000).openapi({ description: 'Why; kept in the history' }),
};

const NewStage = z.object(stageFields);

export const NewScheme = z
  .object({ ...schemeFields, scholars: scholars.optional(), stages: z.array(NewStage).max(100) })
  .openapi('NewScheme');
export const SchemeChange = z
  .object({
    ...schemeFields,
    scholars,
    stages: z.array(NewStage).max(100).openapi({
      description:
        'The whole list: a key that the scheme has or had is the same stage, a new key a new stage, one that is left out is retired',
    }),
    ...aboutChange,
  })
  .partial()
  .openapi('SchemeChange');

/** One state of a scheme in its history. */
export const SchemeVersion = versionOf('Scheme', Scheme);

export const StageIssue = z
  .object({
    issue: Id,
    publication: Id,
    publicationTitle: TextByLanguage,
    number: z.string(),
    date: HistoricalDate,
    earliest: Day.nullable(),
    latest: Day.nullable(),
    fit: z.enum(['inside', 'boundary', 'uncertain']).openapi({
      description:
        'inside: the whole date lies in this stage, and in no other but those above and below it; boundary: another stage claims it too; uncertain: only a part of the days it may mean lies in it',
    }),
    pages: z.int(),
  })
  .openapi('StageIssue');
export type StageIssue = z.infer<typeof StageIssue>;

/** A stage keeps its key and its place among the others: those are the scheme's structure. */
export const StageChange = z
  .object({ ...stageFields, toCalendar: Calendar.nullable(), ...aboutChange })
  .omit({ key: true, parent: true })
  .partial()
  .openapi('StageChange');
