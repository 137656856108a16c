/** Where on a found page the words stand: lines, offsets, and the snippet to show. */
import { foldWord } from '../domain/text/fold.ts';
import { tokenise } from '../domain/text/tokens.ts';
import type { SearchMatch } from '../shapes/search.ts';
import type { Line } from '../shapes/transcriptions.ts';
import type { Term } from './parse-query.ts';
import { literalWord } from './words.ts';

interface Word {
  line: number;
  start: number;
  end: number;
  literal: string;
  key: string;
}

interface Found {
  line: number;
  range: [number, number];
  term: number;
  exact: boolean;
}

/**
 * The lines of a page in which terms of the query stand: those with most terms first, then in page order.
 * @param typed the words as typed, lower case, to tell an exact hit from a folded one
 */
export function matchLines(
  lines: readonly Line[],
  terms: readonly Term[],
  typed: ReadonlySet<string>,
): SearchMatch[] {
  const words = lines.flatMap((line, index) => wordsOfLine(line.text, index));
  const found = terms.flatMap((term, index) => findTerm(words, term, index, typed));
  const byLine = Map.groupBy(found, (hit) => hit.line);
  return [...byLine]
    .map(([line, hits]) => ({ line, hits, terms: new Set(hits.map((hit) => hit.term)).size }))
    .sort((a, b) => b.terms - a.terms || a.line - b.line)
    .flatMap(({ line, hits }) => {
      const at = lines[line];
      if (!at) return [];
      return [
        {
          line: at.id,
          box: at.box,
          snippet: at.text,
          highlights: distinctRanges(hits),
          rule: hits.every((hit) => hit.exact) ? ('exact' as const) : ('folded' as const),
        },
      ];
    });
}

/** Each found word once, in order: several terms, or phrases that overlap, may have found the same one. */
function distinctRanges(hits: readonly Found[]): [number, number][] {
  const byStart = new Map(hits.map(({ range }) => [range[0], range]));
  return [...byStart.values()].sort((a, b) => a[0] - b[0]);
}

function wordsOfLine(text: string, line: number): Word[] {
  return tokenise(text).flatMap((token) => {
    const literal = literalWord(token.text);
    if (literal === '') return [];
    return [
      {
        line,
        start: token.start,
        end: token.end,
        literal,
        key: literalWord(foldWord(token.text)) || literal,
      },
    ];
  });
}

/** Every place where the words of a term follow each other, over the ends of lines too. */
function findTerm(words: readonly Word[], term: Term, index: number, typed: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  const form = term.kind === 'literal' ? 'literal' : 'key';
  for (let at = 0; at + term.words.length <= words.length; at++) {
    if (!term.words.every((wanted, offset) => words[at + offset]?.[form] === wanted)) continue;
    for (const word of words.slice(at, at + term.words.length)) {
      found.push({
        line: word.line,
        range: [word.start, word.end],
        term: index,
        exact: typed.has(word.literal),
      });
    }
  }
  return found;
}
