/** x, y, width and height in whole pixels of the scan. */
type Box = readonly [x: number, y: number, width: number, height: number];

interface PlacedLine {
  box: Box | null;
}

/**
 * The lines of a page with those of one region taken from another reading. Lines whose centre lies in the region go;
 * the others come where the first of them stood, or, where none stood there, behind the line that stands nearest
 * above them. Lines without a box stay.
 */
export function replaceRegion<Line extends PlacedLine>(
  lines: readonly Line[],
  region: Box,
  others: readonly Line[],
): Line[] {
  const kept = lines.filter((line) => !isCentredIn(line.box, region));
  const first = lines.findIndex((line) => isCentredIn(line.box, region));
  const at =
    first >= 0
      ? lines.slice(0, first).filter((line) => !isCentredIn(line.box, region)).length
      : indexBelow(kept, region);
  return [...kept.slice(0, at), ...others, ...kept.slice(at)];
}

function isCentredIn(box: Box | null, [left, top, width, height]: Box): boolean {
  if (!box) return false;
  const [x, y] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
  return x >= left && x < left + width && y >= top && y < top + height;
}

/** Behind the lowest line that stands above the region and shares some of its width; else behind the last line. */
function indexBelow(lines: readonly PlacedLine[], [left, top, width]: Box): number {
  let best = -1;
  let lowest = -Infinity;
  lines.forEach(({ box }, index) => {
    if (!box) return;
    const bottom = box[1] + box[3];
    const shares = box[0] < left + width && box[0] + box[2] > left;
    if (!shares || bottom > top + box[3] || bottom <= lowest) return;
    lowest = bottom;
    best = index;
  });
  return best < 0 ? lines.length : best + 1;
}
