/** Changes to many tags in one transaction, each of which succeeds or is refused for itself. */
import { sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { uuidv7 } from 'uuidv7';
import type { Database, Statement } from '../db/client.ts';
import { guard, isGuardFailure } from '../db/guards.ts';
import { actions, type tags } from '../db/schema.ts';
import { findTags } from '../db/tags.ts';
import type { AppEnv } from '../env.ts';
import { ProblemError, problemDocument } from '../http/problem.ts';
import { commit } from '../http/write.ts';
import type { TagReviewResult } from '../shapes/tags.ts';
import { alreadyDecided, noSuchTag } from './tag-targets.ts';

type FoundTag = Awaited<ReturnType<typeof findTags>>[number];

export interface TagChange {
  /** For the action log. */
  action: string;
  detail: Record<string, unknown> | null;
  set: Pick<typeof tags.$inferSelect, 'state' | 'decision' | 'reviewNote' | 'reviewerId' | 'reviewedAt'>;
}

interface Accepted {
  found: FoundTag;
  change: TagChange;
}

/** How often others who decide at the same moment may make this begin anew. */
const MOST_ATTEMPTS = 5;

/**
 * Makes the changes that `judge` allows, with a line in the action log for each, and answers all in order.
 * @param judge throws a ProblemError for a tag that is to stay as it is
 */
export async function changeTags(
  c: Context<AppEnv>,
  ids: string[],
  judge: (found: FoundTag, index: number) => TagChange,
) {
  const { db, principal } = c.var;
  for (let attempt = 0; ; attempt++) {
    const { items, accepted } = judgeAll(ids, await findTags(db, ids), judge);
    const [first, ...others] = accepted;
    if (!first) return c.json({ items }, 200);
    try {
      return await commit(c, {
        action: first.change.action,
        subject: `tags/${first.found.tag.id}`,
        ...(first.change.detail ? { detail: first.change.detail } : {}),
        statements: [guardAll(db, accepted), changeAll(db, accepted), ...logAll(db, principal.id, others)],
        reply: { status: 200, body: { items } },
      });
    } catch (error) {
      if (!isGuardFailure(error)) throw error;
      if (attempt === MOST_ATTEMPTS) throw new ProblemError('unavailable', undefined, { cause: error });
    }
  }
}

function judgeAll(
  ids: string[],
  found: FoundTag[],
  judge: (found: FoundTag, index: number) => TagChange,
): { items: TagReviewResult[]; accepted: Accepted[] } {
  const byId = new Map(found.map((row) => [row.tag.id, row]));
  const accepted = new Map<string, Accepted>();
  const items = ids.map((id, index): TagReviewResult => {
    const row = byId.get(id);
    try {
      if (!row) throw noSuchTag();
      const before = accepted.get(id);
      if (before) throw alreadyDecided(before.change.set.state);
      const change = judge(row, index);
      accepted.set(id, { found: row, change });
      return { tag: id, state: change.set.state };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { type, title, detail } = problemDocument(error.type, error.detail);
      return { tag: id, problem: { type, title, ...(detail === undefined ? {} : { detail }) } };
    }
  });
  return { items, accepted: [...accepted.values()] };
}

/** All of them, and where their pages' texts stand, must still be as they were read. */
function guardAll(db: Database, accepted: Accepted[]): Statement {
  const read = accepted.map(({ found: { tag, currentRevisionId } }) => ({
    id: tag.id,
    state: tag.state,
    decision: tag.decision,
    revision: tag.revisionId,
    current: currentRevisionId,
  }));
  const unchanged = sql`select count(*) from json_each(${JSON.stringify(read)}) j
    join tags t on t.id = json_extract(j.value, '$.id')
    join pages p on p.id = t.page_id
    where t.deleted_at is null
      and t.state = json_extract(j.value, '$.state')
      and t.decision is json_extract(j.value, '$.decision')
      and t.revision_id is json_extract(j.value, '$.revision')
      and p.current_revision_id is json_extract(j.value, '$.current')`;
  return guard(db, sql`(${unchanged}) = ${accepted.length}`);
}

function changeAll(db: Database, accepted: Accepted[]): Statement {
  const changes = accepted.map(({ found, change }) => ({ id: found.tag.id, ...change.set }));
  return db.run(sql`
    update tags set
      state = json_extract(c.value, '$.state'),
      decision = json_extract(c.value, '$.decision'),
      review_note = json_extract(c.value, '$.reviewNote'),
      reviewer_id = json_extract(c.value, '$.reviewerId'),
      reviewed_at = json_extract(c.value, '$.reviewedAt')
    from json_each(${JSON.stringify(changes)}) c
    where tags.id = json_extract(c.value, '$.id')`);
}

function logAll(db: Database, actorId: string, accepted: Accepted[]): Statement[] {
  if (accepted.length === 0) return [];
  const at = Date.now();
  return [
    db.insert(actions).values(
      accepted.map(({ found, change: { action, detail } }) => ({
        id: uuidv7(),
        action,
        actorId,
        subject: `tags/${found.tag.id}`,
        detail,
        at,
      })),
    ),
  ];
}
