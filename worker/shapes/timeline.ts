/** Dates under the periodisations, the corpus by month, and two periodisations held against each other. */
import { Calendar, Citation, Day, HistoricalDate, Id, TextByLanguage, z } from './common.ts';

const Fit = z.enum(['inside', 'boundary', 'uncertain']).openapi({
  description:
    'inside: the whole date lies in this stage, and in no other but those above and below it; boundary: another stage claims it too; uncertain: only a part of the days it may mean lies in it',
});

const Verdict = z.enum(['inside', 'boundary', 'uncertain', 'gap', 'undated']).openapi({
  description:
    'inside: on each level the whole date lies in one stage; boundary: stages of one level share it; uncertain: the date is wider than a stage; gap: it lies in no stage; undated: the scheme has no dates, or the date is not known',
});

/** Where a date lies in one scheme; computed from days alone, whatever people have tagged. */
export const Placement = z
  .object({
    scheme: Id,
    title: TextByLanguage,
    attribution: z.string(),
    verdict: Verdict,
    gap: z
      .enum(['before', 'after', 'between'])
      .optional()
      .openapi({ description: 'Of a gap: before all stages, after them, or between two' }),
    undated: z.enum(['scheme', 'date']).optional().openapi({ description: 'What has no dates' }),
    stages: z.array(
      z.object({
        id: Id,
        key: z.string(),
        label: TextByLanguage,
        level: z.int().openapi({ description: '1 for a stage, 2 for its substages' }),
        fit: Fit,
        earliest: Day.nullable(),
        latest: Day.nullable(),
      }),
    ),
  })
  .openapi('Placement');
export type Placement = z.infer<typeof Placement>;

const InLanguages = z.object({ kk: z.string(), ru: z.string(), en: z.string() });

export const PlacementQuery = z.object({
  calendar: Calendar,
  edtf: z.string().min(1).max(100).openapi({ example: '1917-07' }),
});

/** A date, in words, and its place in every scheme. */
export const Placements = z
  .object({
    date: HistoricalDate.extend({ earliest: Day.nullable(), latest: Day.nullable() }),
    words: InLanguages,
    otherCalendar: InLanguages.nullable().openapi({
      description:
        'The same days in the other calendar: Gregorian ones of a Julian or (about) of a Hijri date, Julian ones of a Gregorian date',
    }),
    items: z.array(Placement),
  })
  .openapi('Placements');

/** A stage that people tagged pages of an issue with, by what they say, whatever the date. */
const AssertedStage = z
  .object({
    scheme: Id,
    title: TextByLanguage,
    stage: Id,
    key: z.string(),
    label: TextByLanguage,
    retired: z.boolean().openapi({ description: 'Whether the scheme no longer has this stage' }),
    approved: z.int().openapi({ description: 'Tags' }),
    proposed: z.int(),
  })
  .openapi('AssertedStage');

export const IssueStages = z
  .object({
    issue: Id,
    date: HistoricalDate.extend({ earliest: Day.nullable(), latest: Day.nullable() }),
    computed: z.array(Placement).openapi({ description: 'By the date, under every scheme' }),
    asserted: z
      .array(AssertedStage)
      .openapi({ description: 'By people, through tags; never mixed with what is computed' }),
  })
  .openapi('IssueStages');
export type IssueStages = z.infer<typeof IssueStages>;

const Counts = z.object({
  issues: z.int().openapi({ description: 'Issues known, scanned or not' }),
  scanned: z.int().openapi({ description: 'Pages with a scan' }),
  read: z.int().openapi({ description: 'Of those, pages that have a text, by machine or by people' }),
  transcribed: z.int().openapi({ description: 'Of those, pages whose text people have worked on' }),
  reviewed: z.int().openapi({ description: 'Of those, pages whose text was accepted' }),
});

const Month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .openapi({ example: '1913-02', description: 'Gregorian month' });

