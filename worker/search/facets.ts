/** How the pages that answer a query are spread. */
import { type SQL, sql } from 'drizzle-orm';
import type { TextByLanguage } from '../shapes/common.ts';
import type { Facet } from '../shapes/search.ts';

export interface FacetCounts {
  facet: Facet;
  values: { value: string; label?: TextByLanguage; kind?: string; count: number }[];
}

const MOST_VALUES = 50;

/**
 * Counts by one facet.
 * @param matched `from … where …` with the pages as rows `sp` of `search_pages`
 */
export function selectFacet(facet: Facet, matched: SQL): SQL {
  return sql`${SELECTS[facet](matched)} order by count desc, value limit ${MOST_VALUES}`;
}

/** What `selectFacet` found. */
export function readFacet(facet: Facet, rows: readonly unknown[]): FacetCounts {
  return {
    facet,
    values: (rows as { value: string | null; label?: string; kind?: string; count: number }[]).map((row) => ({
      value: row.value ?? '',
      count: row.count,
      ...(row.label ? { label: JSON.parse(row.label) as TextByLanguage } : {}),
      ...(row.kind ? { kind: row.kind } : {}),
    })),
  };
}

const byColumn =
  (column: string) =>
  (matched: SQL): SQL =>
    sql`select ${sql.raw(column)} as value, count(*) as count ${matched} group by 1`;

const byEntity = (kind: SQL) => (matched: SQL) =>
  sql`
  select e.id as value, e.label, e.kind, count(distinct found.page_id) as count
  from (select sp.page_id ${matched}) found
  join tags t on t.page_id = found.page_id and t.state = 'approved' and t.deleted_at is null
  join entities tagged on tagged.id = t.entity_id
  join entities e on e.id = coalesce(tagged.merged_into, tagged.id)
  where ${kind} group by e.id`;

const SELECTS: Record<Facet, (matched: SQL) => SQL> = {
  layer: byColumn('sp.layer'),
  script: byColumn('sp.script'),
  // The year of the first day that the date may mean, Gregorian.
  year: byColumn('substr(sp.earliest, 1, 4)'),
  publication: (matched) => sql`
    select b.id as value, b.title as label, found.count
    from (select sp.publication_id, count(*) as count ${matched} group by 1) found
    join publications b on b.id = found.publication_id`,
  status: (matched) => sql`
    select p.status as value, count(*) as count from (select sp.page_id ${matched}) found
    join pages p on p.id = found.page_id group by 1`,
  entity: byEntity(sql`e.kind <> 'place'`),
  place: byEntity(sql`e.kind = 'place'`),
  // Dates are few, pages many: stages are laid over the dates.
  stage: (matched) => sql`
    select s.id as value, s.label, sc.id as kind, sum(found.count) as count
    from (select sp.earliest, sp.latest, count(*) as count ${matched} group by 1, 2) found
    join stages s on s.retired_at is null and (s.earliest is not null or s.latest is not null)
      and coalesce(found.latest, '0000') >= coalesce(s.earliest, '0000')
      and coalesce(found.earliest, '9999') <= coalesce(s.latest, '9999')
    join schemes sc on sc.id = s.scheme_id group by s.id`,
};
