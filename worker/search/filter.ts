/** What a search is narrowed by, as conditions on what is indexed and on all pages there are. */
import { type SQL, and, sql } from 'drizzle-orm';
import { sameEntity } from '../db/merges.ts';
import type { Layer } from '../shapes/pages.ts';

export interface SearchFilter {
  publication?: string | undefined;
  /** Gregorian days. */
  from?: string | undefined;
  to?: string | undefined;
  stage?: string | undefined;
  /** All of them are spoken of on the page, as approved tags say. */
  entities: readonly string[];
  layers: readonly Layer[];
  script?: string | undefined;
  /** Of the page. */
  status?: string | undefined;
}

/** The condition on `sp`, a row of `search_pages`. */
export function indexedCondition(filter: SearchFilter): SQL {
  const layers = JSON.stringify(filter.layers);
  return (
    and(
      filter.layers.length === 3 ? undefined : sql`sp.layer in (select value from json_each(${layers}))`,
      datesAndPlaces(filter, 'sp'),
      ...filter.entities.map((entity) => sql`sp.page_id in (${taggedPages(entity)})`),
      filter.status === undefined
        ? undefined
        : sql`exists (select 1 from pages where pages.id = sp.page_id and pages.status = ${filter.status})`,
    ) ?? sql`true`
  );
}

/** Whether every page that is indexed passes. */
export function letsAllThrough(filter: SearchFilter): boolean {
  return (
    filter.layers.length === 3 &&
    filter.entities.length === 0 &&
    [filter.publication, filter.from, filter.to, filter.stage, filter.script, filter.status].every(
      (value) => value === undefined,
    )
  );
}

/** The number of pages within the filter by their best layer, the layers asked for left aside. */
export function selectCoverage(filter: SearchFilter): SQL {
  if (letsAllThrough({ ...filter, layers: ['reviewed', 'transcribed', 'ocr'] }))
    return sql`select layer, pages as count from page_counts`;
  const condition = and(
    datesAndPlaces(filter, 'i'),
    ...filter.entities.map((entity) => sql`p.id in (${taggedPages(entity)})`),
    filter.status === undefined ? undefined : sql`p.status = ${filter.status}`,
  );
  // From issues to pages: issues are few, and the index on (issue, layer) has all that is counted.
  return sql`select p.layer, count(*) as count from search_issues i cross join pages p on p.issue_id = i.id
    where ${condition ?? sql`true`} group by p.layer`;
}

/** A date range that overlaps, never a guess: what has no date lies in no range. */
function datesAndPlaces(filter: SearchFilter, name: 'sp' | 'i'): SQL | undefined {
  const t = sql.raw(name);
  const { publication, from, to, stage, script } = filter;
  return and(
    publication === undefined ? undefined : sql`${t}.publication_id = ${publication}`,
    from === undefined ? undefined : sql`${t}.latest >= ${from}`,
    to === undefined ? undefined : sql`${t}.earliest <= ${to}`,
    script === undefined ? undefined : sql`${t}.script = ${script}`,
    stage === undefined
      ? undefined
      : sql`exists (select 1 from stages s where s.id = ${stage}
          and (s.earliest is not null or s.latest is not null)
          and coalesce(${t}.latest, '0000') >= coalesce(s.earliest, '0000')
          and coalesce(${t}.earliest, '9999') <= coalesce(s.latest, '9999'))`,
  );
}

function taggedPages(entity: string): SQL {
  return sql`select t.page_id from tags t where t.entity_id in ${sameEntity(sql`${entity}`)}
    and t.state = 'approved' and t.deleted_at is null`;
}
