/** Tags follow their text into a new revision, or are put before a person; they are never silently moved. */
import { eq } from 'drizzle-orm';
import type { Database, Statement } from '../db/client.ts';
import { tags } from '../db/schema.ts';
import { carrierTo } from '../domain/anchors/carry-over.ts';
import type { Line } from '../shapes/transcriptions.ts';

/** Statements that bring the tags of a page from one revision's lines to the next's. */
export function carryTags(
  db: Database,
  standing: readonly (typeof tags.$inferSelect)[],
  before: readonly Line[],
  after: readonly Line[],
  revisionId: string,
): Statement[] {
  const carry = carrierTo(after, before);
  return standing.flatMap((tag) => {
    if (tag.target.type !== 'span') return [];
    const carried = carry({ ...tag.target, prefix: tag.prefix ?? '', suffix: tag.suffix ?? '' });
    if (carried.state === 'detached') {
      return [db.update(tags).set({ state: 'detached' }).where(eq(tags.id, tag.id))];
    }
    const { line, start, end, quote, prefix, suffix } = carried;
    return [
      db
        .update(tags)
        .set({ revisionId, target: { type: 'span', line, start, end, quote }, prefix, suffix })
        .where(eq(tags.id, tag.id)),
    ];
  });
}
