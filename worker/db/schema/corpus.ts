/** The corpus: publications, their issues, the pages scanned, and what reading them did. */
import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Box, Citation, HistoricalDate } from '../../shapes/common.ts';
import type { OcrNotice, OcrParameters } from '../../shapes/ocr.ts';
import { id, json, time } from '../columns.ts';
import { users } from './accounts.ts';
// oxlint-disable-next-line import/no-cycle -- pages and revisions refer to each other, as their tables do
import { revisions } from './texts.ts';

/** What was asked of a reading. */
export type JobParameters = OcrParameters & { models?: string[] | undefined };

type Rights = { statement: string; licence?: string | undefined; uri?: string | undefined };

export const publications = sqliteTable('publications', {
  id: id(),
  slug: text('slug').unique(),
  title: json<Record<string, string>>('title').notNull(),
  languages: json<string[]>('languages').notNull(),
  orthographies: json<string[]>('orthographies'),
  place: json<Record<string, string>>('place'),
  editors: json<string[]>('editors'),
  run: json<{ from?: string | undefined; to?: string | undefined }>('run'),
  rights: json<Rights>('rights'),
  note: text('note'),
  authorityIds: json<Record<string, string>>('authority_ids'),
  citations: json<Citation[]>('citations'),
  createdAt: time('created_at').notNull(),
  updatedAt: time('updated_at').notNull(),
});

export const issues = sqliteTable(
  'issues',
  {
    id: id(),
    publicationId: text('publication_id')
      .notNull()
      .references(() => publications.id),
    number: text('number').notNull(),
    date: json<HistoricalDate>('date').notNull(),
    /** Further dates of the same masthead, such as the Hijri one. */
    otherDates: json<HistoricalDate[]>('other_dates'),
    /** Gregorian days derived from `date`, for sorting and filtering. */
    earliest: text('earliest'),
    latest: text('latest'),
    language: text('language').notNull(),
    script: text('script'),
    orthography: text('orthography'),
    rights: json<Rights>('rights'),
    provenance: json<Record<string, string | undefined>>('provenance'),
    note: text('note'),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    index('issues_publication').on(t.publicationId, t.earliest),
    index('issues_earliest').on(t.earliest, t.id),
  ],
);

