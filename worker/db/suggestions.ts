/** What the gazetteer reads of a page, what it may not propose there, and how its proposals are stored. */
import { type SQL, and, asc, eq, getTableColumns, isNotNull, lt, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Database, Statement } from './client.ts';
import { guard } from './guards.ts';
import { sameEntity } from './merges.ts';
import { actions, entities, issues, nameForms, pages, revisions, tags } from './schema.ts';

/** The record that an entity stands for: itself, or what it was merged into. */
const survivorOf = (column: SQL) =>
  sql<string>`coalesce((select m.merged_into from entities m where m.id = ${column}), ${column})`;

export type PageTag = Awaited<ReturnType<typeof findPageForSuggestions>>['tags'][number];

/** A page with its current lines, and everything that was ever said of entities on it, in one round trip. */
export async function findPageForSuggestions(db: Database, pageId: string) {
  const [found, said] = await db.batch([
    db
      .select({ revisionId: revisions.id, lines: revisions.lines, language: issues.language })
      .from(pages)
      .innerJoin(issues, eq(issues.id, pages.issueId))
      .innerJoin(revisions, eq(revisions.id, pages.currentRevisionId))
      .where(eq(pages.id, pageId)),
    db
      .select({ ...getTableColumns(tags), about: survivorOf(sql`${tags.entityId}`) })
      .from(tags)
      .where(and(eq(tags.pageId, pageId), isNotNull(tags.entityId))),
  ]);
  return { page: found[0], tags: said };
}

/** The name forms under these keys, as of the records that their own were merged into. */
export function findNameForms(db: Database, firstKeys: Iterable<string>) {
  return db
    .select({
      id: nameForms.id,
      entityId: survivorOf(sql`${nameForms.entityId}`),
      kind: entities.kind,
      text: nameForms.text,
      language: nameForms.language,
      formKind: nameForms.kind,
    })
    .from(nameForms)
    .innerJoin(entities, eq(entities.id, nameForms.entityId))
    .where(
      sql`${nameForms.firstKey} <> '' and ${nameForms.firstKey} in (select value from json_each(${JSON.stringify([...firstKeys])}))`,
    )
    .orderBy(asc(nameForms.id));
}

/** A proposal that is to be stored, or one that is stored and gets what the rules say by now. */
export interface Proposal {
  target: { type: 'span'; line: string; start: number; end: number; quote: string };
  prefix: string;
  suffix: string;
  entityId: string;
  rule: string;
  confidence: number;
  alternatives: string[] | null;
}

export interface SuggestionChange {
  pageId: string;
  revisionId: string;
  rulesVersion: number;
  proposed: Proposal[];
  /** Undecided proposals that the rules still make, with other doubts. */
  changed: (Pick<Proposal, 'rule' | 'confidence' | 'alternatives'> & { id: string })[];
  /** Undecided proposals that the rules do not make any more. */
  withdrawn: string[];
}

/**
 * Statements that store what the gazetteer says of a page's text. They fail as a guard does where the text is no
 * longer current; what somebody said of the same words meanwhile goes before.
 */
