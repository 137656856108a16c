/** The lines of a found page that show what was found. */
import type { SearchMatch } from '../shapes/search.ts';
import type { Line } from '../shapes/transcriptions.ts';
import type { ExpandedQuery } from './expression.ts';
import { findOccurrences, looseness } from './find-words.ts';
import { RULES, type Rule } from './forms.ts';
import { type PageWord, PageWords } from './page-words.ts';
import { wordBox } from './word-box.ts';

interface Found {
  word: PageWord;
  wanted: number;
  rule: Rule;
}

/**
 * The lines of a page in which words of the query stand: those with most of its terms first, then by the
 * strictest rule, then in page order.
 */
export function matchLines(lines: readonly Line[], query: ExpandedQuery): SearchMatch[] {
  const words = new PageWords(lines);
  const found: Found[] = findOccurrences(words, query).flatMap(({ first, last, wanted, rule }) =>
    Array.from({ length: last - first + 1 }, (_, offset) => words.at(first + offset)!).map((word) => ({
      word,
      wanted,
      rule,
    })),
  );
  const byLine = Map.groupBy(found, ({ word }) => word.line);
  return [...byLine]
    .map(([line, inLine]) => ({ line, found: distinct(inLine) }))
    .map((at) => ({
      ...at,
      terms: new Set(at.found.map(({ wanted }) => wanted)).size,
      rule: Math.max(...at.found.map(({ rule }) => looseness(rule))),
    }))
    .sort((a, b) => b.terms - a.terms || a.rule - b.rule || a.line - b.line)
    .flatMap((at) => {
      const line = lines[at.line];
      return line ? [toMatch(line, at.found, RULES[at.rule] ?? 'near')] : [];
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
    if (!other || looseness(one.rule) < looseness(other.rule)) byStart.set(one.word.start, one);
  }
  return [...byStart.values()].sort((a, b) => a.word.start - b.word.start);
}
