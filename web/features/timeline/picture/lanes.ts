/** Marks with labels, packed so that none stands on another. */
export interface Extent {
  /** Pixels, label included. */
  left: number;
  right: number;
}

export interface Packed<E extends Extent> {
  /** -1 where all lanes are taken. */
  lane: number;
  /** The one of its extents that was taken. */
  extent?: E;
}

/**
 * Gives each thing, in their order, the first lane in which one of its extents (label to the right, label to
 * the left) has room; where all `most` lanes are taken, -1.
 */
export function packLanes<E extends Extent>(
  things: readonly (readonly E[])[],
  most: number,
  space = 6,
): Packed<E>[] {
  const taken: Extent[][] = [];
  const hasRoom = (lane: readonly Extent[], extent: Extent) =>
    lane.every((other) => extent.left >= other.right + space || extent.right + space <= other.left);
  return things.map((extents) => {
    for (let lane = 0; lane < most; lane += 1) {
      const inLane = (taken[lane] ??= []);
      const extent = extents.find((each) => hasRoom(inLane, each));
      if (extent) {
        inLane.push(extent);
        return { lane, extent };
      }
    }
    return { lane: -1 };
  });
}
