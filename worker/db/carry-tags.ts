/** Tags follow their text into a new revision, or are put before a person; they are never silently moved. */
import { sql } from 'drizzle-orm';
import { carrierTo } from '../domain/anchors/carry-over.ts';
import type { Line } from '../shapes/transcriptions.ts';
import type { Database, Statement } from './client.ts';
import { guard } from './guards.ts';
import type { tags } from './schema.ts';

export interface NextText {
  pageId: string;
  /** Of the new revision. */
  revisionId: string;
  before: readonly Line[];
  after: readonly Line[];
}

/**
 * Statements that bring the tags of a page (`selectFollowingTags`) from one revision's lines to the next's.
 * Those that were decided against or withdrawn follow as long as their words stand, and stay as they are. Of those
 * that lose their words, what only the gazetteer said is taken back, and all else is `detached` for a person.
 * They fail as a guard does where somebody proposed a tag since `following` was read: it would stay behind.
 */
export function carryTags(
  db: Database,
  following: readonly (typeof tags.$inferSelect)[],
  { pageId, revisionId, before, after }: NextText,
): Statement[] {
  const carry = carrierTo(after, before);
  const carried: object[] = [];
  const lost: string[] = [];
  for (const tag of following) {
    if (tag.target.type !== 'span') continue;
    const result = carry({ ...tag.target, prefix: tag.prefix ?? '', suffix: tag.suffix ?? '' });
    if (result.state === 'detached') {
      lost.push(tag.id);
      continue;
    }
    const { line, start, end, quote, prefix, suffix } = result;
    carried.push({ id: tag.id, target: { type: 'span', line, start, end, quote }, prefix, suffix });
  }
  const known = JSON.stringify(following.map((tag) => tag.id));
  const unknownTag = sql`select 1 from tags where page_id = ${pageId} and deleted_at is null
    and state in ('proposed', 'approved') and id not in (select value from json_each(${known}))`;
  return [
    guard(db, sql`not exists (${unknownTag})`),
    ...(carried.length > 0 ? [moveTags(db, revisionId, carried)] : []),
    ...(lost.length > 0 ? [loseTags(db, lost)] : []),
  ];
}

/** Whatever was decided on them meanwhile: a detached tag alone is where it was. */
function moveTags(db: Database, revisionId: string, carried: object[]): Statement {
  return db.run(sql`
    update tags set revision_id = ${revisionId},
      target = json_extract(c.value, '$.target'),
      prefix = json_extract(c.value, '$.prefix'),
      suffix = json_extract(c.value, '$.suffix')
    from json_each(${JSON.stringify(carried)}) c
    where tags.id = json_extract(c.value, '$.id') and tags.state <> 'detached'`);
}

function loseTags(db: Database, lost: string[]): Statement {
  const onlyGazetteer = sql`origin = 'gazetteer' and decision is null and placed_by is null`;
  return db.run(sql`
    update tags set state = 'detached',
      deleted_at = case when ${onlyGazetteer} then ${Date.now()} end
    where id in (select value from json_each(${JSON.stringify(lost)}))
      and deleted_at is null and state in ('proposed', 'approved')`);
}
