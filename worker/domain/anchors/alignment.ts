/** Which parts of a page's lines stayed as they were between two revisions. */
import type { AnchorLine } from './span.ts';

/** A line of the old revision beside the same line of the new one. */
export interface Alignment {
  before: AnchorLine;
  after: AnchorLine;
  /** Code units that are the same at the beginning of both texts. */
  head: number;
  /** Code units that are the same at the end of both texts, none of them part of the head. */
  tail: number;
}

/**
 * Pairs old and new lines: by id; and, where ids were not sent back, lines of identical text when neither
 * revision has another such line left to pair.
 */
export function alignLines(before: readonly AnchorLine[], after: readonly AnchorLine[]): Alignment[] {
  const oldById = new Map(before.map((line) => [line.id, line]));
  const newIds = new Set(after.map((line) => line.id));
  const pairs: Alignment[] = [];
  for (const line of after) {
    const old = oldById.get(line.id);
    if (old) pairs.push(compare(old, line));
  }
  const leftBefore = singleByText(before.filter((line) => !newIds.has(line.id)));
  const leftAfter = singleByText(after.filter((line) => !oldById.has(line.id)));
  for (const [text, line] of leftAfter) {
    const old = leftBefore.get(text);
    if (old && line) pairs.push(compare(old, line));
  }
  return pairs;
}

/** Where a span of the old line stands in the new one when no change touched it; null when one may have. */
export function startAfterwards(
  { before, after, head, tail }: Alignment,
  start: number,
  end: number,
): number | null {
  if (end <= head) return start;
  if (start >= before.text.length - tail) return start + after.text.length - before.text.length;
  return null;
}

/** Where a span of the new line stood in the old one when no change touched it; null when one may have. */
export function startBefore(
  { before, after, head, tail }: Alignment,
  start: number,
  end: number,
): number | null {
  return startAfterwards({ before: after, after: before, head, tail }, start, end);
}

function compare(before: AnchorLine, after: AnchorLine): Alignment {
  const shorter = Math.min(before.text.length, after.text.length);
  let head = 0;
  while (head < shorter && before.text[head] === after.text[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.text.at(-1 - tail) === after.text.at(-1 - tail)) tail += 1;
  return { before, after, head, tail };
}

/** Lines by their text; null where several lines have it. */
function singleByText(lines: readonly AnchorLine[]): Map<string, AnchorLine | null> {
  const byText = new Map<string, AnchorLine | null>();
  for (const line of lines) byText.set(line.text, byText.has(line.text) ? null : line);
  return byText;
}
