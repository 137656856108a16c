/** Specks, and what shows through from the back of the sheet. */
import type { Grey } from './grey.ts';

/** Darker than this is ink where the paper is white. */
const INK = 128;

/** Single dark pixels with none beside them, to a thousand dark ones: 0 on clean print. */
export function speckle({ width, height, data }: Grey): number {
  let [dark, alone] = [0, 0];
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      if ((data[at] as number) >= INK) continue;
      dark++;
      if (
        (data[at - 1] as number) >= INK &&
        (data[at + 1] as number) >= INK &&
        (data[at - width] as number) >= INK &&
        (data[at + width] as number) >= INK
      )
        alone++;
    }
  }
  return dark === 0 ? 0 : (1000 * alone) / dark;
}

/** Takes specks away by the median of each pixel and its eight neighbours. @param strength 0 to 1 */
export function removeSpecks(grey: Grey, strength: number): Grey {
  const { width, height, data } = grey;
  const out = Uint8Array.from(data);
  const around = new Uint8Array(9);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      let next = 0;
      for (let row = at - width; row <= at + width; row += width) {
        around[next++] = data[row - 1] as number;
        around[next++] = data[row] as number;
        around[next++] = data[row + 1] as number;
      }
      const median = middleOf(around);
      const value = data[at] as number;
      out[at] = value + (median - value) * strength;
    }
  }
  data.set(out);
  return grey;
}

/** The fifth of nine, by insertion: faster than sorting. */
function middleOf(values: Uint8Array): number {
  for (let i = 1; i < 9; i++) {
    const value = values[i] as number;
    let j = i - 1;
    while (j >= 0 && (values[j] as number) > value) {
      values[j + 1] = values[j] as number;
      j--;
    }
    values[j + 1] = value;
  }
  return values[4] as number;
}

/** Greys that are neither ink nor paper. */
const FAINT = [150, 225] as const;
/** Half the side of the square in which faint ink has no dark ink beside it. */
const REACH = 4;

/** Part of the page that is faintly inked with no dark ink beside it, in per cent; the paper has to be white. */
export function showThrough({ width, height, data }: Grey): number {
  let [faint, all] = [0, 0];
  for (let y = REACH; y < height - REACH; y += 3) {
    for (let x = REACH; x < width - REACH; x += 3) {
      all++;
      const at = y * width + x;
      const value = data[at] as number;
      if (value < FAINT[0] || value > FAINT[1]) continue;
      if (!hasDarkAround(data, at, width)) faint++;
    }
  }
  return all === 0 ? 0 : (100 * faint) / all;
}

function hasDarkAround(data: Uint8Array, at: number, width: number): boolean {
  for (let dy = -REACH; dy <= REACH; dy += 2) {
    for (let dx = -REACH; dx <= REACH; dx += 2) {
      if ((data[at + dy * width + dx] as number) < INK) return true;
    }
  }
  return false;
}

/** Makes faint ink white, in place; the paper has to be white. @param strength 0 to 1: how dark faint ink may be */
export function removeShowThrough(grey: Grey, strength: number): Grey {
  const white = 255 - 105 * strength;
  const knee = white - 70;
  const levels = Uint8Array.from({ length: 256 }, (_, value) => {
    if (value >= white) return 255;
    if (value <= knee) return value;
    return knee + ((value - knee) * (255 - knee)) / (white - knee);
  });
  const { data } = grey;
  for (let at = 0; at < data.length; at++) data[at] = levels[data[at] as number] as number;
  return grey;
}
