/** Cutting tiles out of a page that is decoded from top to bottom, and standing them upright. */
import type { Box, Grey } from '../../domain/picture/grey.ts';
import { type Pose, boxAround, cornersBefore, toBefore } from '../../domain/picture/turn.ts';
import type { Rows } from '../decode/rows.ts';

interface Open {
  grey: Grey;
  left: number;
  top: number;
}

/**
 * Each tile as soon as all its rows have passed; at any time only those that are begun and not finished are held.
 * @param boxes of the upright page
 */
export async function* cutTiles(
  rows: Rows,
  boxes: readonly Box[],
  pose: Pose,
): AsyncGenerator<{ index: number; grey: Grey }> {
  const sources = boxes.map((box) => sourceOf(box, pose, rows));
  const open = new Map<number, Open>();
  const done = new Set<number>();
  for await (const band of rows.bands()) {
    const end = band.y + band.height;
    for (const [index, [left, top, width, height]] of sources.entries()) {
      if (done.has(index) || end <= top) continue;
      let tile = open.get(index);
      if (!tile) {
        tile = { grey: { width, height, data: new Uint8Array(width * height) }, left, top };
        open.set(index, tile);
      }
      for (let y = Math.max(band.y, top); y < Math.min(end, top + height); y++) {
        const start = (y - band.y) * band.stride;
        tile.grey.data.set(band.data.subarray(start + left, start + left + width), (y - top) * width);
      }
      if (end < top + height) continue;
      open.delete(index);
      done.add(index);
      yield { index, grey: standUpright(tile, boxes[index] as Box, pose, rows) };
    }
    if (done.size === boxes.length) return;
  }
}

/** The part of the page before it was turned that a tile needs. */
function sourceOf(box: Box, pose: Pose, { width, height }: Rows): Box {
  const [x, y, w, h] = boxAround(cornersBefore(box, pose, width, height));
  const spare = pose.degrees === 0 ? 0 : 2;
  const left = clamp(Math.floor(x) - spare, width - 1);
  const top = clamp(Math.floor(y) - spare, height - 1);
  const right = clamp(Math.ceil(x + w) + spare, width);
  const bottom = clamp(Math.ceil(y + h) + spare, height);
  return [left, top, Math.max(1, right - left), Math.max(1, bottom - top)];
}

const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);

/** Takes each pixel of the upright tile from where it stood, by linear interpolation; white where nothing was. */
function standUpright({ grey, left, top }: Open, [x, y, w, h]: Box, pose: Pose, page: Rows): Grey {
  if (pose.quarter === 0 && pose.degrees === 0) return grey;
  const { width, height, data } = grey;
  const at = (px: number, py: number) => toBefore([px, py], pose, page.width, page.height);
  const [originU, originV] = at(x + 0.5, y + 0.5);
  const [acrossU, acrossV] = at(x + 1.5, y + 0.5);
  const [downU, downV] = at(x + 0.5, y + 1.5);
  const [du, dv] = [acrossU - originU, acrossV - originV];
  const out = new Uint8Array(w * h);
  for (let row = 0; row < h; row++) {
    // A hair aside, so that a turn by a quarter does not fall just below a whole pixel.
    let u = originU + row * (downU - originU) - left - 0.5 + 1e-6;
    let v = originV + row * (downV - originV) - top - 0.5 + 1e-6;
    for (let column = 0; column < w; column++, u += du, v += dv) {
      out[row * w + column] = sample(data, width, height, u, v);
    }
  }
  return { width: w, height: h, data: out };
}

function sample(data: Uint8Array, width: number, height: number, u: number, v: number): number {
  const [x, y] = [Math.floor(u), Math.floor(v)];
  if (x < 0 || y < 0 || x >= width || y >= height) return 255;
  const right = x + 1 < width ? 1 : 0;
  const below = y + 1 < height ? width : 0;
  const at = y * width + x;
  const [a, b] = [u - x, v - y];
  const upper = (data[at] as number) * (1 - a) + (data[at + right] as number) * a;
  const lower = (data[at + below] as number) * (1 - a) + (data[at + below + right] as number) * a;
  return upper * (1 - b) + lower * b + 0.5;
}
