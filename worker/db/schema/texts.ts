/** What the pages say: revisions, their reviews, tags on them, and what search finds. */
import {
  type AnySQLiteColumn,
  index,
  integer,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { TagTarget } from '../../shapes/tags.ts';
import type { Line, LineNote } from '../../shapes/transcriptions.ts';
import { id, json, time } from '../columns.ts';
import { users } from './accounts.ts';
import { entities, stages } from './authority.ts';
// oxlint-disable-next-line import/no-cycle -- pages and revisions refer to each other, as their tables do
import { issues, ocrRuns, pages, publications } from './corpus.ts';

/**
 * The append-only chain of a page's transcriptions. (page_id, number) is unique, so that of two
 * saves on the same parent only one can be stored; the times are the only columns ever changed.
 */
export const revisions = sqliteTable(
  'revisions',
  {
    id: id(),
    pageId: text('page_id')
      .notNull()
      .references((): AnySQLiteColumn => pages.id),
    number: integer('number').notNull(),
    parentId: text('parent_id').references((): AnySQLiteColumn => revisions.id),
    origin: text('origin', { enum: ['ocr', 'volunteer', 'review', 'import', 'restore'] }).notNull(),
    authorId: text('author_id').references(() => users.id),
    ocrRunId: text('ocr_run_id'),
    lines: json<Line[]>('lines').notNull(),
    note: text('note'),
    createdAt: time('created_at').notNull(),
    submittedAt: time('submitted_at'),
    acceptedAt: time('accepted_at'),
    returnedAt: time('returned_at'),
  },
  (t) => [uniqueIndex('revisions_number').on(t.pageId, t.number), index('revisions_author').on(t.authorId)],
);

/** One decision on a submitted revision; a revision is decided once. */
export const revisionReviews = sqliteTable('revision_reviews', {
  revisionId: text('revision_id')
    .primaryKey()
    .references(() => revisions.id),
  decision: text('decision', { enum: ['accept', 'return'] }).notNull(),
  note: text('note'),
  lineNotes: json<LineNote[]>('line_notes'),
  reviewerId: text('reviewer_id')
    .notNull()
    .references(() => users.id),
  at: time('at').notNull(),
});

/** A statement that a span, a region or a page speaks of an entity or stage. */
export const tags = sqliteTable(
  'tags',
  {
    id: id(),
    pageId: text('page_id')
      .notNull()
      .references(() => pages.id),
    revisionId: text('revision_id').references(() => revisions.id),
    target: json<TagTarget>('target').notNull(),
    prefix: text('prefix'),
    suffix: text('suffix'),
    entityId: text('entity_id').references(() => entities.id),
    stageId: text('stage_id').references(() => stages.id),
    state: text('state', { enum: ['proposed', 'approved', 'rejected', 'detached'] }).notNull(),
    origin: text('origin', { enum: ['person', 'gazetteer'] }).notNull(),
    authorId: text('author_id').references(() => users.id),
    reason: text('reason'),
    /** Of a gazetteer's proposal: the rule that made it, how sure it is (0 to 1), and who else it may mean. */
    rule: text('rule'),
    confidence: real('confidence'),
    alternatives: json<string[]>('alternatives'),
    /** Who put a detached tag back on the text. */
    placedBy: text('placed_by').references(() => users.id),
    decision: text('decision', { enum: ['approve', 'reject'] }),
    reviewNote: text('review_note'),
    reviewerId: text('reviewer_id').references(() => users.id),
    reviewedAt: time('reviewed_at'),
    deletedAt: time('deleted_at'),
    createdAt: time('created_at').notNull(),
  },
  (t) => [
    index('tags_page').on(t.pageId),
    index('tags_state').on(t.state, t.createdAt),
    index('tags_entity').on(t.entityId, t.state),
    index('tags_stage').on(t.stageId, t.state),
    index('tags_rule').on(t.rule, t.state),
  ],
);

/**
 * What is searchable: one row per page, holding its best text (reviewed, else transcribed, else ocr).
 * The full-text index `search_words` (FTS5, in a custom migration) has the same rowid and two
 * columns: the words as written and their folded keys. What searches are narrowed by stands here too, so that
 * a hit needs no other table; a trigger follows changes of the issue.
 */
export const searchPages = sqliteTable(
  'search_pages',
  {
    rowid: integer('rowid').primaryKey(),
    pageId: text('page_id')
      .notNull()
      .references(() => pages.id),
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    layer: text('layer', { enum: ['ocr', 'transcribed', 'reviewed'] }).notNull(),
    foldVersion: integer('fold_version').notNull(),
    issueId: text('issue_id').references(() => issues.id),
    publicationId: text('publication_id').references(() => publications.id),
    earliest: text('earliest'),
    latest: text('latest'),
    script: text('script'),
    /** Of the text, as search counts them. */
    words: integer('words').notNull().default(0),
    indexedAt: time('indexed_at').notNull(),
  },
  (t) => [
    uniqueIndex('search_pages_page').on(t.pageId),
    index('search_pages_version').on(t.foldVersion),
    index('search_pages_issue').on(t.issueId),
    index('search_pages_months').on(t.earliest, t.latest, t.words),
  ],
);

/**
 * The words of the index: each key, what a spelling without vowels keeps of it, and whether it stood on a page of that
 * spelling. Grows only; re-indexing makes it anew.
 */
export const searchVocabulary = sqliteTable(
  'search_vocabulary',
  {
    key: text('key').primaryKey(),
    skeleton: text('skeleton').notNull(),
    old: integer('old').notNull(),
  },
  (t) => [index('search_vocabulary_skeleton').on(t.old, t.skeleton)],
);

/** A query that somebody wants to ask again. */
export const savedSearches = sqliteTable(
  'saved_searches',
  {
    id: id(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    /** The parameters of GET /search. */
    query: json<Record<string, string>>('query').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (t) => [index('saved_searches_user').on(t.userId, t.id)],
);

/** How many characters of a reading were wrong, against the text that a person then accepted. */
export const readingErrors = sqliteTable(
  'reading_errors',
  {
    ocrRunId: text('ocr_run_id')
      .primaryKey()
      .references(() => ocrRuns.id),
    pageId: text('page_id')
      .notNull()
      .references(() => pages.id),
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    script: text('script'),
    characters: integer('characters').notNull(),
    errors: integer('errors').notNull(),
    at: time('at').notNull(),
  },
  (t) => [index('reading_errors_script').on(t.script)],
);