export function storeSuggestions(db: Database, change: SuggestionChange): Statement[] {
  const { pageId, revisionId, rulesVersion, proposed, changed, withdrawn } = change;
  const now = Date.now();
  const undecided = sql`origin = 'gazetteer' and state = 'proposed' and decision is null and placed_by is null and deleted_at is null`;
  const isCurrent = sql`exists (select 1 from pages where id = ${pageId} and current_revision_id = ${revisionId})`;
  return [
    guard(db, isCurrent),
    ...(withdrawn.length > 0
      ? [
          db.run(sql`update tags set deleted_at = ${now}
            where id in (select value from json_each(${JSON.stringify(withdrawn)})) and ${undecided}`),
        ]
      : []),
    ...(changed.length > 0
      ? [
          db.run(sql`update tags set rule = json_extract(c.value, '$.rule'),
              confidence = json_extract(c.value, '$.confidence'),
              alternatives = json_extract(c.value, '$.alternatives')
            from json_each(${JSON.stringify(changed)}) c
            where tags.id = json_extract(c.value, '$.id') and ${undecided}`),
        ]
      : []),
    ...(proposed.length > 0 ? [insertProposals(db, pageId, revisionId, proposed, now)] : []),
    db
      .update(pages)
      .set({ suggestedRevisionId: revisionId, suggestedRules: rulesVersion })
      .where(eq(pages.id, pageId)),
    ...(proposed.length + withdrawn.length > 0
      ? [
          db.insert(actions).values({
            id: uuidv7(),
            action: 'page:suggest',
            actorId: null,
            subject: `pages/${pageId}`,
            detail: {
              revision: revisionId,
              rules: rulesVersion,
              proposed: proposed.length,
              withdrawn: withdrawn.length,
            },
            at: now,
          }),
        ]
      : []),
  ];
}

/** A span has one tag that stands, and nothing of an entity that was decided against there. */
function insertProposals(
  db: Database,
  pageId: string,
  revisionId: string,
  proposed: Proposal[],
  now: number,
): Statement {
  const rows = proposed.map((proposal) => ({ id: uuidv7(), ...proposal }));
  return db.run(sql`
    insert into tags (id, page_id, revision_id, target, prefix, suffix, entity_id, state, origin, rule, confidence,
      alternatives, created_at)
    select n.value ->> '$.id', ${pageId}, ${revisionId}, n.value -> '$.target', n.value ->> '$.prefix',
      n.value ->> '$.suffix', n.value ->> '$.entityId', 'proposed', 'gazetteer', n.value ->> '$.rule',
      n.value ->> '$.confidence', json_extract(n.value, '$.alternatives'), ${now}
    from json_each(${JSON.stringify(rows)}) n
    where not exists (
      select 1 from tags t where t.page_id = ${pageId} and t.target = n.value -> '$.target'
        and ((t.deleted_at is null and (t.state in ('proposed', 'approved') or t.entity_id = n.value ->> '$.entityId'))
          or (t.deleted_at is not null and t.origin = 'person' and t.entity_id = n.value ->> '$.entityId')))
    order by n.key`);
}

/** Pages whose text or rules are newer than what the gazetteer looked at, and had their message some time ago. */
export function findUnsuggestedPages(db: Database, rulesVersion: number, before: number, limit: number) {
  return db
    .select({ id: pages.id })
    .from(pages)
    .where(
      and(
        isNotNull(pages.currentRevisionId),
        sql`(${pages.suggestedRevisionId} is not ${pages.currentRevisionId} or coalesce(${pages.suggestedRules}, 0) < ${rulesVersion})`,
        lt(pages.updatedAt, before),
      ),
    )
    .orderBy(asc(pages.updatedAt), asc(pages.id))
    .limit(limit);
}

/**
 * Pages in whose searched text a word begins with a key of one of the entity's names, or of a record merged with
 * it, and those on which it is proposed, perhaps by a name that is gone; after a row of the index.
 */
export async function findPagesWithNames(db: Database, entityId: string, after: number, limit: number) {
  const expression = sql`(select group_concat('"' || first_key || '"*', ' OR ') from (
    select distinct first_key from name_forms where entity_id in ${sameEntity(entityId)} and first_key <> ''))`;
  return db.all<{ rowid: number; page: string }>(sql`
    select s.rowid as rowid, s.page_id as page from search_pages s
    where s.rowid > ${after} and (
      s.rowid in (
        select rowid from search_words where search_words match coalesce('key : (' || ${expression} || ')', '""'))
      or s.page_id in (
        select page_id from tags where entity_id in ${sameEntity(entityId)}
          and origin = 'gazetteer' and state = 'proposed' and decision is null and deleted_at is null))
    order by s.rowid limit ${limit}`);
}