export const TimelineEvent = z
  .object({
    entity: Id,
    label: TextByLanguage,
    claim: Id,
    property: z.string().openapi({ example: 'date' }),
    date: HistoricalDate,
    earliest: Day.nullable(),
    latest: Day.nullable(),
    source: Citation,
    conflicts: z.boolean().openapi({
      description:
        'Whether another claim contradicts it: on the same property with days that do not meet, or as somebody says',
    }),
  })
  .openapi('TimelineEvent');
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** All that the picture of the years is drawn from. */
export const Timeline = z
  .object({
    from: Day,
    to: Day,
    schemes: z.array(
      z.object({
        id: Id,
        title: TextByLanguage,
        attribution: z.string(),
        stages: z.array(
          z.object({
            id: Id,
            key: z.string(),
            parent: z.string().optional().openapi({ description: 'The key of its stage' }),
            label: TextByLanguage,
            earliest: Day.nullable(),
            latest: Day.nullable(),
          }),
        ),
      }),
    ),
    months: z.array(Counts.extend({ month: Month })).openapi({
      description:
        'Issues whose whole date lies in one Gregorian month, and their pages; months without any are left out. A Julian month lies in two Gregorian ones, so it counts as vague',
    }),
    vague: z.array(Counts.extend({ from: Day.nullable(), to: Day.nullable() })).openapi({
      description: 'Issues whose date is wider than a Gregorian month, by the days it may mean; null is open',
    }),
    undated: z.object({ issues: z.int(), pages: z.int() }),
    outside: z
      .object({ issues: z.int(), pages: z.int() })
      .openapi({ description: 'What is dated before `from` or after `to`' }),
    events: z.array(TimelineEvent).openapi({ description: 'Dated claims on events, by date' }),
    mentions: z.array(z.object({ month: Month, count: z.int() })).openapi({
      description: 'Approved tags on `entity` (and on records merged into it), by the month of the issue',
    }),
    mentionsElsewhere: z
      .int()
      .openapi({ description: 'Those in issues that stand in no single month of the axis' }),
  })
  .openapi('Timeline');
export type Timeline = z.infer<typeof Timeline>;

/** Sources by where two schemes put them. */
const Place = {
  key: z.string().openapi({
    description:
      'For `a` and `b` of the list of issues: ids of stages with commas between, `gap` or `undated`',
  }),
  stages: z.array(Id).openapi({
    description:
      'The stages that share the sources of this place; several on a boundary, or where a date is wide',
  }),
  issues: z.int(),
  pages: z.int(),
};

export const ComparisonPlace = z.object(Place).openapi('ComparisonPlace');
export type ComparisonPlace = z.infer<typeof ComparisonPlace>;

const ComparedScheme = z.object({
  id: Id,
  title: TextByLanguage,
  attribution: z.string(),
  stages: z.array(
    z.object({ id: Id, key: z.string(), parent: z.string().optional(), label: TextByLanguage }),
  ),
});

export const Comparison = z
  .object({
    a: ComparedScheme,
    b: ComparedScheme,
    level: z.enum(['top', 'all']),
    rows: z.array(ComparisonPlace).openapi({
      description: 'Places in `a`: its stages, also empty ones; what several share; gap; undated',
    }),
    columns: z.array(ComparisonPlace).openapi({ description: 'Places in `b`' }),
    cells: z
      .array(
        z.object({
          row: z.string().openapi({ description: '`key` of the row' }),
          column: z.string(),
          a: z.array(Id),
          b: z.array(Id),
          issues: z.int(),
          pages: z.int(),
          moves: z.boolean().openapi({
            description:
              'Whether the sources leave the company of their row: most issues of the row stand in another column',
          }),
        }),
      )
      .openapi({ description: 'Only those in which there is something' }),
    moving: z.object({ issues: z.int(), pages: z.int() }).openapi({ description: 'In the cells that move' }),
    total: z.object({ issues: z.int(), pages: z.int() }),
  })
  .openapi('Comparison');
export type Comparison = z.infer<typeof Comparison>;
