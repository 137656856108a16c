/** Where on a page the words of a query stand, and by which rule. */
import { foldWord } from '../domain/text/fold.ts';
import { readWords } from '../domain/text/read-words.ts';
import type { ExpandedQuery } from './expression.ts';
import { RULES, type Rule } from './forms.ts';
import { type Term, termsOf } from './parse-query.ts';
import { literalWord } from './words.ts';

/** A word of a page, in the forms that the index holds. */
export interface PageWord {
  /** Index of its line. */
  line: number;
  /** In UTF-16 code units of the line. */
  start: number;
  end: number;
  literal: string;
  key: string;
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
  const words: PageWord[] = [];
  for (const [line, { text }] of lines.entries()) {
    for (const token of readWords(text)) {
      const { literal, key } = formsOf(token.text);
      if (literal !== '') words.push({ line, start: token.start, end: token.end, literal, key });
    }
  }
  return words;
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
  const [typed] = term.words;
  if (!typed) return [];
  const { inflected = [], vowels = [], near = [] } = query.forms.get(term) ?? {};
  const forms = {
    ...typed,
    prefix: term.prefix,
    inflected: new Set(inflected),
    vowels: new Set(vowels),
    near: new Set(near),
  };
  return words.flatMap((word, index) => {
    const rule = ruleOf(word, forms);
    return rule ? [{ first: index, last: index, wanted, rule }] : [];
  });
}

interface Wanted {
  literal: string;
  key: string;
  prefix: boolean;
  inflected: ReadonlySet<string>;
  vowels: ReadonlySet<string>;
  near: ReadonlySet<string>;
}

function ruleOf(word: PageWord, wanted: Wanted): Rule | null {
  if (word.literal === wanted.literal) return 'exact';
  if (word.key === wanted.key) return 'folded';
  if (wanted.prefix && word.key.startsWith(wanted.key)) return 'prefix';
  if (wanted.inflected.has(word.key)) return 'inflected';
  if (wanted.vowels.has(word.key)) return 'vowels';
  return wanted.near.has(word.key) ? 'near' : null;
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
  for (let at = 0; at + length < words.length; at++) {
    const fits = run.every((wanted, offset) => {
      const word = words[at + offset]?.[form] ?? '';
      return word === wanted || (prefix && offset === length && word.startsWith(wanted));
    });
    if (fits) found.push({ first: at, last: at + length });
  }
  return found;
}
