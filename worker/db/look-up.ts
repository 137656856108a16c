/** Look-up of entities by name, while a name is being typed. */
import { type SQL, and, asc, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { SHORTEST_NEAR, halvesOf, isNear, reversedWord } from '../domain/lookup/near.ts';
import { type TypedKeys, typedKeys } from '../domain/lookup/typed-keys.ts';
import { scriptOf } from '../domain/text/script.ts';
import type { EntityKind } from '../shapes/entities.ts';
import type { Database } from './client.ts';
import { mentionCount } from './entities.ts';
import { entities, nameForms, nameWords, relations } from './schema.ts';

/** How a name was found, best first. */
const RULES = ['exact', 'folded', 'prefix', 'word', 'near'] as const;

/** Where this many are found as typed, nobody looks for what may have been meant. */
const FEW = 5;
/** Near names that are shown, at most; and names that are compared letter by letter. */
const MOST_NEAR = 20;
const MOST_COMPARED = 2_000;

interface Hit {
  id: string;
  formId: string;
  /** Twice the place in RULES, one more where it is found by its key only. */
  rank: number;
}

export type FoundEntity = Awaited<ReturnType<typeof lookUpEntities>>[number];

/**
 * Entities with a name in which a word begins with the query, or in which each word of it begins one, in any order:
 * whole names first, then by how much they are mentioned. Where these are few, names that are one letter off
 * follow. A name of a merged record finds the record that stays. At most two round trips.
 */
export async function lookUpEntities(
  db: Database,
  query: string,
  kind: EntityKind | undefined,
  offset: number,
  limit: number,
) {
  const typed = typedKeys(query);
  if (!typed) return [];
  const words = [...typed.words, typed.last];
  // The names that are near come after all others, so that those have to be counted from the first one on.
  const skipped = offset < FEW + MOST_NEAR ? 0 : offset;
  const [found, compared] = await db.batch([
    selectHits(db, query, typed, kind, skipped, offset - skipped + limit),
    selectCompared(db, words, kind),
  ]);
  let hits: Hit[] = found;
  if (skipped === 0 && found.length < FEW) hits = [...found, ...nearOnes(words, found, compared)];
  return describeHits(db, query, hits.slice(offset - skipped, offset - skipped + limit));
}

const owners = alias(entities, 'owners');
const survives = sql`${entities.id} = coalesce(${owners.mergedInto}, ${owners.id})`;

function selectHits(
  db: Database,
  query: string,
  { words, last, beginnings }: TypedKeys,
  kind: EntityKind | undefined,
  offset: number,
  limit: number,
) {
  const key = [...words, last].join(' ');
  const name = sql`${nameForms.key}`;
  const ways = waysOf(query);
  const rule = sql`case
    when ${name} = ${key} and ${inArray(nameForms.text, ways)} then 0
    when ${name} = ${key} then 1
    when ${or(...beginnings.map((beginning) => beginsWith(name, [...words, beginning].join(' '))))} then 2
    else 3 end`;
  // Of names found by the same rule, those that have the letters as typed come first.
  const literal = sql`(${or(...ways.map((way) => sql`instr(${nameForms.text}, ${way}) > 0`))})`;
  const rank = sql<number>`min(2 * (${rule}) + 1 - ${literal})`;
  // The index is asked for the word that narrows most.
  const longest = [...words, last].reduce((a, b) => (b.length > a.length ? b : a));
  const rest = longest === last ? beginnings : [longest];
  return (
    db
      // With min() in the same select SQLite takes bare columns from the row that has the minimum.
      .select({ id: entities.id, formId: sql<string>`${nameForms.id}`, rank })
      .from(nameWords)
      .innerJoin(nameForms, eq(nameForms.id, nameWords.formId))
      .innerJoin(owners, eq(owners.id, nameForms.entityId))
      .innerJoin(entities, survives)
      .where(
        and(
          or(...rest.map((beginning) => beginsWith(sql`${nameWords.rest}`, beginning))),
          ...words.map((word) => hasWord(name, word)),
          words.length > 0 ? or(...beginnings.map((beginning) => hasWord(name, beginning))) : undefined,
          kind && eq(entities.kind, kind),
        ),
      )
      .groupBy(entities.id)
      .orderBy(sql`3`, sql`${mentionCount} desc`, asc(entities.id))
      .limit(limit)
      .offset(offset)
  );
}

/** Names that share half a word with the query: what is one letter off is among them. */
function selectCompared(db: Database, words: readonly string[], kind: EntityKind | undefined) {
  const halves = words
    .filter((word) => word.length >= SHORTEST_NEAR)
    .flatMap((word) => {
      const { beginning, ending } = halvesOf(word);
      const asLong = sql`length(${nameWords.reversed}) between ${word.length - 1} and ${word.length + 1}`;
      // Each range by itself, so that each goes by its index.
      return [
        and(beginsWith(sql`${nameWords.rest}`, beginning), asLong),
        and(beginsWith(sql`${nameWords.reversed}`, reversedWord(ending)), asLong),
      ];
    });
  // One word may be wrong: the others stand as they are typed.
  const standing = sql.join(
    words.map((word) => sql`(${hasWord(sql`${nameForms.key}`, word)})`),
    sql` + `,
  );
  return db
    .selectDistinct({ id: entities.id, formId: nameForms.id, key: nameForms.key })
    .from(nameWords)
    .innerJoin(nameForms, eq(nameForms.id, nameWords.formId))
    .innerJoin(owners, eq(owners.id, nameForms.entityId))
    .innerJoin(entities, survives)
    .where(
      and(
        or(...halves) ?? sql`false`,
        sql`${standing} >= ${words.length - 1}`,
        kind && eq(entities.kind, kind),
      ),
    )
    .limit(halves.length === 0 ? 0 : MOST_COMPARED);
}

function nearOnes(
  words: readonly string[],
  found: readonly Hit[],
  compared: readonly { id: string; formId: string; key: string }[],
): Hit[] {
  const near = new Map<string, Hit>();
  const known = new Set(found.map(({ id }) => id));
  for (const { id, formId, key } of compared) {
    if (known.has(id) || near.has(id) || !isNear(words, key.split(' '))) continue;
    near.set(id, { id, formId, rank: 2 * RULES.indexOf('near') });
  }
  return [...near.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, MOST_NEAR);
}

/** What is shown of the entities that were found, in their order. */
async function describeHits(db: Database, query: string, hits: readonly Hit[]) {
  if (hits.length === 0) return [];
  const ids = sql`(select value from json_each(${JSON.stringify(hits.map(({ id }) => id))}))`;
  const inGroups = sql`${owners.id} in ${ids} or ${owners.mergedInto} in ${ids}`;
  const survivor = sql<string>`coalesce(${owners.mergedInto}, ${owners.id})`;
  const [rows, forms, links] = await db.batch([
    db
      .select({ entity: getTableColumns(entities), mentionCount })
      .from(entities)
      .where(sql`${entities.id} in ${ids}`),
    db
      .select({
        survivor,
        id: nameForms.id,
        text: nameForms.text,
        key: nameForms.key,
        language: nameForms.language,
        kind: nameForms.kind,
      })
      .from(owners)
      .innerJoin(nameForms, eq(nameForms.entityId, owners.id))
      .where(inGroups)
      .orderBy(sql`${nameForms.kind} <> 'preferred'`, asc(nameForms.entityId), asc(nameForms.position)),
    db
      .select({
        survivor,
        predicate: relations.predicate,
        object: sql<string>`objects.id`,
        objectLabel: sql<Record<string, string>>`objects.label`.mapWith(
          (text: string) => JSON.parse(text) as Record<string, string>,
        ),
      })
      .from(owners)
      .innerJoin(relations, eq(relations.subjectId, owners.id))
      .innerJoin(
        sql`${entities} objects`,
        sql`objects.id = (select coalesce(o.merged_into, o.id) from entities o where o.id = ${relations.objectId})`,
      )
      .where(inGroups)
      .orderBy(asc(relations.id)),
  ]);
  const byId = new Map(rows.map((row) => [row.entity.id, row]));
  return hits.flatMap((hit) => {
    const row = byId.get(hit.id);
    if (!row) return [];
    const names = forms.filter((form) => form.survivor === hit.id);
    return [
      {
        ...row,
        rule: RULES[Math.floor(hit.rank / 2)] ?? 'near',
        matched: asTypedMost(names, hit.formId, query),
        names,
        links: links.filter((link) => link.survivor === hit.id),
      },
    ];
  });
}

/** Of the forms of one key, which are the same name in several spellings, the one that is most like what was typed. */
function asTypedMost<T extends { id: string; key: string; text: string }>(
  names: readonly T[],
  formId: string,
  query: string,
) {
  const found = names.find(({ id }) => id === formId);
  const script = scriptOf(query);
  const likeness = ({ id, text }: T) =>
    (waysOf(query).some((way) => text.includes(way)) ? 4 : 0) +
    (scriptOf(text) === script ? 2 : 0) +
    (id === formId ? 1 : 0);
  return names.filter(({ key }) => key === found?.key).toSorted((a, b) => likeness(b) - likeness(a))[0];
}

/** Keys are letters and digits: nothing in them is a wildcard. */
function hasWord(key: SQL, beginning: string): SQL {
  return sql`' ' || ${key} like ${`% ${beginning}%`}`;
}

/** A range of an index: `like` cannot use one here. */
function beginsWith(column: SQL, beginning: string): SQL {
  return sql`${column} >= ${beginning} and ${column} < ${`${beginning}\u{10ffff}`}`;
}

/** The query in the ways in which it may be capitalised: SQLite knows capitals of ASCII only. */
function waysOf(query: string): string[] {
  const typed = query.normalize('NFC').trim();
  const small = typed.toLowerCase();
  return [
    ...new Set([typed, small, typed.toUpperCase(), capital(small), small.split(' ').map(capital).join(' ')]),
  ];
}

function capital(text: string): string {
  return text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}
