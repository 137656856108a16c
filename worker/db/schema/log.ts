/** What was done, and what was already answered. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, json, time } from '../columns.ts';

/** The action log: who did what (`noun:verb`) to what, and when. Written in the batch of the change itself. */
export const actions = sqliteTable(
  'actions',
  {
    id: id(),
    action: text('action').notNull(),
    actorId: text('actor_id'),
    subject: text('subject').notNull(),
    detail: json<Record<string, unknown>>('detail'),
    at: time('at').notNull(),
  },
  (t) => [index('actions_at').on(t.at, t.id), index('actions_subject').on(t.subject)],
);

/** Answers to writes that carried an Idempotency-Key: the same key again gets the same answer and changes nothing. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    userId: text('user_id').notNull(),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    status: integer('status').notNull(),
    headers: json<Record<string, string>>('headers').notNull(),
    body: text('body').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] }), index('idempotency_created').on(t.createdAt)],
);

/** Earlier states of records that people change (entities, schemes), as the API showed them. The present state is not here. */
export const recordVersions = sqliteTable(
  'record_versions',
  {
    id: id(),
    /** Such as `entities/0193…`. */
    subject: text('subject').notNull(),
    version: integer('version').notNull(),
    snapshot: json<Record<string, unknown>>('snapshot').notNull(),
    /** When the next version took its place. */
    at: time('at').notNull(),
  },
  (t) => [uniqueIndex('record_versions_version').on(t.subject, t.version)],
);
