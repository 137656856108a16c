/** Queries on tags. */
import { type SQL, and, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Database } from './client.ts';
import { sameEntity } from './merges.ts';
import { entities, issues, pages, publications, revisions, stages, tags, users } from './schema.ts';

const reviewers = alias(users, 'reviewers');
const placers = alias(users, 'placers');
const notDeleted = isNull(tags.deletedAt);

/** The entity that a tag speaks of: where its own was merged into another, that one. */
const survivor = sql`(select coalesce(own.merged_into, own.id) from entities own where own.id = ${tags.entityId})`;

/** The line that a span stands on, in the revision of the tag, as JSON. */
const lineOfSpan = sql<string | null>`(
  select json_object('text', json_extract(l.value, '$.text'), 'box', json_extract(l.value, '$.box'))
  from revisions r, json_each(r.lines) l
  where r.id = ${tags.revisionId} and json_extract(l.value, '$.id') = json_extract(${tags.target}, '$.line')
  limit 1)`;

/** Others that the words may mean, with their names, as JSON. */
const otherMeanings = sql<string>`(
  select json_group_array(json_object('id', other.id, 'label', json(other.label)))
  from json_each(${tags.alternatives}) a
  join entities named on named.id = a.value
  join entities other on other.id = coalesce(named.merged_into, named.id)
  where other.id is not ${survivor})`;

/** What names the place of a tag: its page, issue and publication. */
export const placeColumns = {
  pageLabel: pages.label,
  sequence: pages.sequence,
  width: pages.width,
  height: pages.height,
  issueId: issues.id,
  issueNumber: issues.number,
  earliest: issues.earliest,
  date: issues.date,
  language: issues.language,
  publicationId: publications.id,
  publicationTitle: publications.title,
};

export type TagRow = Awaited<ReturnType<typeof selectTags>>[number];

function selectTags(db: Database) {
  return db
    .select({
      tag: getTableColumns(tags),
      entityId: entities.id,
      entityLabel: entities.label,
      entityKind: entities.kind,
      stageLabel: stages.label,
      authorName: users.name,
      reviewerName: reviewers.name,
      placerName: placers.name,
      currentRevisionId: pages.currentRevisionId,
      line: lineOfSpan,
      otherMeanings,
      ...placeColumns,
    })
    .from(tags)
    .innerJoin(pages, eq(pages.id, tags.pageId))
    .innerJoin(issues, eq(issues.id, pages.issueId))
    .innerJoin(publications, eq(publications.id, issues.publicationId))
    .leftJoin(entities, eq(entities.id, survivor))
    .leftJoin(stages, eq(stages.id, tags.stageId))
    .leftJoin(users, eq(users.id, tags.authorId))
    .leftJoin(reviewers, eq(reviewers.id, tags.reviewerId))
    .leftJoin(placers, eq(placers.id, tags.placedBy))
    .$dynamic();
}

export interface TagFilter {
  page?: string | undefined;
  status?: (typeof tags.$inferSelect)['state'] | undefined;
  /** With those that were merged into it. */
  entity?: string | undefined;
  stage?: string | undefined;
  /** `person` for what people proposed. */
  rule?: string | undefined;
  origin?: (typeof tags.$inferSelect)['origin'] | undefined;
  author?: string | undefined;
  minConfidence?: number | undefined;
  maxConfidence?: number | undefined;
}

/** The group of what no rule proposed. */
export const BY_PEOPLE = 'person';

function conditionOf(filter: TagFilter): SQL | undefined {
  const { page, status, entity, stage, rule, origin, author, minConfidence, maxConfidence } = filter;
  return and(
    notDeleted,
    page === undefined ? undefined : eq(tags.pageId, page),
    status === undefined ? undefined : eq(tags.state, status),
    entity === undefined ? undefined : sql`${tags.entityId} in ${sameEntity(entity)}`,
    stage === undefined ? undefined : eq(tags.stageId, stage),
    rule === undefined ? undefined : rule === BY_PEOPLE ? isNull(tags.rule) : eq(tags.rule, rule),
    origin === undefined ? undefined : eq(tags.origin, origin),
    author === undefined ? undefined : eq(tags.authorId, author),
    minConfidence === undefined ? undefined : sql`${tags.confidence} >= ${minConfidence}`,
    maxConfidence === undefined ? undefined : sql`${tags.confidence} <= ${maxConfidence}`,
  );
}

export const TAG_ORDERS = ['created', 'page', 'confidence'] as const;
export type TagOrder = (typeof TAG_ORDERS)[number];

/** What each order goes by, upwards. People's proposals have no confidence and go before all of the gazetteer's. */
const ORDERS: Record<TagOrder, SQL[]> = {
  created: [sql`${tags.id}`],
  page: [sql`coalesce(${issues.earliest}, '')`, sql`${issues.id}`, sql`${pages.sequence}`, sql`${tags.id}`],
  confidence: [sql`-coalesce(${tags.confidence}, 1)`, sql`${tags.id}`],
};

