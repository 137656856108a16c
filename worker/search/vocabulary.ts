/**
 * The words that the index knows, and those of them near to a word of a query. `search_vocabulary` holds every key,
 * what the spelling before 1912 shares with it, and whether it stood on a page of that spelling.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Database, Statement } from '../db/client.ts';
import { LEAST_SKELETON, LEAST_UNSAID, skeletonOf } from '../domain/text/vowels-left-out.ts';
import { LONGEST_ENDING } from './forms.ts';
import { misreadingsOf } from './misreadings.ts';
import { type Candidate, tolerance } from './near-forms.ts';
import type { VowelCandidate } from './vowel-forms.ts';

/** Comes after every letter in the order of the index. */
const LAST = '\u{10ffff}';
const MOST_WORDS = 4000;
/** Words of which it is asked whether they are words: some hundreds of look-ups each. */
const MOST_CANDIDATES = 200;
/** Longer words, and beginnings, that are looked at of each. */
const MOST_LONGER = 20;
const LONGEST_CUT = 6;
const MOST_OF_A_SKELETON = 200;

/** Words that begin like one of these and are not much longer, as one JSON array: a row each takes far longer to carry. */
export function selectInflected(db: Database, beginnings: readonly string[]) {
  const found = beginnings.map(
    (stem) => sql`select key from search_vocabulary where key >= ${stem} and key < ${stem + LAST}
      and length(key) <= ${stem.length + LONGEST_ENDING}`,
  );
  return db.all<{ keys: string }>(
    sql`select json_group_array(key) as keys from (${sql.join(found, sql` union all `)} limit ${MOST_WORDS})`,
  );
}

/** On how many pages a word stands. */
export function selectPageCount(db: Database, key: string) {
  return db.all<{ pages: number; old: number | null }>(
    sql`select coalesce(${pagesOf(sql`${key}`)}, 0) as pages,
      (select old from search_vocabulary where key = ${key}) as old`,
  );
}

const pagesOf = (key: SQL) => sql`(select doc from search_terms where term = ${key} and col = 'key')`;

/** Words that may be misreadings of a key, with what tells whether they are words of their own, as one JSON array. */
export function selectCandidates(db: Database, key: string) {
  const misread = JSON.stringify([...misreadingsOf(key).keys()]);
  const near = sql`select v.key from json_each(${misread}) slip cross join search_vocabulary v on v.key = slip.value`;
  const found = tolerance(key.length) === 2 ? sql`${near} union ${twoSlips(key)}` : near;
  const cuts = Array.from(
    { length: LONGEST_CUT },
    (_, index) => sql`substr(found.key, 1, length(found.key) - ${sql.raw(String(index + 1))})`,
  );
  return db.all<{ candidates: string }>(sql`
    select json_group_array(json_array(
      found.key,
      coalesce(${pagesOf(sql`found.key`)}, 0),
      json((select json_group_array(key) from (select v.key from search_vocabulary v
        where v.key > found.key and v.key < found.key || ${LAST} limit ${MOST_LONGER}))),
      json((select json_group_array(json_array(v.key, coalesce(${pagesOf(sql`v.key`)}, 0))) from search_vocabulary v
        where v.key in (${sql.join(cuts, sql`, `)}) and length(v.key) > 2))
    )) as candidates
    from (${found} limit ${MOST_CANDIDATES}) found`);
}

/** What `selectCandidates` found. */
export function readCandidates(json: string): Candidate[] {
  const rows = JSON.parse(json) as [string, number, string[], [string, number][]][];
  return rows.map(([key, pages, longer, shorter]) => ({
    key,
    pages,
    longer,
    shorter: shorter.map(([stem, count]) => ({ key: stem, pages: count })),
  }));
}

/** Each piece has two letters, the last may have three. */
const PIECE = 2;

/** Words with the same beginning, of whose other pieces all stand in the word but two, those misread. */
function twoSlips(key: string): SQL {
  // By letters, as SQLite counts: half of a surrogate pair is no text that a database takes.
  const letters = Array.from(key);
  const textOf = (from: number, to?: number) => letters.slice(from, to).join('');
  const whole = Math.floor(letters.length / 3);
  const beginning = textOf(0, whole);
  const pieces: string[] = [];
  for (let at = whole; at + PIECE <= letters.length; at += PIECE) {
    pieces.push(textOf(at, letters.length - at - PIECE < PIECE ? undefined : at + PIECE));
  }
  const standing = sql.join(
    pieces.map((piece) => sql`(instr(key, ${piece}) > 0)`),
    sql` + `,
  );
  return sql`select key from search_vocabulary where key >= ${beginning} and key < ${beginning + LAST}
    and length(key) between ${letters.length - 2} and ${letters.length + 2} and ${standing} >= ${pieces.length - 2}`;
}

/**
 * Words that share with this one what a spelling without vowels keeps, and may have endings: those of pages in that
 * spelling, and all others where the word itself stands on such a page. Beside them others without more endings,
 * for a word that is found nowhere. As one JSON array; null where too little is kept.
 */
export function selectUnvowelled(db: Database, key: string) {
  const skeleton = skeletonOf(key);
  if (skeleton.length < LEAST_SKELETON) return null;
  const ofSkeleton = sql`select key, old from search_vocabulary indexed by search_vocabulary_skeleton where`;
  const longer = sql`skeleton >= ${skeleton} and skeleton < ${skeleton + LAST}
    and length(skeleton) <= ${skeleton.length + LONGEST_ENDING} limit ${MOST_OF_A_SKELETON}`;
  const isOld = sql`exists (select 1 from search_vocabulary where key = ${key} and old = 1)`;
  return db.all<{ words: string }>(sql`select json_group_array(json_array(key, old)) as words from (
    select * from (${ofSkeleton} old = 1 and ${longer})
    union select * from (${ofSkeleton} old = 0 and ${isOld} and ${longer})
    union select * from (${ofSkeleton} old = 0 and skeleton = ${skeleton}
      and ${skeleton.length >= LEAST_UNSAID} limit ${MOST_OF_A_SKELETON}))`);
}

/** What `selectUnvowelled` found. */
export function readUnvowelled(json: string): VowelCandidate[] {
  return (JSON.parse(json) as [string, number][]).map(([word, old]) => ({ key: word, old: old === 1 }));
}

/**
 * Statements that make these keys words of the vocabulary.
 * @param old whether their page is in the spelling before 1912, as SQL
 */
export function addWords(db: Database, keys: string, old: SQL): Statement {
  const words = [...new Set(keys.split(' '))].filter((key) => key !== '');
  const rows = words.map((key) => [key, skeletonOf(key)]);
  return db.run(sql`insert into search_vocabulary (key, skeleton, old)
    select value ->> 0, value ->> 1, page.old from json_each(${JSON.stringify(rows)}), (select ${old} as old) page
    where true on conflict (key) do update set old = 1 where search_vocabulary.old = 0 and excluded.old = 1`);
}
