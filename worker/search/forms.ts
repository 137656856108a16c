/** In what forms the words of a query may stand on a page, from the surest to the loosest. */
import { isKazakhEnding, kazakhStems } from '../domain/text/endings-kk.ts';
import { russianEndingFits, russianStems } from '../domain/text/endings-ru.ts';
import { editDistance } from './edit-distance.ts';
import type { Term } from './parse-query.ts';

/**
 * - `exact`: letter by letter as typed
 * - `folded`: in another spelling or script, by the search key
 * - `prefix`: a word that begins so, where `*` asked for it
 * - `inflected`: with another ending
 * - `name`: another name of the same entity, by the authority file
 * - `near`: nearly so, as misreadings are
 */
export const RULES = ['exact', 'folded', 'prefix', 'inflected', 'name', 'near'] as const;
export type Rule = (typeof RULES)[number];

/** A word of the index's vocabulary, with the number of pages that have it. */
export interface VocabularyWord {
  key: string;
  pages: number;
}

/** The shortest stem that endings are looked for on: shorter ones begin too many other words. */
const LEAST_STEM = 3;
/** So much longer than its stem may an inflected word be. */
export const LONGEST_ENDING = 8;
const MOST_INFLECTED = 80;
const MOST_NEAR = 300;
/** One way to misread a word is seen on no more than one in so many of its pages. */
const MISREAD_ON = 20;
/** In words of up to so many letters another last letter is another ending rather than a slip. */
const SHORT_WORD = 6;

/**
 * The stem that a key's inflected forms are looked for on: the longest that is itself a word of the vocabulary
 * or (in Russian, where a stem alone need not be a word) that other endings are found on. The key itself where
 * it has no ending.
 */
export function shortestStem(key: string): string {
  const stems = [...kazakhStems(key), ...russianStems(key).map((stem) => stem.key)];
  const long = stems.filter((stem) => stem.length >= Math.max(LEAST_STEM, Math.ceil(key.length / 2)));
  return long.reduce((shortest, stem) => (stem.length < shortest.length ? stem : shortest), key);
}

/**
 * Of the words that begin like the stem, those that differ from the key by their ending only.
 * Kazakh: the key with endings put on, or its longest stem that is a word, with all its endings. Russian: words
 * that decline alike on one stem.
 */
export function inflectedForms(key: string, words: readonly string[]): string[] {
  if (key.length < LEAST_STEM) return [];
  const known = new Set(words);
  const kazakh = kazakhStems(key).find((stem) => stem.length >= LEAST_STEM && known.has(stem)) ?? key;
  const russian = russianStems(key).filter(
    (stem) => stem.key.length >= Math.max(LEAST_STEM, Math.ceil(key.length / 2)),
  );
  const found = words.filter(
    (word) =>
      word !== key &&
      ((word.startsWith(kazakh) && isKazakhEnding(word.slice(kazakh.length))) ||
        russian.some(
          (stem) => word.startsWith(stem.key) && russianEndingFits(word.slice(stem.key.length), stem.classes),
        ) ||
        // The dictionary form itself may have no ending: газет, Оренбург.
        (word.startsWith(key) && russianEndingFits(word.slice(key.length), ALL_CLASSES))),
  );
  return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_INFLECTED);
}

const ALL_CLASSES = ~0;

/** How many letters of a key of this length may be misread: of four letters one makes another word too often. */
export function tolerance(length: number): 0 | 1 | 2 {
  if (length < 5) return 0;
  return length < 9 ? 1 : 2;
}

/**
 * Of the candidates those that a misreading of the key may be: few letters off, and far rarer than the key. What
 * stands on as many pages is a word of its own, not a misreading.
 * @param pages on which the key itself stands
 */
export function nearForms(key: string, pages: number, candidates: readonly VocabularyWord[]): string[] {
  const most = tolerance(key.length);
  const rare = pages === 0 ? Infinity : Math.max(1, Math.floor(pages / MISREAD_ON));
  return candidates
    .filter((word) => word.key !== key && word.pages > 0 && word.pages <= rare)
    .map((word) => ({ ...word, distance: editDistance(key, word.key, most) }))
    .filter((word) => word.distance <= most && !hasOtherEnding(key, word.key))
    .sort((a, b) => a.distance - b.distance || b.pages - a.pages || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map((word) => word.key);
}

function hasOtherEnding(key: string, other: string): boolean {
  return key.length <= SHORT_WORD && other.length === key.length && other.slice(0, -1) === key.slice(0, -1);
}

/** What a folded word may be on a page beside its own key, as keys. */
export interface TermForms {
  /** On how many pages its key stands. */
  pages: number;
  inflected: readonly string[];
  near: readonly string[];
}

/** The other names of an entity that a run of the query's terms names. */
export interface NameExpansion {
  terms: readonly Term[];
  entity: string;
  label: Record<string, string>;
  /** As the authority file has them, with the keys of their words. */
  names: { text: string; keys: string[] }[];
}
