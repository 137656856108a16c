/** Where lines that were read in a region belong in the text of the page. Pure. */
import type { Box } from '../../../../worker/shapes/common.ts';
import { newKey, type WorkLine, type WorkLines } from '../lines.ts';
import { pairByPlace } from '../pair-by-place.ts';
import type { ReadLine } from './read-lines.ts';

/** A line belongs to a region when more than this share of its box lies in it. */
const MOSTLY = 0.5;

/** Which lines of the text stand in the region, in reading order. */
export function linesIn(lines: WorkLines, region: Box): WorkLine[] {
  return lines.filter(({ box }) => box !== null && shareWithin(box, region) > MOSTLY);
}

/** How much of a box lies in another, 0 to 1. */
function shareWithin([x, y, width, height]: Box, [left, top, wide, high]: Box): number {
  const across = Math.min(x + width, left + wide) - Math.max(x, left);
  const down = Math.min(y + height, top + high) - Math.max(y, top);
  return (Math.max(0, across) * Math.max(0, down)) / (width * height);
}

/** A line that was read beside those that stand there; either may be missing. */
export interface Pair {
  standing: WorkLine | null;
  read: ReadLine | null;
}

/** Puts what was read beside what stands there, in the order of the reading. */
export function pairLines(standing: readonly WorkLine[], read: readonly ReadLine[]): Pair[] {
  return pairByPlace(standing, read).map(({ first, second }) => ({ standing: first, read: second }));
}

/**
 * The text with what was read in place of the lines of the region. A line that was read where one stood keeps that
 * one's id, and with it the tags; further lines come after the one before them; lines that nothing was read for go.
 */
export function replaceLines(
  lines: WorkLines,
  pairs: readonly Pair[],
): { lines: WorkLines; first: string | null } {
  const made: WorkLine[] = [];
  let result = [...lines];
  let after: string | null = null;
  for (const { standing, read } of pairs) {
    if (read === null) {
      if (standing) result = result.filter(({ key }) => key !== standing.key);
      continue;
    }
    const next = asWorkLine(read, standing);
    made.push(next);
    if (standing) result = result.map((line) => (line.key === standing.key ? next : line));
    else result.splice(placeAfter(result, after, pairs), 0, next);
    after = next.key;
  }
  return { lines: result, first: made[0]?.key ?? null };
}

/** After the line made before; the first of them before the first line of the region that stands. */
function placeAfter(lines: readonly WorkLine[], after: string | null, pairs: readonly Pair[]): number {
  if (after !== null) return lines.findIndex(({ key }) => key === after) + 1;
  const first = pairs.find(({ standing }) => standing !== null)?.standing;
  const at = first ? lines.findIndex(({ key }) => key === first.key) : -1;
  return at === -1 ? lines.length : at;
}

/** The text with what was read as new lines, where the region comes in the order of reading. */
export function insertLines(
  lines: WorkLines,
  read: readonly ReadLine[],
  after: string | null,
): { lines: WorkLines; first: string | null } {
  const made = read.map((line) => asWorkLine(line, null));
  const at = after === null ? 0 : lines.findIndex(({ key }) => key === after) + 1;
  return { lines: lines.toSpliced(at, 0, ...made), first: made[0]?.key ?? null };
}

/**
 * After which line a region is read: the last one above it in its column, else the line in hand, else the last.
 * Null: before all lines.
 */
export function lineBefore(lines: WorkLines, region: Box, inHand: string | null): string | null {
  const [left, top, width] = region;
  let nearest: WorkLine | null = null;
  for (const line of lines) {
    if (line.box === null) continue;
    const across = Math.min(line.box[0] + line.box[2], left + width) - Math.max(line.box[0], left);
    const above = line.box[1] + line.box[3] / 2 < top + region[3] / 2;
    if (above && across > MOSTLY * Math.min(width, line.box[2]) && bottom(line) >= bottom(nearest))
      nearest = line;
  }
  if (nearest) return nearest.key;
  const below = lines.findIndex(
    ({ box }) =>
      box !== null && box[1] >= top && Math.min(box[0] + box[2], left + width) > Math.max(box[0], left),
  );
  if (below !== -1) return lines[below - 1]?.key ?? null;
  return inHand ?? lines.at(-1)?.key ?? null;
}

function bottom(line: WorkLine | null): number {
  return line?.box ? line.box[1] + line.box[3] : Number.NEGATIVE_INFINITY;
}

function asWorkLine({ text, box, confidence }: ReadLine, standing: WorkLine | null): WorkLine {
  if (standing === null) return { key: newKey(), text, box, confidence };
  // What did not change stays as it is, so that a person's work on it is not called the machine's.
  if (standing.text === text) return standing;
  return { ...standing, text, confidence };
}
