/** Turning pictures, and finding again where something stood before. */
import type { Box, Grey } from './grey.ts';

export type Quarter = 0 | 90 | 180 | 270;

/**
 * How a picture was brought upright: turned clockwise by a quarter or more, then by `degrees` against the clock about
 * its middle, so that lines that fell to the right are level.
 */
export interface Pose {
  quarter: Quarter;
  degrees: number;
}

/** A picture turned clockwise. */
export function turnQuarter(grey: Grey, quarter: Quarter): Grey {
  if (quarter === 0) return grey;
  const { width, height, data } = grey;
  const out = new Uint8Array(data.length);
  const [outWidth, outHeight] = quarter === 180 ? [width, height] : [height, width];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] =
        quarter === 90
          ? [height - 1 - y, x]
          : quarter === 180
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      out[v * outWidth + u] = data[y * width + x] as number;
    }
  }
  return { width: outWidth, height: outHeight, data: out };
}

/** Levels a picture about its middle, by linear interpolation; corners that were outside are white. */
export function levelGrey(grey: Grey, degrees: number): Grey {
  if (degrees === 0) return grey;
  const { width, height, data } = grey;
  const out = new Uint8Array(data.length);
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < height; y++) {
    const dy = y + 0.5 - middleY;
    let sourceX = (0.5 - middleX) * cos - dy * sin + middleX - 0.5;
    let sourceY = (0.5 - middleX) * sin + dy * cos + middleY - 0.5;
    for (let x = 0; x < width; x++, sourceX += cos, sourceY += sin) {
      const left = Math.floor(sourceX);
      const top = Math.floor(sourceY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
        out[y * width + x] = 255;
        continue;
      }
      const at = top * width + left;
      const [u, v] = [sourceX - left, sourceY - top];
      const upper = (data[at] as number) * (1 - u) + (data[at + 1] as number) * u;
      const lower = (data[at + width] as number) * (1 - u) + (data[at + width + 1] as number) * u;
      out[y * width + x] = upper * (1 - v) + lower * v + 0.5;
    }
  }
  return { width, height, data: out };
}

/** Where a point of the upright picture lies on the picture before, whose size is `width` × `height`. */
export function toBefore(
  [x, y]: readonly [number, number],
  { quarter, degrees }: Pose,
  width: number,
  height: number,
): [number, number] {
  const [w, h] = quarter === 90 || quarter === 270 ? [height, width] : [width, height];
  const radians = (degrees * Math.PI) / 180;
  const [dx, dy] = [x - w / 2, y - h / 2];
  const u = dx * Math.cos(radians) - dy * Math.sin(radians) + w / 2;
  const v = dx * Math.sin(radians) + dy * Math.cos(radians) + h / 2;
  if (quarter === 90) return [v, height - u];
  if (quarter === 180) return [width - u, height - v];
  if (quarter === 270) return [width - v, u];
  return [u, v];
}

/** Four corners of a box of the upright picture, clockwise from its upper left, on the picture before. */
export function cornersBefore([x, y, w, h]: Box, pose: Pose, width: number, height: number) {
  const corners = [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ] as const;
  return corners.map((corner) => toBefore(corner, pose, width, height));
}

/** The box around points. */
export function boxAround(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}