/**
 * Tags in one of the orders: as they were made; by issue and page (oldest issue first); or the surest first.
 * @param after the position of the last row of the part before, see `positionOf`
 */
export function listTags(
  db: Database,
  filter: TagFilter,
  order: TagOrder,
  after: (string | number)[] | undefined,
  limit: number,
) {
  const parts = ORDERS[order];
  const values = after?.map((part) => sql`${part}`);
  const isAfter = values && sql`(${sql.join(parts, sql`, `)}) > (${sql.join(values, sql`, `)})`;
  // Chosen first, so that only what is shown looks into the lines of its revision.
  const among = db.select({ id: tags.id }).from(tags).$dynamic();
  const placed =
    order === 'page'
      ? among.innerJoin(pages, eq(pages.id, tags.pageId)).innerJoin(issues, eq(issues.id, pages.issueId))
      : among;
  const chosen = placed
    .where(and(conditionOf(filter), isAfter))
    .orderBy(...parts)
    .limit(limit);
  return selectTags(db)
    .where(inArray(tags.id, chosen))
    .orderBy(...parts);
}

/** The place of a row in an order, for a cursor. */
export function positionOf(order: TagOrder, row: TagRow): (string | number)[] {
  const { tag } = row;
  if (order === 'page') return [row.earliest ?? '', row.issueId, row.sequence, tag.id];
  return order === 'confidence' ? [-(tag.confidence ?? 1), tag.id] : [tag.id];
}

export async function findTag(db: Database, id: string): Promise<TagRow | undefined> {
  const [row] = await selectTags(db).where(and(notDeleted, eq(tags.id, id)));
  return row;
}

/** A tag with the current lines of its page. */
export async function findTagWithText(db: Database, id: string) {
  const [rows, texts] = await db.batch([
    selectTags(db).where(and(notDeleted, eq(tags.id, id))),
    db
      .select({ lines: revisions.lines })
      .from(tags)
      .innerJoin(pages, eq(pages.id, tags.pageId))
      .innerJoin(revisions, eq(revisions.id, pages.currentRevisionId))
      .where(eq(tags.id, id)),
  ]);
  return { row: rows[0], lines: texts[0]?.lines ?? [] };
}

/** These tags with the current revisions of their pages: what decisions on many are taken by. */
export function findTags(db: Database, ids: string[]) {
  return db
    .select({ tag: getTableColumns(tags), currentRevisionId: pages.currentRevisionId })
    .from(tags)
    .innerJoin(pages, eq(pages.id, tags.pageId))
    .where(and(notDeleted, sql`${tags.id} in (select value from json_each(${JSON.stringify(ids)}))`));
}

/**
 * The tags of a page that follow its text: those that stand, and those that were rejected, or withdrawn by who
 * proposed them, on the current text; these say what is not to be proposed there again.
 */
export function selectFollowingTags(db: Database, pageId: string | SQL) {
  const current = sql`(select p.current_revision_id from pages p where p.id = ${tags.pageId})`;
  const isWithdrawn = and(sql`${tags.deletedAt} is not null`, eq(tags.origin, 'person'));
  return db
    .select()
    .from(tags)
    .where(
      and(
        eq(tags.pageId, pageId),
        or(
          and(notDeleted, inArray(tags.state, ['proposed', 'approved'])),
          and(or(and(notDeleted, eq(tags.state, 'rejected')), isWithdrawn), eq(tags.revisionId, current)),
        ),
      ),
    );
}

/** All that a new tag is checked against: the page, its current lines, and what the tag is to speak of. */
export async function findTagBase(db: Database, pageId: string, body: { entity?: string; stage?: string }) {
  const [found, entity, stage] = await db.batch([
    db
      .select({ page: pages, lines: revisions.lines, ...placeColumns })
      .from(pages)
      .innerJoin(issues, eq(issues.id, pages.issueId))
      .innerJoin(publications, eq(publications.id, issues.publicationId))
      .leftJoin(revisions, eq(revisions.id, pages.currentRevisionId))
      .where(eq(pages.id, pageId)),
    db
      .select({ id: entities.id, label: entities.label, kind: entities.kind })
      .from(entities)
      .where(
        sql`${entities.id} = (select coalesce(own.merged_into, own.id) from entities own where own.id = ${body.entity ?? ''})`,
      ),
    db
      .select({ label: stages.label })
      .from(stages)
      // A retired stage keeps its tags, and gets no new ones.
      .where(and(eq(stages.id, body.stage ?? ''), isNull(stages.retiredAt))),
  ]);
  return { base: found[0], entity: entity[0], stage: stage[0] };
}
