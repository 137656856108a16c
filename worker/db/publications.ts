/** Queries on publications and their issues. */
import { and, asc, eq, getTableColumns, gt, gte, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { issues, pages, publications } from './schema.ts';

const publicationColumns = {
  ...getTableColumns(publications),
  issueCount: sql<number>`(select count(*) from issues i where i.publication_id = ${sql.raw('publications.id')})`,
  pageCount: sql<number>`(select count(*) from pages p join issues i on i.id = p.issue_id where i.publication_id = ${sql.raw('publications.id')})`,
};
export type PublicationRow = typeof publications.$inferSelect & { issueCount: number; pageCount: number };

const issueColumns = {
  ...getTableColumns(issues),
  publicationTitle: publications.title,
  pageStatuses: sql<string>`(select json_group_object(status, n) from (select p.status, count(*) n from pages p where p.issue_id = ${sql.raw('issues.id')} group by p.status))`,
};
export type IssueRow = typeof issues.$inferSelect & {
  publicationTitle: Record<string, string>;
  pageStatuses: string;
};

export function selectPublications(db: Database, after: string | undefined, limit: number) {
  return db
    .select(publicationColumns)
    .from(publications)
    .where(after === undefined ? undefined : gt(publications.id, after))
    .orderBy(asc(publications.id))
    .limit(limit);
}

export async function findPublication(db: Database, id: string): Promise<PublicationRow | undefined> {
  const [row] = await db.select(publicationColumns).from(publications).where(eq(publications.id, id));
  return row;
}

export interface IssueFilter {
  publication?: string | undefined;
  /** Gregorian days. */
  from?: string | undefined;
  to?: string | undefined;
  stage?: string | undefined;
  /** Only issues that may be of exactly one of these spans of days. */
  dates?: readonly { earliest: string | null; latest: string | null }[] | undefined;
}

/** The issues of a filter by date; undated ones come last. */
export function selectIssues(
  db: Database,
  filter: IssueFilter,
  after: { earliest: string; id: string } | undefined,
  limit: number,
) {
  const order = sql`coalesce(${issues.earliest}, '9999')`;
  return db
    .select(issueColumns)
    .from(issues)
    .innerJoin(publications, eq(publications.id, issues.publicationId))
    .where(
      and(
        issueCondition(filter),
        after &&
          or(
            sql`${order} > ${after.earliest}`,
            and(sql`${order} = ${after.earliest}`, gt(issues.id, after.id)),
          ),
      ),
    )
    .orderBy(order, asc(issues.id))
    .limit(limit);
}

/** The SQL condition on `issues` that a filter means: a date range that overlaps, never a guess. */
export function issueCondition(filter: IssueFilter): SQL | undefined {
  const { stage, dates } = filter;
  return and(
    filter.publication === undefined ? undefined : eq(issues.publicationId, filter.publication),
    filter.from === undefined ? undefined : gte(issues.latest, filter.from),
    filter.to === undefined ? undefined : lte(issues.earliest, filter.to),
    stage === undefined
      ? undefined
      : sql`exists (select 1 from stages s where s.id = ${stage}
          and (s.earliest is not null or s.latest is not null)
          and coalesce(${issues.latest}, '0000') >= coalesce(s.earliest, '0000')
          and coalesce(${issues.earliest}, '9999') <= coalesce(s.latest, '9999'))`,
    dates === undefined
      ? undefined
      : sql`coalesce(${issues.earliest}, '') || '/' || coalesce(${issues.latest}, '') in
          (select value from json_each(${JSON.stringify(dates.map(spanText))}))`,
  );
}

function spanText({ earliest, latest }: { earliest: string | null; latest: string | null }): string {
  return `${earliest ?? ''}/${latest ?? ''}`;
}

export async function findIssue(db: Database, id: string): Promise<IssueRow | undefined> {
  const [row] = await db
    .select(issueColumns)
    .from(issues)
    .innerJoin(publications, eq(publications.id, issues.publicationId))
    .where(eq(issues.id, id));
  return row;
}

/** The place of the next page in an issue, as a subquery for the insert itself. */
export function nextSequence(issueId: string): SQL<number> {
  return sql<number>`(select coalesce(max(${pages.sequence}), 0) + 1 from ${pages} where ${pages.issueId} = ${issueId})`;
}
