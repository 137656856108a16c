/** In what forms the words of a query may stand on a page, from the surest to the loosest. */
import { isKazakhEnding, kazakhStems } from '../domain/text/endings-kk.ts';
import { russianEndingFits, russianStems } from '../domain/text/endings-ru.ts';
import { foldWord } from '../domain/text/fold.ts';
import type { Term } from './parse-query.ts';

/**
 * - `exact`: letter by letter as typed
 * - `folded`: in another spelling or script, by the search key
 * - `prefix`: a word that begins so, where `*` asked for it
 * - `inflected`: with another ending
 * - `name`: another name of the same entity, by the authority file
 * - `vowels`: with vowels left out, as Kazakh was spelled before 1912, or with those that the query leaves out
 * - `near`: nearly so, as misreadings are
 */
export const RULES = ['exact', 'folded', 'prefix', 'inflected', 'name', 'vowels', 'near'] as const;
export type Rule = (typeof RULES)[number];

/** The shortest stem that endings are looked for on: shorter ones begin too many other words. */
const LEAST_STEM = 3;
/** So much longer than its stem may an inflected word be. */
export const LONGEST_ENDING = 8;
const MOST_INFLECTED = 80;

/** What forms of a word begin with; all but few are forms of the first. @example ['lenin', 'leniŋ'] for Ленинге */
export function beginningsOf(key: string): string[] {
  const shortest = shortestStem(key);
  const joined = key.endsWith(N) ? key.slice(0, -1) + NG : undefined;
  return joined?.startsWith(shortest) === false ? [shortest, joined] : [shortest];
}

/**
 * What all forms of a word begin with that endings are looked for on: the shortest stem that the key may have,
 * without a last letter that changes before some endings. The key itself where it has no ending.
 */
function shortestStem(key: string): string {
  const stems = [...kazakhStems(key), ...russianStems(key).map((stem) => stem.key)];
  const long = stems.filter((stem) => stem.length >= Math.max(LEAST_STEM, Math.ceil(key.length / 2)));
  const shortest = long.reduce((found, stem) => (stem.length < found.length ? stem : found), key);
  return alternating(shortest).length > 1 ? shortest.slice(0, -1) : shortest;
}

/**
 * Of the words that begin like the stem, those that differ from the key by their ending only.
 * Kazakh: the key with endings put on, or its longest stem that is a word, with all its endings. Russian: words
 * that decline alike on one stem.
 */
export function inflectedForms(key: string, words: readonly string[]): string[] {
  if (key.length < LEAST_STEM) return [];
  const known = new Set(words);
  const base = kazakhStems(key)
    .filter((stem) => !isLooseEnding(stem, key.slice(stem.length)))
    .flatMap(alternating)
    .find((stem) => stem.length >= LEAST_STEM && known.has(stem));
  const kazakh = [key, ...(base === undefined ? [] : [base])].flatMap(alternating);
  const russian = russianStems(key).filter(
    (stem) =>
      stem.key.length >= Math.max(LEAST_STEM, Math.ceil(key.length / 2)) &&
      !isLooseEnding(stem.key, key.slice(stem.key.length)),
  );
  const found = words.filter(
    (word) =>
      word !== key &&
      (kazakh.some((stem) => hasKazakhEnding(word, stem)) ||
        russian.some(
          (stem) => word.startsWith(stem.key) && russianEndingFits(word.slice(stem.key.length), stem.classes),
        ) ||
        // The dictionary form itself may have no ending: газет, Оренбург.
        (word.startsWith(key) && russianEndingFits(word.slice(key.length), ALL_CLASSES))),
  );
  return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_INFLECTED);
}

/** What a stem's last letter becomes before a vowel: құқық, құқығы; мектеп, мектебі. */
const VOICED = [
  ['қ', 'ғ'],
  ['к', 'г'],
  ['п', 'б'],
].map(([hard = '', soft = '']) => [foldWord(hard), foldWord(soft)] as const);
/** я after и is kept apart at the end of a word only: партия, партиясы. */
const LAST_YA = foldWord('партия').slice(-2);
const INNER_YA = foldWord('партиясы').slice(foldWord('парт').length, -foldWord('сы').length);
/** Shorter stems are another word too often when a letter changes: ақ, аға. */
const LEAST_ALTERNATING = 4;

/** A stem in the shapes that it has before different endings, as given first. */
function alternating(stem: string): string[] {
  if (stem.length < LEAST_ALTERNATING) return [stem];
  for (const [one, other] of [...VOICED, [LAST_YA, INNER_YA] as const]) {
    if (stem.endsWith(one)) return [stem, stem.slice(0, -one.length) + other];
    if (stem.endsWith(other)) return [stem, stem.slice(0, -other.length) + one];
  }
  return [stem];
}

/** The same letter twice is one in a key: ұлттар, Ташкенттен; н and г are ң: Ленинге. */
function hasKazakhEnding(word: string, stem: string): boolean {
  if (stem.endsWith(N) && word.startsWith(stem.slice(0, -1) + NG)) {
    return isKazakhEnding(G + word.slice(stem.length));
  }
  if (!word.startsWith(stem)) return false;
  const ending = word.slice(stem.length);
  if (isLooseEnding(stem, ending)) return false;
  return isKazakhEnding(ending) || isKazakhEnding(stem.slice(-1) + ending);
}

const [N, G, NG] = ['н', 'г', 'ң'].map(foldWord) as [string, string, string];

/** “My” on a short stem is far more often a part of the word, or of another one: білім is not my біл, nor қалам my қала. */
function isLooseEnding(stem: string, ending: string): boolean {
  return (stem.length < 4 && ending === foldWord('ым')) || (stem.length < 5 && ending === foldWord('м'));
}

const ALL_CLASSES = ~0;

/** What a folded word may be on a page beside its own key, as keys. */
export interface TermForms {
  /** On how many pages its key stands. */
  pages: number;
  inflected: readonly string[];
  vowels: readonly string[];
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
