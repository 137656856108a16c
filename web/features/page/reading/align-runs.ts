/** Two readings of the same scan, line beside line. Pure. */
import type { Box } from '../../../../worker/shapes/common.ts';
import { type PlacePair, pairByPlace } from '../pair-by-place.ts';

export interface ComparedLine {
  text: string;
  box: Box | null;
}

export interface Alignment<Line extends ComparedLine> {
  rows: PlacePair<Line, Line>[];
  /** Rows whose texts are not the same. */
  different: number;
}

/** By the place on the scan; where one of them is of a part only, only what lies there is compared. */
export function alignRuns<Line extends ComparedLine>(
  first: readonly Line[],
  second: readonly Line[],
  region: Box | null,
): Alignment<Line> {
  const within = (lines: readonly Line[]) =>
    region === null ? lines : lines.filter(({ box }) => box !== null && isCentredIn(box, region));
  const rows = pairByPlace(within(first), within(second));
  return { rows, different: rows.filter((row) => row.first?.text !== row.second?.text).length };
}

function isCentredIn([x, y, width, height]: Box, [left, top, wide, high]: Box): boolean {
  const [across, down] = [x + width / 2 - left, y + height / 2 - top];
  return across >= 0 && across < wide && down >= 0 && down < high;
}