export const pages = sqliteTable(
  'pages',
  {
    id: id(),
    issueId: text('issue_id')
      .notNull()
      .references(() => issues.id),
    sequence: integer('sequence').notNull(),
    label: text('label'),
    scanSha256: text('scan_sha256').notNull(),
    scanBytes: integer('scan_bytes').notNull(),
    scanType: text('scan_type').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** 'png' where browsers cannot show the scan's own type and a rendition lies in R2. */
    viewType: text('view_type'),
    hasThumbnail: integer('has_thumbnail', { mode: 'boolean' }).notNull().default(false),
    status: text('status', {
      enum: ['queued', 'reading', 'failed', 'read', 'draft', 'submitted', 'accepted'],
    }).notNull(),
    layer: text('layer', { enum: ['none', 'ocr', 'transcribed', 'reviewed'] })
      .notNull()
      .default('none'),
    currentRevisionId: text('current_revision_id').references((): AnySQLiteColumn => revisions.id),
    acceptedRevisionId: text('accepted_revision_id').references((): AnySQLiteColumn => revisions.id),
    ocrRunId: text('ocr_run_id').references((): AnySQLiteColumn => ocrRuns.id),
    /** The revision and the rules by which the gazetteer last proposed tags. */
    suggestedRevisionId: text('suggested_revision_id'),
    suggestedRules: integer('suggested_rules'),
    uploadedBy: text('uploaded_by').references(() => users.id),
    submittedAt: time('submitted_at'),
    /** Of the text that was handed in last: what reviewing it takes. See worker/domain/review-effort.ts. */
    changedWords: integer('changed_words'),
    textWords: integer('text_words'),
    comparedWith: text('compared_with', { enum: ['accepted', 'ocr', 'nothing'] }),
    createdAt: time('created_at').notNull(),
    updatedAt: time('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('pages_sequence').on(t.issueId, t.sequence),
    index('pages_status').on(t.status, t.submittedAt, t.id),
    index('pages_layer').on(t.layer),
    index('pages_counts').on(t.issueId, t.layer),
    index('pages_scan').on(t.scanSha256),
  ],
);

export const jobs = sqliteTable(
  'jobs',
  {
    id: id(),
    kind: text('kind', { enum: ['ocr'] }).notNull(),
    pageId: text('page_id')
      .notNull()
      .references(() => pages.id),
    state: text('state', { enum: ['queued', 'running', 'done', 'failed'] }).notNull(),
    progress: real('progress').notNull().default(0),
    step: text('step'),
    attempts: integer('attempts').notNull().default(0),
    /** Models, clean-up, segmentation as asked for. */
    parameters: json<JobParameters>('parameters').notNull(),
    /** The part of the scan that is to be read; null: the whole page. */
    region: json<Box>('region'),
    /** A reading of the whole page that leaves its text as it is. */
    trial: integer('trial', { mode: 'boolean' }).notNull().default(false),
    error: json<Record<string, unknown>>('error'),
    notices: json<OcrNotice[]>('notices'),
    /** Until when the worker that runs it may be silent; after that another may take it over. */
    leaseUntil: time('lease_until'),
    ocrRunId: text('ocr_run_id').references((): AnySQLiteColumn => ocrRuns.id),
    requestedBy: text('requested_by').references(() => users.id),
    createdAt: time('created_at').notNull(),
    startedAt: time('started_at'),
    finishedAt: time('finished_at'),
  },
  (t) => [
    index('jobs_page').on(t.pageId, t.createdAt),
    index('jobs_unfinished')
      .on(t.state)
      .where(sql`state in ('queued', 'running')`),
  ],
);

/** One reading of a page. Kept for good; its lines and words lie in R2 as `ocr/{id}.json`. */
export const ocrRuns = sqliteTable(
  'ocr_runs',
  {
    id: id(),
    pageId: text('page_id')
      .notNull()
      .references((): AnySQLiteColumn => pages.id),
    jobId: text('job_id').notNull(),
    engine: text('engine').notNull(),
    engineVersion: text('engine_version').notNull(),
    models: json<{ name: string; version: string }[]>('models').notNull(),
    parameters: json<Record<string, string | number | boolean>>('parameters').notNull(),
    state: text('state', { enum: ['done', 'failed'] }).notNull(),
    meanConfidence: real('mean_confidence'),
    lineCount: integer('line_count').notNull(),
    warnings: json<string[]>('warnings').notNull(),
    notices: json<OcrNotice[]>('notices'),
    /** The part of the scan that was read; null: the whole page. */
    region: json<Box>('region'),
    trial: integer('trial', { mode: 'boolean' }).notNull().default(false),
    error: json<Record<string, unknown>>('error'),
    startedAt: time('started_at').notNull(),
    finishedAt: time('finished_at').notNull(),
  },
  (t) => [index('ocr_runs_page').on(t.pageId, t.startedAt)],
);

/**
 * A part of a page that is read by a message of its own. Its picture, made ready for reading, and what was read lie in
 * R2 until the run is put together.
 */
export const ocrTiles = sqliteTable(
  'ocr_tiles',
  {
    jobId: text('job_id')
      .notNull()
      .references(() => jobs.id),
    number: integer('number').notNull(),
    state: text('state', { enum: ['queued', 'running', 'done', 'failed'] }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    leaseUntil: time('lease_until'),
    error: json<{ code: string; message: string }>('error'),
  },
  (t) => [primaryKey({ columns: [t.jobId, t.number] })],
);

/** Who chose which reading over the others, and why; only added to. */
export const ocrChoices = sqliteTable(
  'ocr_choices',
  {
    id: id(),
    pageId: text('page_id')
      .notNull()
      .references(() => pages.id),
    ocrRunId: text('ocr_run_id')
      .notNull()
      .references(() => ocrRuns.id),
    chosenBy: text('chosen_by')
      .notNull()
      .references(() => users.id),
    reason: text('reason').notNull(),
    at: time('at').notNull(),
  },
  (t) => [index('ocr_choices_page').on(t.pageId, t.at)],
);

/** How many pages each layer has: every search says so, and counting them took longer than finding. Triggers keep it. */
export const pageCounts = sqliteTable('page_counts', {
  layer: text('layer').primaryKey(),
  pages: integer('pages').notNull(),
});
