/** Work to be done, and what became of it. */
import { HistoricalDate, Id, LanguageTag, Paging, TextByLanguage, Time, listOf, z } from './common.ts';
import { Page, PageStatus } from './pages.ts';
import { Reservation, WorkKind } from './reservations.ts';
import { RevisionSummary } from './transcriptions.ts';

export const Difficulty = z.enum(['easy', 'middling', 'hard']).openapi('Difficulty', {
  description:
    'To transcribe: by the lines that will want mending, lines × (100 − mean confidence) / 100; a page that was not read is hard. To review: by the words that changed. Easy up to 20, middling up to 80',
});
export type Difficulty = z.infer<typeof Difficulty>;

export const NextWork = z
  .object({
    kind: WorkKind,
    language: LanguageTag.optional().openapi({ description: 'Also its varieties: `kk` finds kk-Arab' }),
    script: z.string().min(4).max(4).optional().openapi({ description: 'ISO 15924', example: 'Arab' }),
    difficulty: Difficulty.optional(),
    leaving: Id.optional().openapi({ description: 'The page one comes from: another is wanted' }),
  })
  .openapi('NextWork');
export type NextWork = z.infer<typeof NextWork>;

export const GivenWork = z
  .object({
    page: Page.nullable().openapi({ description: 'Null where nothing waits that one may do' }),
    reservation: Reservation.optional(),
    difficulty: Difficulty.optional(),
  })
  .openapi('GivenWork');
export type GivenWork = z.infer<typeof GivenWork>;

export const ContributionState = z.enum(['draft', 'waiting', 'returned', 'accepted', 'superseded']);
export type ContributionState = z.infer<typeof ContributionState>;

/** A revision of one's own, with what was said of it. */
export const Contribution = RevisionSummary.extend({
  state: ContributionState,
  thanks: z.array(z.object({ name: z.string(), at: Time })),
  on: z.object({
    publicationTitle: TextByLanguage,
    issueNumber: z.string(),
    date: HistoricalDate,
    sequence: z.int(),
    label: z.string().optional(),
    status: PageStatus,
  }),
}).openapi('Contribution');
export type Contribution = z.infer<typeof Contribution>;

export const Contributions = listOf('Contribution', Contribution)
  .extend({
    counts: z
      .object({
        pages: z.int().openapi({ description: 'Pages one has worked on' }),
        saved: z.int().openapi({ description: 'Revisions' }),
        handedIn: z.int(),
        accepted: z.int(),
        returned: z.int(),
        reviewed: z.int().openapi({ description: 'Decisions about the work of others' }),
        thanks: z.int(),
      })
      .openapi({ description: 'Over all of one’s work, whatever part of the list this is' }),
  })
  .openapi('Contributions');
export type Contributions = z.infer<typeof Contributions>;

export const ContributionQuery = Paging.extend({ state: ContributionState.optional() });

export const Thanks = z
  .object({ revision: Id, count: z.int(), at: Time.openapi({ description: 'When you thanked first' }) })
  .openapi('Thanks');

const StatusCounts = z
  .object({
    pages: z.int(),
    byStatus: z.partialRecord(PageStatus, z.int()),
  })
  .openapi('StatusCounts');

/** How far a publication is, and each of its issues in the order of their dates. */
export const Progress = listOf(
  'IssueProgress',
  StatusCounts.extend({ issue: Id, number: z.string(), date: HistoricalDate }).openapi('IssueProgress'),
)
  .extend({ publication: Id, total: StatusCounts })
  .openapi('Progress');
export type Progress = z.infer<typeof Progress>;

export const SecondReview = z
  .object({
    revision: Id,
    page: Page,
    askedAt: Time,
  })
  .openapi('SecondReview', { description: 'An accepted text about which a second reviewer is asked' });
export type SecondReview = z.infer<typeof SecondReview>;

export const SecondOpinion = z
  .object({ verdict: z.enum(['agree', 'differs']), note: z.string().max(2000).optional() })
  .refine((value) => value.verdict === 'agree' || (value.note ?? '').trim() !== '', {
    path: ['note'],
    message: 'is needed where you would have decided otherwise: say what you see',
  })
  .openapi('SecondOpinion');

export const GivenSecondOpinion = z
  .object({
    revision: Id,
    verdict: z.enum(['agree', 'differs']),
    note: z.string().optional(),
    at: Time,
  })
  .openapi('GivenSecondOpinion');
