/**
 * The words that the index knows, and those of them near to a word of a query. `search_vocabulary` holds every
 * key and its mirror image, so that words are found by their beginning as well as by their end.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Database, Statement } from '../db/client.ts';
import { LONGEST_ENDING, tolerance } from './forms.ts';

/** Comes after every letter in the order of the index. */
const LAST = '\u{10ffff}';
const MOST_WORDS = 4000;
const MOST_CANDIDATES = 1500;

/** Words that begin like this and are not much longer. */
export function selectInflected(db: Database, stem: string) {
  return db.all<{ key: string }>(sql`select key from search_vocabulary
    where key >= ${stem} and key < ${stem + LAST} and length(key) <= ${stem.length + LONGEST_ENDING}
    limit ${MOST_WORDS}`);
}

/** On how many pages a word stands. */
export function selectPageCount(db: Database, key: string) {
  return db.all<{ pages: number }>(
    sql`select doc as pages from search_terms where term = ${key} and col = 'key'`,
  );
}

/**
 * Words that may be misreadings of a key, with their pages. A misreading leaves a part whole: where that is the
 * beginning the words come from one index, where it is the end from the mirrored one; of the rest, cut into
 * pieces, all must stand in the word but those that the misread letters fall into.
 */
export function selectCandidates(db: Database, key: string) {
  const letters = Array.from(key);
  const misread = tolerance(letters.length);
  const whole = misread === 2 ? Math.floor(letters.length / 3) : Math.floor(letters.length / 2);
  const forward = lookUp('key', letters, whole, misread);
  // One misread letter stands either in the beginning or behind it, so that all behind it may be asked for.
  const end = misread === 2 ? whole : letters.length - whole;
  const backward = lookUp('mirrored', letters.toReversed(), end, misread);
  return db.all<{ key: string; pages: number }>(sql`
    select found.key, coalesce((select doc from search_terms where term = found.key and col = 'key'), 0) as pages
    from (${forward} union ${backward} limit ${MOST_CANDIDATES}) found`);
}

/** Each piece has two letters, the last may have three. */
const PIECE = 2;

function lookUp(column: 'key' | 'mirrored', letters: string[], whole: number, misread: number): SQL {
  const beginning = letters.slice(0, whole).join('');
  const rest = letters.slice(whole);
  const pieces: string[] = [];
  for (let at = 0; at + PIECE <= rest.length; at += PIECE) {
    const end = rest.length - at - PIECE < PIECE ? rest.length : at + PIECE;
    pieces.push(rest.slice(at, end).join(''));
  }
  const name = sql.raw(column);
  const standing = sql.join(
    pieces.map((piece) => sql`(instr(${name}, ${piece}) > 0)`),
    sql` + `,
  );
  const enough = Math.max(0, pieces.length - misread);
  const isNear = enough === 0 ? sql`1` : sql`${standing} >= ${enough}`;
  return sql`select key from search_vocabulary where ${name} >= ${beginning} and ${name} < ${beginning + LAST}
    and length(key) between ${letters.length - misread} and ${letters.length + misread} and ${isNear}`;
}

/** Statements that make these keys words of the vocabulary. */
export function addWords(db: Database, keys: string): Statement {
  const words = [...new Set(keys.split(' '))].filter((key) => key !== '');
  const rows = words.map((key) => [key, Array.from(key).toReversed().join('')]);
  return db.run(sql`insert or ignore into search_vocabulary (key, mirrored)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)})`);
}
