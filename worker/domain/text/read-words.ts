/** The words that were read in a line with diplomatic marks. */
import { mayHaveMarks, type Mark, parseMarks } from './marks.ts';
import { type Token, tokenise } from './tokens.ts';

interface Span {
  start: number;
  end: number;
}

/** Where nothing was taken out. */
const same = (start: number, end: number): Span => ({ start, end });

interface ReadLine {
  plain: string;
  /** Where a stretch of `plain` stands in the line as stored, as UTF-16 offsets. */
  stored: (start: number, end: number) => Span;
}

/**
 * What is read in a line, and the way back to the line as stored. Of several readings the first counts; what was
 * struck out was printed, and is read. @example readLine('Ал[аш?]').stored(0, 4) // { start: 0, end: 7 }
 */
export function readLine(line: string): ReadLine {
  if (!mayHaveMarks(line)) return { plain: line, stored: same };
  const { plain, offsets, marks } = parseMarks(line);
  if (plain === line) return { plain, stored: same };
  const offsetOf = (at: number) => offsets[at] ?? line.length;
  return {
    plain,
    stored: (start, end) =>
      end <= start
        ? { start: offsetOf(start), end: offsetOf(start) }
        : whole({ start: offsetOf(start), end: offsetOf(end - 1) + 1 }, marks),
  };
}

/**
 * As `tokenise`, but `text` is the word as read ("Алаш" of "Ал[аш?]"), while `start` and `end` are offsets in the
 * line as stored, so that tags and highlights stay where they are.
 */
export function readWords(line: string): Token[] {
  const { plain, stored } = readLine(line);
  if (stored === same) return tokenise(plain);
  return tokenise(plain).map(({ text, start, end }) => ({ text, ...stored(start, end) }));
}

/** Takes a mark's signs in where only part of the stretch stands in it: "Ал[аш?]" and not "Ал[аш". */
function whole(span: Span, marks: readonly Mark[]): Span {
  let { start, end } = span;
  for (const mark of marks) {
    if (mark.start >= start && mark.start < end && mark.contentEnd === end) end = mark.end;
    else if (mark.end <= end && mark.end > start && mark.contentStart === start) start = mark.start;
  }
  return { start, end };
}
