/** Where on a page the words of a query stand, and by which rule. */
import { foldWord } from '../domain/text/fold.ts';
import { type KeyLetters, lettersOfKey, possibleLetters } from '../domain/text/key-letters.ts';
import { readWords } from '../domain/text/read-words.ts';
import type { Token } from '../domain/text/tokens.ts';
import type { ExpandedQuery } from './expression.ts';
import { RULES, type Rule } from './forms.ts';
import { type Term, termsOf } from './parse-query.ts';
import { literalWord } from './words.ts';

/** A word of a page. Its forms are made when they are asked for: of most words a look at their letters is enough. */
export class PageWord {
  /** Index of its line. */
  readonly line: number;
  /** In UTF-16 code units of the line. */
  readonly start: number;
  readonly end: number;
  private readonly text: string;
  private readonly letters: KeyLetters;

  constructor(line: number, { text, start, end }: Token) {
    this.line = line;
    this.start = start;
    this.end = end;
    this.text = text;
    this.letters = possibleLetters(text);
  }

  /** As the index holds it, in the column `word`. */
  get literal(): string {
    return formsOf(this.text).literal;
  }

  /** In the column `key`. */
  get key(): string {
    return formsOf(this.text).key;
  }

  /** Whether its key may have all of these letters; where it may not, it need not be made. */
  mayHave(letters: KeyLetters): boolean {
    return (letters & ~this.letters) === 0;
  }
}

/** One place where a term of the query, or another name for it, stands. */
export interface Occurrence {
  /** Index of the first and of the last word on the page: one word, or those of a phrase or name. */
  first: number;
  last: number;
  /** Index of the term; a name stands for the first term that it replaces. */
  wanted: number;
  rule: Rule;
}

/** All words of a page in reading order, as search counts them. */
export function wordsOfPage(lines: readonly { text: string }[]): PageWord[] {
  // A token begins with a letter or digit, so that each is a word of the index.
  return lines.flatMap(({ text }, line) => readWords(text).map((token) => new PageWord(line, token)));
}

/** Every place where something that the query wants stands, term by term. */
export function findOccurrences(words: readonly PageWord[], query: ExpandedQuery): Occurrence[] {
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

interface Forms {
  literal: string;
  key: string;
}

/** Pages share most of their words, so each is folded once as long as this isolate has room for it. */
const known = new Map<string, Forms>();
const MOST_KNOWN = 50_000;

function formsOf(word: string): Forms {
  let forms = known.get(word);
  if (forms === undefined) {
    const literal = literalWord(word);
    forms = { literal, key: literalWord(foldWord(word)) || literal };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, forms);
  }
  return forms;
}

function findTerm(
  words: readonly PageWord[],
  term: Term,
  wanted: number,
  query: ExpandedQuery,
): Occurrence[] {
  if (term.match === 'literal') {
    const typed = term.words.map((word) => word.literal);
    return findRuns(words, typed, 'literal', term.prefix).map((run) => ({ ...run, wanted, rule: 'exact' }));
  }
  const forms = wantedOf(term, query);
  if (!forms) return [];
  return words.flatMap((word, index) => {
    if (!forms.letters.some((each) => word.mayHave(each))) return [];
    const rule = ruleOf(word, forms);
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

function ruleOf(word: PageWord, wanted: Wanted): Rule | null {
  const { literal, key } = word;
  if (literal === wanted.literal) return 'exact';
  if (key === wanted.key) return 'folded';
  if (wanted.prefix && key.startsWith(wanted.key)) return 'prefix';
  if (wanted.inflected.has(key)) return 'inflected';
  if (wanted.vowels.has(key)) return 'vowels';
  return wanted.near.has(key) ? 'near' : null;
}

/** Every place where words follow each other like this, over the ends of lines too. */
function findRuns(
  words: readonly PageWord[],
  run: readonly string[],
  form: 'literal' | 'key',
  prefix = false,
): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  const length = run.length - 1;
  const letters = run.map(form === 'literal' ? lettersOfLiteral : lettersOfKey);
  for (let at = 0; at + length < words.length; at++) {
    const fits = run.every((wanted, offset) => {
      const word = words[at + offset];
      if (!word?.mayHave(letters[offset] ?? 0)) return false;
      return word[form] === wanted || (prefix && offset === length && word[form].startsWith(wanted));
    });
    if (fits) found.push({ first: at, last: at + length });
  }
  return found;
}
