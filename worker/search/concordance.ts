/** Keywords in context: each found word or phrase of a page with the words around it. */
import type { Box } from '../shapes/common.ts';
import type { Line } from '../shapes/transcriptions.ts';
import type { ExpandedQuery } from './expression.ts';
import { type Occurrence, findOccurrences, looseness } from './find-words.ts';
import type { Rule } from './forms.ts';
import { PageWords } from './page-words.ts';
import { wordBox } from './word-box.ts';

export interface Keyword {
  left: string;
  match: string;
  right: string;
  rule: Rule;
  line: string;
  box: Box | null;
  start: number;
  end: number;
  wordBox: Box | null;
  /** Keys of the neighbouring words, the nearest first: what is sorted by, so that all spellings come together. */
  before: string;
  after: string;
}

/** So many neighbours decide the order. */
const SORTED_BY = 4;

/** All keywords of a page in reading order. @param width words of context on each side */
export function findKeywords(lines: readonly Line[], query: ExpandedQuery, width: number): Keyword[] {
  const words = new PageWords(lines);
  return distinct(findOccurrences(words, query)).flatMap((occurrence) => {
    const keyword = toKeyword(lines, words, occurrence, width);
    return keyword ? [keyword] : [];
  });
}

/** Each word in one keyword only: of those that overlap the longest, then that of the strictest rule. */
function distinct(found: readonly Occurrence[]): Occurrence[] {
  const taken = new Set<number>();
  return found
    .toSorted(
      (a, b) =>
        b.last - b.first - (a.last - a.first) || looseness(a.rule) - looseness(b.rule) || a.first - b.first,
    )
    .filter(({ first, last }) => {
      const own = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
      if (own.some((index) => taken.has(index))) return false;
      for (const index of own) taken.add(index);
      return true;
    })
    .sort((a, b) => a.first - b.first);
}

function toKeyword(
  lines: readonly Line[],
  words: PageWords,
  { first, last, rule }: Occurrence,
  width: number,
): Keyword | null {
  const [from, to] = [words.at(first), words.at(last)];
  const line = from && lines[from.line];
  if (!from || !to || !line) return null;
  const leftmost = words.at(Math.max(0, first - width)) ?? from;
  // Up to the next word, so that the signs after the last one stay with it.
  const beyond = words.at(last + width + 1);
  const end = from.line === to.line ? to.end : line.text.length;
  return {
    left: textBetween(lines, leftmost, from),
    match: textBetween(lines, from, { line: to.line, start: to.end }),
    right: textBetween(
      lines,
      { line: to.line, start: to.end },
      beyond ?? { line: lines.length - 1, start: lines.at(-1)?.text.length ?? 0 },
    ),
    rule,
    line: line.id,
    box: line.box,
    start: from.start,
    end,
    wordBox: line.box ? wordBox(line.text, { start: from.start, end }, line.box) : null,
    before: neighbours(words, first, -1),
    after: neighbours(words, last, 1),
  };
}

/** Keys of the words before (-1) or after (1) this one, the nearest first. */
function neighbours(words: PageWords, index: number, step: -1 | 1): string {
  const some = Array.from({ length: SORTED_BY }, (_, count) => index + step * (count + 1));
  return some
    .filter((at) => at >= 0 && at < words.length)
    .map((at) => words.key(at))
    .join(' ');
}

interface Place {
  line: number;
  start: number;
}

/** The text from one place to another; the end of a line is a space. */
function textBetween(lines: readonly Line[], from: Place, to: Place): string {
  const parts: string[] = [];
  for (let line = from.line; line <= to.line; line++) {
    const text = lines[line]?.text ?? '';
    parts.push(
      text.slice(line === from.line ? from.start : 0, line === to.line ? to.start : text.length).trim(),
    );
  }
  return parts.filter((part) => part !== '').join(' ');
}
