/** How many pixels of a picture have each grey. */

/** 256 counts, from black to white. */
export function countGreys(data: Uint8Array | Uint8ClampedArray): Uint32Array {
  const counts = new Uint32Array(256);
  // By number: walking the values themselves takes ten times as long, and every page is counted several times.
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    counts[value] = (counts[value] as number) + 1;
  }
  return counts;
}

/** The grey that more than `wanted` of the counted pixels do not exceed; white where there are not so many. */
export function percentile(counts: Uint32Array, wanted: number): number {
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    sum += counts[value] as number;
    if (sum > wanted) return value;
  }
  return 255;
}
