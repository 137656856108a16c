/** Places on the scan: everything in pixels of the original, whatever size is shown. */
import type { Box } from '../../../worker/shapes/common.ts';

export interface Place {
  key: string;
  box: Box;
}

/**
 * The line at a point: the smallest box that holds it, else the nearest one within `slack` pixels,
 * so that a click between two lines of a newspaper still finds one.
 */
export function placeAt(places: readonly Place[], x: number, y: number, slack = 0): Place | null {
  let best: Place | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const distance = distanceTo(place.box, x, y);
    if (distance > slack) continue;
    // Inside a box the distance is 0 and the area decides; outside, the distance does.
    const score = distance === 0 ? area(place.box) * 1e-12 : 1 + distance;
    if (score < bestScore) {
      best = place;
      bestScore = score;
    }
  }
  return best;
}

function distanceTo([left, top, width, height]: Box, x: number, y: number): number {
  const dx = Math.max(left - x, 0, x - (left + width));
  const dy = Math.max(top - y, 0, y - (top + height));
  return Math.hypot(dx, dy);
}

function area([, , width, height]: Box): number {
  return width * height;
}

/** A box with room around it, cut at the edges of the scan. */
export function withMargin(
  [x, y, width, height]: Box,
  margin: number,
  scan: { width: number; height: number },
): Box {
  const left = Math.max(0, x - margin);
  const top = Math.max(0, y - margin);
  const right = Math.min(scan.width, x + width + margin);
  const bottom = Math.min(scan.height, y + height + margin);
  return [left, top, Math.max(1, right - left), Math.max(1, bottom - top)];
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner[0] >= outer[0] &&
    inner[1] >= outer[1] &&
    inner[0] + inner[2] <= outer[0] + outer[2] &&
    inner[1] + inner[3] <= outer[1] + outer[3]
  );
}

/**
 * Where a view of this length begins on a page of that length, so that it shows as little beside the page as it can:
 * within the page, or around its middle where the view is the longer one.
 */
export function keepWithin(start: number, length: number, page: number): number {
  if (length >= page) return (page - length) / 2;
  return Math.min(Math.max(start, 0), page - length);
}
