/** Where on a found page the words stand: lines, offsets, and by which rule. */
import { foldWord } from '../domain/text/fold.ts';
import { tokenise } from '../domain/text/tokens.ts';
import type { SearchMatch } from '../shapes/search.ts';
import type { Line } from '../shapes/transcriptions.ts';
import type { ExpandedQuery } from './expression.ts';
import { RULES, type Rule } from './forms.ts';
import { type Term, termsOf } from './parse-query.ts';
import { wordBox } from './word-box.ts';
import { literalWord } from './words.ts';

interface Word {
  line: number;
  start: number;
  end: number;
  literal: string;
  key: string;
}

interface Found {
  word: Word;
  /** Index of the term, or of the name after the terms. */
  wanted: number;
  rule: Rule;
}

/**
 * The lines of a page in which words of the query stand: those with most of its terms first, then by the
 * strictest rule, then in page order.
 */
export function matchLines(lines: readonly Line[], query: ExpandedQuery): SearchMatch[] {
  const words = lines.flatMap((line, index) => wordsOfLine(line.text, index));
  const terms = termsOf(query.node);
  const byTerm = terms.flatMap((term, index) => findTerm(words, term, index, query));
  // Names stand for their terms, so they count as the first of them.
  const byName = query.names.flatMap((name) =>
    name.names.flatMap(({ keys }) =>
      findRun(words, keys, 'key').map((word) => ({
        word,
        wanted: Math.max(0, terms.indexOf(name.terms[0]!)),
        rule: 'name' as const,
      })),
    ),
  );
  const byLine = Map.groupBy([...byTerm, ...byName], ({ word }) => word.line);
  return [...byLine]
    .map(([line, found]) => ({ line, found: distinct(found) }))
    .map((at) => ({
      ...at,
      terms: new Set(at.found.map(({ wanted }) => wanted)).size,
      rule: Math.max(...at.found.map(({ rule }) => RULES.indexOf(rule))),
    }))
    .sort((a, b) => b.terms - a.terms || a.rule - b.rule || a.line - b.line)
    .flatMap(({ line, found, rule }) => {
      const at = lines[line];
      return at ? [toMatch(at, found, RULES[rule] ?? 'near')] : [];
    });
}

function toMatch(line: Line, found: readonly Found[], rule: Rule): SearchMatch {
  return {
    line: line.id,
    box: line.box,
    snippet: line.text,
    highlights: found.map(({ word }) => [word.start, word.end]),
    highlightRules: found.map((one) => one.rule),
    wordBoxes: found.map(({ word }) => (line.box ? wordBox(line.text, word, line.box) : null)),
    rule,
  };
}

/** Each found word once, in order, by the strictest rule that found it. */
function distinct(found: readonly Found[]): Found[] {
  const byStart = new Map<number, Found>();
  for (const one of found) {
    const other = byStart.get(one.word.start);
    if (!other || RULES.indexOf(one.rule) < RULES.indexOf(other.rule)) byStart.set(one.word.start, one);
  }
  return [...byStart.values()].sort((a, b) => a.word.start - b.word.start);
}

function wordsOfLine(text: string, line: number): Word[] {
  return tokenise(text).flatMap((token) => {
    const literal = literalWord(token.text);
    if (literal === '') return [];
    const key = keyOf(token.text, literal);
    return [{ line, start: token.start, end: token.end, literal, key }];
  });
}

/** Pages share most of their words, so each is folded once as long as this isolate has room for it. */
const keys = new Map<string, string>();
const MOST_KEYS = 50_000;

function keyOf(word: string, literal: string): string {
  let key = keys.get(word);
  if (key === undefined) {
    key = literalWord(foldWord(word)) || literal;
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(word, key);
  }
  return key;
}

function findTerm(words: readonly Word[], term: Term, wanted: number, query: ExpandedQuery): Found[] {
  if (term.match === 'literal') {
    const typed = term.words.map((word) => word.literal);
    return findRun(words, typed, 'literal', term.prefix).map((word) => ({ word, wanted, rule: 'exact' }));
  }
  const [typed] = term.words;
  if (!typed) return [];
  const { literal, key } = typed;
  const { inflected = [], near = [] } = query.forms.get(term) ?? {};
  return words.flatMap((word) => {
    const rule = ruleOf(word, { literal, key, prefix: term.prefix, inflected, near });
    return rule ? [{ word, wanted, rule }] : [];
  });
}

interface Wanted {
  literal: string;
  key: string;
  prefix: boolean;
  inflected: readonly string[];
  near: readonly string[];
}

function ruleOf(word: Word, wanted: Wanted): Rule | null {
  if (word.literal === wanted.literal) return 'exact';
  if (word.key === wanted.key) return 'folded';
  if (wanted.prefix && word.key.startsWith(wanted.key)) return 'prefix';
  if (wanted.inflected.includes(word.key)) return 'inflected';
  return wanted.near.includes(word.key) ? 'near' : null;
}

/** Every word of every place where words follow each other like this, over the ends of lines too. */
function findRun(
  words: readonly Word[],
  run: readonly string[],
  form: 'literal' | 'key',
  prefix = false,
): Word[] {
  const found: Word[] = [];
  const last = run.length - 1;
  for (let at = 0; at + run.length <= words.length; at++) {
    const fits = run.every((wanted, offset) => {
      const word = words[at + offset]?.[form] ?? '';
      return word === wanted || (prefix && offset === last && word.startsWith(wanted));
    });
    if (fits) found.push(...words.slice(at, at + run.length));
  }
  return found;
}
