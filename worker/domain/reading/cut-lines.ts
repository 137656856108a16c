/** Lines that the edge of a region goes through. Pure. */
/** left, top, width, height */
type Box = readonly [number, number, number, number];

/** A line of type is not lower than this beside its neighbours; what is, at the edge, is the rest of one. */
const REST_OF_LINE = 0.7;

/**
 * The lines of a region without the rests of neighbours that its upper or lower edge cuts through: what is left of
 * their letters reads as nonsense. The lines that are whole say how high a line is; where none is, the highest does.
 * @param lines with boxes, and @param region in the same pixels
 * @param slack how near to the edge counts as cut, in those pixels
 */
export function withoutCutLines<T extends { box: Box }>(
  lines: readonly T[],
  region: Box,
  slack: number,
): T[] {
  const [, top, , height] = region;
  const isAtEdge = ({ box: [, y, , h] }: T) => y <= top + slack || y + h >= top + height - slack;
  const whole = lines.filter((line) => !isAtEdge(line));
  const highest = Math.max(...(whole.length > 0 ? whole : lines).map(({ box }) => box[3]));
  return lines.filter((line) => !isAtEdge(line) || line.box[3] >= REST_OF_LINE * highest);
}
