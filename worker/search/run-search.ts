/** One search: hits, their number and what was searched, in one round trip. */
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { sameEntity } from '../db/merges.ts';
import { issueCondition } from '../db/publications.ts';
import { issues, pages, publications, revisions, searchPages } from '../db/schema.ts';
import type { Layer } from '../shapes/pages.ts';
import { type Term, toFtsExpression } from './parse-query.ts';

export interface SearchFilter {
  publication?: string | undefined;
  /** Gregorian days. */
  from?: string | undefined;
  to?: string | undefined;
  stage?: string | undefined;
  entity?: string | undefined;
  layers: Layer[];
  script?: string | undefined;
}

export interface SearchPosition {
  score: number;
  rowid: number;
}

export type SearchRow = Awaited<ReturnType<typeof runSearch>>['rows'][number];

/** Pages whose best text holds all terms, best first (bm25), with the count and the coverage of the filters. */
export async function runSearch(
  db: Database,
  terms: Term[],
  filter: SearchFilter,
  after: SearchPosition | undefined,
  limit: number,
) {
  const expression = toFtsExpression(terms);
  const score = sql<number>`m.score`;
  const matched = sql`(select rowid as id, bm25(search_words) as score from search_words where search_words match ${expression}) m`;
  const condition = and(pageCondition(filter), inArray(searchPages.layer, filter.layers));
  const from = sql`from ${matched}
    join ${searchPages} on ${searchPages.rowid} = m.id
    join ${pages} on ${pages.id} = ${searchPages.pageId}
    join ${issues} on ${issues.id} = ${pages.issueId}`;

  const [rows, counted, layers] = await db.batch([
    db
      .select({
        rowid: searchPages.rowid,
        score,
        layer: searchPages.layer,
        revisionId: searchPages.revisionId,
        lines: revisions.lines,
        pageId: pages.id,
        pageLabel: pages.label,
        sequence: pages.sequence,
        issueId: issues.id,
        issueNumber: issues.number,
        date: issues.date,
        language: issues.language,
        publicationId: publications.id,
        publicationTitle: publications.title,
      })
      .from(searchPages)
      .innerJoin(matched, sql`m.id = ${searchPages.rowid}`)
      .innerJoin(pages, eq(pages.id, searchPages.pageId))
      .innerJoin(issues, eq(issues.id, pages.issueId))
      .innerJoin(publications, eq(publications.id, issues.publicationId))
      .innerJoin(revisions, eq(revisions.id, searchPages.revisionId))
      .where(and(condition, after && sql`(m.score, ${searchPages.rowid}) > (${after.score}, ${after.rowid})`))
      .orderBy(score, searchPages.rowid)
      .limit(limit),
    db.all<{ total: number }>(sql`select count(*) as total ${from} where ${condition ?? sql`true`}`),
    db
      .select({ layer: pages.layer, count: sql<number>`count(*)` })
      .from(pages)
      .innerJoin(issues, eq(issues.id, pages.issueId))
      .where(pageCondition(filter))
      .groupBy(pages.layer),
  ]);
  return { rows, total: counted[0]?.total ?? 0, pagesByLayer: layers };
}

/** The condition on `pages` and `issues` of everything but the layer. */
function pageCondition(filter: SearchFilter): SQL | undefined {
  return and(
    issueCondition(filter),
    filter.script === undefined
      ? undefined
      : sql`coalesce(${issues.script}, ${scriptOfTag}) = ${filter.script}`,
    filter.entity === undefined
      ? undefined
      : sql`exists (select 1 from tags t where t.page_id = ${pages.id} and t.entity_id in ${sameEntity(filter.entity)} and t.state = 'approved' and t.deleted_at is null)`,
  );
}

/** The script that an issue's language tag names or, for languages of one script here, implies. */
const scriptOfTag = sql`case
  when ${issues.language} like '%-Arab%' then 'Arab'
  when ${issues.language} like '%-Cyrl%' then 'Cyrl'
  when ${issues.language} like '%-Latn%' then 'Latn'
  when ${issues.language} = 'ar' or ${issues.language} like 'ar-%' then 'Arab'
  when ${issues.language} = 'ru' or ${issues.language} like 'ru-%' or ${issues.language} = 'kk' then 'Cyrl'
  end`;
