/** Tags that wait, in groups, and how the rules of the gazetteer fare. */
import { type SQL, sql } from 'drizzle-orm';
import type { HistoricalDate, TextByLanguage } from '../shapes/common.ts';
import type { Database } from './client.ts';
import { BY_PEOPLE } from './tags.ts';

export type GroupBy = 'entity' | 'page' | 'rule';

export interface GroupFilter {
  by: GroupBy;
  /** Both where undefined. */
  status: 'proposed' | 'detached' | undefined;
  /** Whose own tags are counted. */
  reader: string | null;
  oldestFirst: boolean;
}

export interface GroupRow {
  key: string;
  count: number;
  own: number;
  detached: number;
  oldest: number;
  minConfidence: number | null;
  maxConfidence: number | null;
  /** JSON of the entity's or stage's label. */
  label: string | null;
  kind: string | null;
  /** Of a group that is a page. */
  place: GroupPlace | null;
}

export interface GroupPlace {
  pageLabel: string | null;
  sequence: number;
  width: number;
  height: number;
  issueId: string;
  issueNumber: string;
  date: HistoricalDate;
  language: string;
  publicationId: string;
  publicationTitle: TextByLanguage;
}

/** What tags are counted by. Merged entities are brought together when there are few rows left. */
const KEYS: Record<GroupBy, SQL> = {
  entity: sql`coalesce(entity_id, stage_id)`,
  page: sql`page_id`,
  rule: sql`coalesce(rule, ${BY_PEOPLE})`,
};

/** The place of a page, as JSON. */
const PLACE = sql`(
  select json_object('pageLabel', p.label, 'sequence', p.sequence, 'width', p.width, 'height', p.height,
    'issueId', i.id, 'issueNumber', i.number, 'date', json(i.date), 'language', i.language,
    'publicationId', u.id, 'publicationTitle', json(u.title))
  from pages p join issues i on i.id = p.issue_id join publications u on u.id = i.publication_id
  where p.id = g.key)`;

const LABELS: Record<GroupBy, SQL> = {
  entity: sql`coalesce((select label from entities where id = g.key), (select label from stages where id = g.key)) as label,
    coalesce((select kind from entities where id = g.key), 'stage') as kind, null as place`,
  page: sql`null as label, null as kind, ${PLACE} as place`,
  rule: sql`null as label, null as kind, null as place`,
};

/**
 * Groups of tags that wait for a decision or for their place: the largest first, or those with the oldest.
 * @param after `[count, oldest, key]` of the last group of the part before
 */
export async function listTagGroups(
  db: Database,
  { by, status, reader, oldestFirst }: GroupFilter,
  after: [number, number, string] | undefined,
  limit: number,
): Promise<GroupRow[]> {
  const states = status === undefined ? sql`('proposed', 'detached')` : sql`(${status})`;
  const order = oldestFirst ? sql`g.oldest, -g.count, g.key` : sql`-g.count, g.oldest, g.key`;
  const [count, oldest, key] = after ?? [];
  const position = oldestFirst
    ? sql`(${oldest}, ${-(count ?? 0)}, ${key})`
    : sql`(${-(count ?? 0)}, ${oldest}, ${key})`;
  const rows = await db.all<Omit<GroupRow, 'place'> & { place: string | null }>(sql`
    with counted as (
      select ${KEYS[by]} as key, count(*) as count,
        coalesce(sum(author_id = ${reader} or placed_by = ${reader}), 0) as own,
        sum(state = 'detached') as detached, min(created_at) as oldest,
        min(confidence) as least, max(confidence) as most
      from tags where deleted_at is null and state in ${states}
      group by 1),
    g as (
      select coalesce(e.merged_into, c.key) as key, sum(c.count) as count, sum(c.own) as own,
        sum(c.detached) as detached, min(c.oldest) as oldest,
        min(c.least) as minConfidence, max(c.most) as maxConfidence
      from counted c left join entities e on e.id = c.key
      group by 1)
    select g.*, ${LABELS[by]} from g
    ${after ? sql`where (${order}) > ${position}` : sql``}
    order by ${order} limit ${limit}`);
  return rows.map((row) => ({
    ...row,
    place: row.place === null ? null : (JSON.parse(row.place) as GroupPlace),
  }));
}

export interface RuleCounts {
  rule: string;
  proposed: number;
  approved: number;
  rejected: number;
  detached: number;
}

/** What became of what each rule proposed. What the gazetteer took back itself is not counted. */
export function countByRule(db: Database): Promise<RuleCounts[]> {
  return db.all<RuleCounts>(sql`
    select rule, sum(state = 'proposed') as proposed, sum(decision is 'approve') as approved,
      sum(decision is 'reject') as rejected, sum(state = 'detached') as detached
    from tags where rule is not null and deleted_at is null
    group by rule order by rule`);
}
