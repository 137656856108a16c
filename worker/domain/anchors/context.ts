/** How well the surroundings of a place agree with those that an anchor remembers. */
import type { Anchor, AnchorLine } from './span.ts';

/** In characters other than white space, counted from the quotation outwards. */
export interface Agreement {
  before: number;
  after: number;
  /** How many the anchor remembers on each side. */
  beforeKnown: number;
  afterKnown: number;
}

/**
 * Compares an anchor's prefix and suffix with what stands around `start`–`end` in the page. Reads on into
 * the neighbouring lines and skips white space, so that splitting or joining lines changes nothing.
 */
export function agreementAt(
  anchor: Anchor,
  lines: readonly AnchorLine[],
  index: number,
  start: number,
  end: number,
): Agreement {
  const prefix = squeeze(anchor.prefix);
  const suffix = squeeze(anchor.suffix);
  const text = lines[index]?.text ?? '';
  let left = squeeze(text.slice(0, start));
  for (let at = index - 1; at >= 0 && left.length < prefix.length; at -= 1)
    left = squeeze(lines[at]?.text ?? '') + left;
  let right = squeeze(text.slice(end));
  for (let at = index + 1; at < lines.length && right.length < suffix.length; at += 1) {
    right += squeeze(lines[at]?.text ?? '');
  }
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === left.at(-1 - before)) before += 1;
  let after = 0;
  while (after < suffix.length && suffix[after] === right[after]) after += 1;
  return { before, after, beforeKnown: prefix.length, afterKnown: suffix.length };
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
