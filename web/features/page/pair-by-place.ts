/** Two lists of lines of one scan, put beside each other by where they stand. Pure. */
import type { Box } from '../../../worker/shapes/common.ts';

interface Placed {
  box: Box | null;
}

/** Lines at the same place; either may be missing. */
export interface PlacePair<First, Second> {
  first: First | null;
  second: Second | null;
}

/** Lines are at the same place when they share more than this part of the lower one's height. */
const MOSTLY = 0.5;

/** In the order of `second`; a line that only `first` has comes after the one before it. */
export function pairByPlace<First extends Placed, Second extends Placed>(
  first: readonly First[],
  second: readonly Second[],
): PlacePair<First, Second>[] {
  const free = new Set(first);
  const pairs = second.map((line): PlacePair<First, Second> => {
    let best: First | null = null;
    let most = MOSTLY;
    for (const candidate of free) {
      const overlap = sharedHeight(line.box, candidate.box);
      if (overlap > most) [best, most] = [candidate, overlap];
    }
    if (best) free.delete(best);
    return { first: best, second: line };
  });
  let before: First | null = null;
  for (const line of first) {
    if (free.has(line)) {
      const at = before === null ? 0 : pairs.findIndex((pair) => pair.first === before) + 1;
      pairs.splice(at, 0, { first: line, second: null });
    }
    before = line;
  }
  return pairs;
}

/** Common height of two boxes as a share of the lower one, where they also share some width; otherwise 0. */
function sharedHeight(a: Box | null, b: Box | null): number {
  if (!a || !b) return 0;
  const across = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  return across > 0 && down > 0 ? down / Math.min(a[3], b[3]) : 0;
}
