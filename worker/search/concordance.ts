/** Keywords in context: each found word or phrase of a page with the words around it. */
import type { Box } from '../shapes/common.ts';
import type { Line } from '../shapes/transcriptions.ts';
import type { ExpandedQuery } from './expression.ts';
import { type Occurrence, type PageWord, findOccurrences, looseness, wordsOfPage } from './find-words.ts';
import type { Rule } from './forms.ts';
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
  const words = wordsOfPage(lines);
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
  words: readonly PageWord[],
  { first, last, rule }: Occurrence,
  width: number,
): Keyword | null {
  const [from, to] = [words[first], words[last]];
  const line = from && lines[from.line];
  if (!from || !to || !line) return null;
  const leftmost = words[Math.max(0, first - width)] ?? from;
  // Up to the next word, so that the signs after the last one stay with it.
  const beyond = words[last + width + 1];
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
    before: keysOf(words.slice(Math.max(0, first - SORTED_BY), first).reverse()),
    after: keysOf(words.slice(last + 1, last + 1 + SORTED_BY)),
  };
}

const keysOf = (words: readonly PageWord[]) => words.map((word) => word.key).join(' ');

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
