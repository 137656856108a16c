/** Making the index anew from the texts, piece by piece: each piece is a transaction, so it can stop anywhere. */
import { sql } from 'drizzle-orm';
import { type Database, runBatch } from '../db/client.ts';
import { FOLD_VERSION } from '../domain/text/fold.ts';
import type { Layer } from '../shapes/pages.ts';
import type { Line } from '../shapes/transcriptions.ts';
import { indexPage } from './index-page.ts';

/** Pages whose index rows are missing, of another text, or made by other rules. */
const stale = sql`from pages p
  join revisions r on r.id = case p.layer when 'reviewed' then p.accepted_revision_id else p.current_revision_id end
  left join search_pages sp on sp.page_id = p.id
  where p.layer <> 'none'
    and (sp.rowid is null or sp.fold_version <> ${FOLD_VERSION} or sp.revision_id <> r.id or sp.layer <> p.layer)`;

/** How many pages wait to be indexed again. */
export async function countStale(db: Database): Promise<number> {
  const [row] = await db.all<{ n: number }>(sql`select count(*) as n ${stale}`);
  return row?.n ?? 0;
}

/** Marks every page as to be indexed again. */
export async function markAllStale(db: Database): Promise<void> {
  await db.run(sql`update search_pages set fold_version = 0`);
}

/** Indexes up to `limit` waiting pages. @returns how many it did; 0 when none waits */
export async function reindexSome(db: Database, limit: number): Promise<number> {
  const rows = await db.all<{ page: string; revision: string; layer: Layer; lines: string }>(
    sql`select p.id as page, r.id as revision, p.layer, r.lines ${stale} limit ${limit}`,
  );
  if (rows.length === 0) return 0;
  await runBatch(
    db,
    rows.flatMap(({ page, revision, layer, lines }) =>
      indexPage(db, {
        pageId: page,
        revisionId: revision,
        layer,
        lines: JSON.parse(lines) as Line[],
      }),
    ),
  );
  return rows.length;
}
