import type { Grey, Mask } from './grey.ts';
import { countGreys } from './histogram.ts';

/**
 * Ink and paper of a picture whose light is even, by Otsu's threshold (N. Otsu, 1979), kept within bounds so that the
 * grain of a page without ink does not become ink.
 */
export function binarise({ width, height, data }: Grey): Mask {
  const threshold = Math.min(Math.max(otsu(data), 90), 190);
  const mask = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) mask[at] = (data[at] as number) < threshold ? 1 : 0;
  return { width, height, data: mask };
}

function otsu(data: Uint8Array): number {
  const counts = countGreys(data);
  let total = 0;
  for (let value = 0; value < 256; value++) total += value * (counts[value] as number);
  let [below, sumBelow, best, threshold] = [0, 0, -1, 128];
  for (let value = 0; value < 256; value++) {
    below += counts[value] as number;
    if (below === 0) continue;
    const above = data.length - below;
    if (above === 0) break;
    sumBelow += value * (counts[value] as number);
    const difference = sumBelow / below - (total - sumBelow) / above;
    const between = below * above * difference * difference;
    if (between > best) [best, threshold] = [between, value + 1];
  }
  return threshold;
}
