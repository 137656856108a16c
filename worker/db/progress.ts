/** How far publications and their issues are. */
import { type SQL, sql } from 'drizzle-orm';
import type { HistoricalDate } from '../shapes/common.ts';
import type { Database } from './client.ts';

type Position = { earliest: string; issue: string };

interface IssueProgressRow {
  issue: string;
  number: string;
  /** JSON */
  date: string;
  earliest: string;
  /** JSON: pages by status. */
  counts: string;
}

const counted = (pages: SQL) => sql`select json_group_object(status, n) from
  (select p.status, count(*) as n from pages p where ${pages} group by p.status)`;

/** Pages by status: of the whole publication, and of its issues by date, from a position on. */
export async function findProgress(
  db: Database,
  publicationId: string,
  after: Position | undefined,
  limit: number,
) {
  const whole = sql`p.issue_id in (select id from issues where publication_id = ${publicationId})`;
  const earliest = sql`coalesce(i.earliest, '')`;
  const [total, issues] = await db.batch([
    db.all<{ counts: string }>(
      sql`select (${counted(whole)}) as "counts" from publications where id = ${publicationId}`,
    ),
    db.all<IssueProgressRow>(sql`
      select i.id as "issue", i.number, i.date, ${earliest} as "earliest",
        (${counted(sql`p.issue_id = i.id`)}) as "counts"
      from issues i where i.publication_id = ${publicationId}
        ${after ? sql`and (${earliest}, i.id) > (${after.earliest}, ${after.issue})` : sql``}
      order by 4, i.id limit ${limit}`),
  ]);
  return { total: total[0]?.counts, issues };
}

export const readDate = (row: IssueProgressRow) => JSON.parse(row.date) as HistoricalDate;
