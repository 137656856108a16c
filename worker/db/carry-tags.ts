/** Tags follow their text into a new revision, or are put before a person; they are never silently moved. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { carrierTo } from '../domain/anchors/carry-over.ts';
import type { Line } from '../shapes/transcriptions.ts';
import type { Database, Statement } from './client.ts';
import { guard } from './guards.ts';
import { tags } from './schema.ts';

export interface NextText {
  pageId: string;
  /** Of the new revision. */
  revisionId: string;
  before: readonly Line[];
  after: readonly Line[];
}

/**
 * Statements that bring the tags of a page from one revision's lines to the next's.
 * They fail as a guard does where somebody proposed a tag since `standing` was read: it would stay behind.
 */
export function carryTags(
  db: Database,
  standing: readonly (typeof tags.$inferSelect)[],
  { pageId, revisionId, before, after }: NextText,
): Statement[] {
  const carry = carrierTo(after, before);
  const known = standing.map((tag) => tag.id);
  const unknownTag = sql`select 1 from tags where page_id = ${pageId} and deleted_at is null
    and state in ('proposed', 'approved') and id not in (select value from json_each(${JSON.stringify(known)}))`;
  const updates = standing.flatMap((tag) => {
    if (tag.target.type !== 'span') return [];
    const stillStands = and(eq(tags.id, tag.id), inArray(tags.state, ['proposed', 'approved']));
    const carried = carry({ ...tag.target, prefix: tag.prefix ?? '', suffix: tag.suffix ?? '' });
    if (carried.state === 'detached') {
      return [db.update(tags).set({ state: 'detached' }).where(stillStands)];
    }
    const { line, start, end, quote, prefix, suffix } = carried;
    return [
      db
        .update(tags)
        .set({ revisionId, target: { type: 'span', line, start, end, quote }, prefix, suffix })
        .where(stillStands),
    ];
  });
  return [guard(db, sql`not exists (${unknownTag})`), ...updates];
}
