/** Where on a page the words of a query stand, and by which rule. */
import { foldWord } from '../domain/text/fold.ts';
import { type KeyLetters, lettersOfKey } from '../domain/text/key-letters.ts';
import type { ExpandedQuery } from './expression.ts';
import { RULES, type Rule } from './forms.ts';
import type { PageWords } from './page-words.ts';
import { type Term, termsOf } from './parse-query.ts';

/** One place where a term of the query, or another name for it, stands. */
export interface Occurrence {
  /** Index of the first and of the last word on the page: one word, or those of a phrase or name. */
  first: number;
  last: number;
  /** Index of the term; a name stands for the first term that it replaces. */
  wanted: number;
  rule: Rule;
}

/** Every place where something that the query wants stands, term by term. */
export function findOccurrences(words: PageWords, query: ExpandedQuery): Occurrence[] {
  const terms = termsOf(query.node);
  const byTerm = terms.flatMap((term, wanted) => findTerm(words, term, wanted, query));
  const byName = query.names.flatMap((name) => {
    const wanted = Math.max(0, terms.indexOf(name.terms[0]!));
    return name.names.flatMap(({ keys }) =>
      findRuns(words, keys, 'key').map((run) => ({ ...run, wanted, rule: 'name' as const })),
    );
  });
  return [...byTerm, ...byName];
}

/** How loose a rule is: the strictest is 0. */
export const looseness = (rule: Rule): number => RULES.indexOf(rule);

function findTerm(words: PageWords, term: Term, wanted: number, query: ExpandedQuery): Occurrence[] {
  if (term.match === 'literal') {
    const typed = term.words.map((word) => word.literal);
    return findRuns(words, typed, 'literal', term.prefix).map((run) => ({ ...run, wanted, rule: 'exact' }));
  }
  const forms = wantedOf(term, query);
  if (!forms) return [];
  return words.thatMayHave(forms.letters).flatMap((index) => {
    const rule = ruleOf(words, index, forms);
    return rule ? [{ first: index, last: index, wanted, rule }] : [];
  });
}

/** What is wanted of a word is made once, for all the pages that a query found. */
const prepared = new WeakMap<ExpandedQuery, Map<Term, Wanted>>();

function wantedOf(term: Term, query: ExpandedQuery): Wanted | undefined {
  const terms = prepared.get(query) ?? new Map<Term, Wanted>();
  prepared.set(query, terms);
  const [typed] = term.words;
  let wanted = terms.get(term);
  if (!typed || wanted) return wanted;
  const { inflected = [], vowels = [], near = [] } = query.forms.get(term) ?? {};
  wanted = {
    ...typed,
    prefix: term.prefix,
    inflected: new Set(inflected),
    vowels: new Set(vowels),
    near: new Set(near),
    letters: least([
      lettersOfLiteral(typed.literal),
      ...[typed.key, ...inflected, ...vowels, ...near].map(lettersOfKey),
    ]),
  };
  terms.set(term, wanted);
  return wanted;
}

/** The sets that have no other one of these in them: what has none of them has none at all. */
function least(sets: readonly KeyLetters[]): KeyLetters[] {
  const kept: KeyLetters[] = [];
  for (const set of new Set(sets)) {
    if (kept.some((other) => (other & ~set) === 0)) continue;
    kept.splice(0, kept.length, ...kept.filter((other) => (set & ~other) !== 0), set);
  }
  return kept;
}

/** What is written alike has the same key. */
const lettersOfLiteral = (literal: string) => lettersOfKey(foldWord(literal));

interface Wanted {
  literal: string;
  key: string;
  prefix: boolean;
  inflected: ReadonlySet<string>;
  vowels: ReadonlySet<string>;
  near: ReadonlySet<string>;
  /** A word whose key may have all letters of one of these may be wanted. */
  letters: readonly KeyLetters[];
}

function ruleOf(words: PageWords, index: number, wanted: Wanted): Rule | null {
  const key = words.key(index);
  if (words.literal(index) === wanted.literal) return 'exact';
  if (key === wanted.key) return 'folded';
  if (wanted.prefix && key.startsWith(wanted.key)) return 'prefix';
  if (wanted.inflected.has(key)) return 'inflected';
  if (wanted.vowels.has(key)) return 'vowels';
  return wanted.near.has(key) ? 'near' : null;
}

/** Every place where words follow each other like this, over the ends of lines too. */
function findRuns(
  words: PageWords,
  run: readonly string[],
  form: 'literal' | 'key',
  prefix = false,
): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  const length = run.length - 1;
  const letters = run.map(form === 'literal' ? lettersOfLiteral : lettersOfKey);
  for (const at of words.thatMayHave(letters.slice(0, 1))) {
    const fits = run.every((wanted, offset) => {
      if (!words.mayHave(at + offset, letters[offset] ?? 0)) return false;
      const word = words[form](at + offset);
      return word === wanted || (prefix && offset === length && word.startsWith(wanted));
    });
    if (fits) found.push({ first: at, last: at + length });
  }
  return found;
}
