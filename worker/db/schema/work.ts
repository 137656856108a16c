/** Who works where, and what people say of each other's work. */
import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { time } from '../columns.ts';
import { users } from './accounts.ts';
import { pages } from './corpus.ts';
import { revisions } from './texts.ts';

/**
 * A page that somebody works on until `until`; nobody is kept out by it. Past ones stay for a day, so that a page
 * somebody left is not the very next one given to them.
 */
export const reservations = sqliteTable(
  'reservations',
  {
    pageId: text('page_id')
      .notNull()
      .references(() => pages.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind', { enum: ['transcribe', 'review'] }).notNull(),
    until: time('until').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pageId, t.userId] }),
    index('reservations_user').on(t.userId),
    index('reservations_until').on(t.until),
  ],
);

/** An accepted text that a second reviewer is asked about, and what they said; one opinion each. */
export const secondReviews = sqliteTable(
  'second_reviews',
  {
    revisionId: text('revision_id')
      .primaryKey()
      .references(() => revisions.id),
    askedAt: time('asked_at').notNull(),
    reviewerId: text('reviewer_id').references(() => users.id),
    verdict: text('verdict', { enum: ['agree', 'differs'] }),
    note: text('note'),
    at: time('at'),
  },
  (t) => [index('second_reviews_verdict').on(t.verdict, t.askedAt)],
);

/** Somebody thanked somebody for a revision; once each. */
export const thanks = sqliteTable(
  'thanks',
  {
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    at: time('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.userId] })],
);
