/** Where a tag stands in a page's text, and how it would be known again. */
import { isCharacterBoundary } from '../text/boundaries.ts';

/** A line of a revision, as far as anchors need it. */
export interface AnchorLine {
  id: string;
  text: string;
}

/** A span of one line with its quotation and what stood around it in that line. */
export interface Anchor {
  /** Id of the line. */
  line: string;
  /** UTF-16 offsets into the line's text; `end` is after the last code unit. */
  start: number;
  end: number;
  /** The text from `start` to `end`, never empty. */
  quote: string;
  /** Up to 32 code units before and after it; shorter at the ends of the line and where a character would be cut. */
  prefix: string;
  suffix: string;
}

export interface SpanProblem {
  code: 'outside-line' | 'empty-span' | 'splits-character';
  /** A sentence for the person who sent the span. */
  message: string;
}

const CONTEXT_LENGTH = 32;

/** What is wrong with a span of this line; null when nothing is. Offsets count UTF-16 code units. */
export function checkSpan(line: Pick<AnchorLine, 'text'>, start: number, end: number): SpanProblem | null {
  const { text } = line;
  if (![start, end].every((offset) => Number.isSafeInteger(offset) && offset >= 0 && offset <= text.length)) {
    return {
      code: 'outside-line',
      message: `The span ${start}–${end} is not within the line, which is ${text.length} code units long.`,
    };
  }
  if (start >= end)
    return { code: 'empty-span', message: 'The span is empty: its end must come after its start.' };
  for (const offset of [start, end]) {
    if (isCharacterBoundary(text, offset)) continue;
    const message = `Offset ${offset} lies inside a character; move it to before or after the letter and its marks.`;
    return { code: 'splits-character', message };
  }
  return null;
}

/** The anchor of a span. Throws a RangeError where `checkSpan` finds a problem. */
export function describeSpan(line: AnchorLine, start: number, end: number): Anchor {
  const problem = checkSpan(line, start, end);
  if (problem) throw new RangeError(problem.message);
  const { id, text } = line;
  let from = Math.max(0, start - CONTEXT_LENGTH);
  while (!isCharacterBoundary(text, from)) from += 1;
  let to = Math.min(text.length, end + CONTEXT_LENGTH);
  while (!isCharacterBoundary(text, to)) to -= 1;
  const quote = text.slice(start, end);
  return { line: id, start, end, quote, prefix: text.slice(from, start), suffix: text.slice(end, to) };
}
