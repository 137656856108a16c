/** Counts of the corpus by date: grouped in SQL, so that a hundred thousand pages come out as a few hundred rows. */
import { type SQL, sql } from 'drizzle-orm';
import type { Citation, HistoricalDate } from '../shapes/common.ts';
import type { Database } from './client.ts';
import { selectAllSchemes, selectStages, withStages } from './schemes.ts';

export interface TimelineFilter {
  publication?: string | undefined;
  entity?: string | undefined;
  /** Gregorian days, both included. */
  from: string;
  to: string;
}

/** Where on the axis an issue stands: on one month, over several, nowhere, or beside it. */
type Place = 'month' | 'vague' | 'undated' | 'outside';

/** One group of issues: all of a month, or all that may be of the same days. */
export interface CorpusRow {
  place: Place;
  month: string | null;
  earliest: string | null;
  latest: string | null;
  issues: number;
  scanned: number;
  read: number;
  transcribed: number;
  reviewed: number;
}

interface EventRow {
  claim: string;
  entity: string;
  label: string;
  property: string;
  date: string;
  earliest: string | null;
  latest: string | null;
  source: string;
  stated: number;
}

interface MentionRow {
  place: Place;
  month: string | null;
  count: number;
}

const ofPublication = (id: string | undefined) => (id === undefined ? sql`1` : sql`i.publication_id = ${id}`);

const place = ({ from, to }: TimelineFilter) => sql`case
  when i.earliest is null and i.latest is null then 'undated'
  when coalesce(i.latest, '9999') < ${from} or coalesce(i.earliest, '0000') > ${to} then 'outside'
  when substr(i.earliest, 1, 7) = substr(i.latest, 1, 7) then 'month'
  else 'vague' end`;

const onlyWhere = (wanted: Place, value: SQL) => sql`case when place = ${wanted} then ${value} end`;

function selectCorpus(db: Database, filter: TimelineFilter) {
  return db.all<CorpusRow>(sql`
    with placed as (
      select i.id, i.earliest, i.latest, ${place(filter)} as place
      from issues i where ${ofPublication(filter.publication)}
    ), counted as (
      select issue_id, count(*) as scanned, sum(layer <> 'none') as read,
        sum(layer in ('transcribed', 'reviewed')) as transcribed, sum(layer = 'reviewed') as reviewed
      from pages group by issue_id
    )
    select place, ${onlyWhere('month', sql`substr(earliest, 1, 7)`)} as month,
      ${onlyWhere('vague', sql`earliest`)} as earliest, ${onlyWhere('vague', sql`latest`)} as latest,
      count(*) as issues, coalesce(sum(scanned), 0) as scanned, coalesce(sum(read), 0) as read,
      coalesce(sum(transcribed), 0) as transcribed, coalesce(sum(reviewed), 0) as reviewed
    from placed left join counted on issue_id = id
    group by 1, 2, 3, 4 order by 2, 3, 4`);
}

/** Dated claims on events; one that was merged speaks for the record it was merged into. */
function selectEvents(db: Database) {
  return db.all<EventRow>(sql`
    select c.id as claim, e.id as entity, e.label, c.property, c.date, c.earliest, c.latest, c.source,
      exists (select 1 from claim_conflicts x where c.id in (x.claim_id, x.other_id)) as stated
    from claims c join entities o on o.id = c.entity_id join entities e on e.id = coalesce(o.merged_into, o.id)
    where e.kind = 'event' and (c.earliest is not null or c.latest is not null)
    order by coalesce(c.earliest, '0000'), c.id`);
}

function selectMentions(db: Database, filter: TimelineFilter) {
  const entity = filter.entity ?? '';
  // Also when the record that is asked for was itself merged into another.
  const same = sql`(select e.id from entities e where coalesce(e.merged_into, e.id)
    = (select coalesce(asked.merged_into, asked.id) from entities asked where asked.id = ${entity}))`;
  return db.all<MentionRow>(sql`
    select ${place(filter)} as place, substr(i.earliest, 1, 7) as month, count(*) as count
    from tags t join pages p on p.id = t.page_id join issues i on i.id = p.issue_id
    where t.entity_id in ${same} and t.state = 'approved' and t.deleted_at is null
      and ${ofPublication(filter.publication)}
    group by 1, 2 order by 2`);
}

/** All that the timeline shows, in one round trip. */
export async function readTimeline(db: Database, filter: TimelineFilter) {
  const [schemes, stages, corpus, events, mentions] = await db.batch([
    selectAllSchemes(db),
    selectStages(db),
    selectCorpus(db, filter),
    selectEvents(db),
    selectMentions(db, filter),
  ]);
  return {
    schemes: withStages(schemes, stages),
    corpus,
    events: events.map(({ label, date, source, ...row }) => ({
      ...row,
      label: JSON.parse(label) as Record<string, string>,
      date: JSON.parse(date) as HistoricalDate,
      source: JSON.parse(source) as Citation,
    })),
    mentions,
  };
}

/** Issues that may be of the same days, and their pages. */
export interface DateGroup {
  earliest: string | null;
  latest: string | null;
  issues: number;
  pages: number;
}

/** The corpus by the days that its issues may be of. */
export function selectDateGroups(db: Database, publication: string | undefined) {
  return db.all<DateGroup>(sql`
    with counted as (select issue_id, count(*) as pages from pages group by issue_id)
    select i.earliest, i.latest, count(*) as issues, coalesce(sum(pages), 0) as pages
    from issues i left join counted on issue_id = i.id
    where ${ofPublication(publication)} group by 1, 2 order by 1, 2`);
}
