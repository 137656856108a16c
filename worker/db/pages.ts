/** Queries on pages, their reading jobs and OCR runs. */
import { type SQL, and, asc, desc, eq, getTableColumns, gt, sql } from 'drizzle-orm';
import type { Page } from '../shapes/pages.ts';
import type { Database } from './client.ts';
import { issueCondition } from './publications.ts';
import { issues, jobs, ocrRuns, pages, publications } from './schema.ts';

/** The newest job of a whole page. */
const newestJob = sql`${jobs.id} = (select j.id from jobs j where j.page_id = ${pages.id} and j.region is null order by j.created_at desc, j.id desc limit 1)`;

const pageColumns = {
  page: getTableColumns(pages),
  job: getTableColumns(jobs),
  issueNumber: issues.number,
  issueDate: issues.date,
  language: issues.language,
  script: issues.script,
  orthography: issues.orthography,
  publicationId: publications.id,
  publicationTitle: publications.title,
  submittedBy: sql<
    string | null
  >`(select r.author_id from revisions r where r.id = ${pages.currentRevisionId})`,
  previous: sql<
    string | null
  >`(select q.id from pages q where q.issue_id = ${pages.issueId} and q.sequence < ${pages.sequence} order by q.sequence desc limit 1)`,
  next: sql<
    string | null
  >`(select q.id from pages q where q.issue_id = ${pages.issueId} and q.sequence > ${pages.sequence} order by q.sequence limit 1)`,
  /** Who works here now: JSON of `user`, `name`, `kind`, `until`; the one who will stay longest. */
  reservation: sql<
    string | null
  >`(select json_object('user', v.user_id, 'name', u.name, 'kind', v.kind, 'until', v.until)
    from reservations v join users u on u.id = v.user_id
    where v.page_id = ${pages.id} and v.until > unixepoch('subsec') * 1000
    order by v.until desc limit 1)`,
  sameScanAs: sql<string>`(select json_group_array(q.id) from pages q where q.scan_sha256 = ${pages.scanSha256} and q.id <> ${pages.id})`,
};

export type PageRow = Awaited<ReturnType<typeof selectPages>>[number];

export function selectPages(db: Database) {
  return db
    .select(pageColumns)
    .from(pages)
    .innerJoin(issues, eq(issues.id, pages.issueId))
    .innerJoin(publications, eq(publications.id, issues.publicationId))
    .leftJoin(jobs, newestJob)
    .$dynamic();
}

/** A page with how it was read; `meanConfidence` is null where it was not. */
export async function findPageWithReading(db: Database, id: SQL) {
  const [row] = await db
    .select({
      ...pageColumns,
      lines: sql<number>`coalesce(${ocrRuns.lineCount}, 0)`,
      meanConfidence: ocrRuns.meanConfidence,
    })
    .from(pages)
    .innerJoin(issues, eq(issues.id, pages.issueId))
    .innerJoin(publications, eq(publications.id, issues.publicationId))
    .leftJoin(jobs, newestJob)
    .leftJoin(ocrRuns, eq(ocrRuns.id, pages.ocrRunId))
    .where(eq(pages.id, id));
  return row;
}

export async function findPage(db: Database, id: string): Promise<PageRow | undefined> {
  const [row] = await selectPages(db).where(eq(pages.id, id));
  return row;
}

/** The pages of an issue in order, after a sequence number. */
export function listIssuePages(db: Database, issueId: string, after: number, limit: number) {
  return selectPages(db)
    .where(and(eq(pages.issueId, issueId), gt(pages.sequence, after)))
    .orderBy(asc(pages.sequence))
    .limit(limit);
}

/** Where a page stands in a list. */
export interface PagePosition {
  day: number;
  effort: number;
  submittedAt: number;
  id: string;
}

const DAY = 86_400_000;
/** Behind all that was counted. */
const NOT_COUNTED = 1_000_000;

export function positionOf({ submittedAt, changedWords, status, id }: PageRow['page']): PagePosition {
  const at = submittedAt ?? 0;
  const effort = status === 'submitted' ? (changedWords ?? NOT_COUNTED) : 0;
  return { day: Math.floor(at / DAY), effort, submittedAt: at, id };
}

/**
 * Pages that wait for review come longest waiting first, by whole days, and of one day those first in which the fewest
 * words changed; all others by their ids.
 */
export function listPages(
  db: Database,
  filter: {
    issue?: string | undefined;
    status?: Page['status'] | undefined;
    stage?: string | undefined;
  },
  after: PagePosition | undefined,
  limit: number,
) {
  const submittedAt = sql`coalesce(${pages.submittedAt}, 0)`;
  const effort = sql`case ${pages.status} when 'submitted' then coalesce(${pages.changedWords}, ${NOT_COUNTED}) else 0 end`;
  // Without the order of the days an index serves: only what waits is sorted.
  const order =
    filter.status === 'submitted'
      ? [sql`cast(${submittedAt} / ${DAY} as integer)`, effort, submittedAt, pages.id]
      : [submittedAt, pages.id];
  const from =
    after && (filter.status === 'submitted' ? [after.day, after.effort] : []).concat(after.submittedAt);
  return selectPages(db)
    .where(
      and(
        filter.issue === undefined ? undefined : eq(pages.issueId, filter.issue),
        filter.status === undefined ? undefined : eq(pages.status, filter.status),
        issueCondition({ stage: filter.stage }),
        after &&
          from &&
          sql`(${sql.join(order, sql`, `)}) > (${sql.join(
            [...from, after.id].map((value) => sql`${value}`),
            sql`, `,
          )})`,
      ),
    )
    .orderBy(...order)
    .limit(limit);
}

export async function findJob(db: Database, id: string) {
  const [row] = await db.select().from(jobs).where(eq(jobs.id, id));
  return row;
}

/** Who chose a run last, as JSON of `by`, `reason` and `at`. */
const chosen = sql<
  string | null
>`(select json_object('by', json_object('id', u.id, 'name', u.name), 'reason', h.reason, 'at', h.at)
  from ocr_choices h join users u on u.id = h.chosen_by
  where h.ocr_run_id = ocr_runs.id order by h.at desc limit 1)`;

export type OcrRunRow = Awaited<ReturnType<typeof listOcrRuns>>['runs'][number];

/** A page's OCR runs, newest first, with the page itself to tell "none" from "no such page". */
export async function listOcrRuns(db: Database, pageId: string) {
  const [found, runs] = await db.batch([
    db.select({ id: pages.id, ocrRunId: pages.ocrRunId }).from(pages).where(eq(pages.id, pageId)),
    db
      .select({ ...getTableColumns(ocrRuns), chosen })
      .from(ocrRuns)
      .where(eq(ocrRuns.pageId, pageId))
      .orderBy(desc(ocrRuns.startedAt), desc(ocrRuns.id)),
  ]);
  return { page: found[0], runs };
}
