/** A snippet cut where its found words begin and end. */
export interface Piece {
  text: string;
  /** Which of the ranges it is; undefined between them. */
  found?: number;
}

/**
 * @param ranges [start, end) in UTF-16 code units, as the API gives them; what overlaps an earlier one or lies
 * outside the text is cut off, so that a wrong range never hides or doubles a letter.
 */
export function splitHighlights(text: string, ranges: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const inOrder = ranges
    .map((range, index) => ({ range, index }))
    .toSorted((a, b) => a.range[0] - b.range[0]);
  for (const { range, index } of inOrder) {
    const start = Math.max(at, range[0]);
    const end = Math.min(text.length, range[1]);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start) });
    pieces.push({ text: text.slice(start, end), found: index });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
