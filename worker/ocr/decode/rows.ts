import type { Box, Grey } from '../../domain/picture/grey.ts';

export type { Box, Grey } from '../../domain/picture/grey.ts';

/** Some rows of a grey picture, one byte a pixel; `data` is reused by the decoder after the next step. */
export interface Band {
  y: number;
  height: number;
  stride: number;
  data: Uint8Array;
}

/** A picture as a sequence of bands, from top to bottom; it can be gone through more than once. */
export interface Rows {
  width: number;
  height: number;
  bands: () => AsyncGenerator<Band>;
}

/** The whole picture in memory. */
export async function collectRows(rows: Rows): Promise<Grey> {
  const { width, height } = rows;
  const data = new Uint8Array(width * height);
  for await (const band of rows.bands()) {
    for (let row = 0; row < band.height; row++) {
      const start = row * band.stride;
      data.set(band.data.subarray(start, start + width), (band.y + row) * width);
    }
  }
  return { width, height, data };
}

/** A picture in memory as rows. */
export function greyRows(grey: Grey): Rows {
  return {
    width: grey.width,
    height: grey.height,
    bands: async function* () {
      yield { y: 0, height: grey.height, stride: grey.width, data: grey.data };
    },
  };
}

/** The picture at 1/factor of its size: every pixel is the mean of factor × factor pixels. */
export function reduceRows(rows: Rows, factor: number): Rows {
  if (factor === 1) return rows;
  const width = Math.max(1, Math.floor(rows.width / factor));
  const height = Math.max(1, Math.floor(rows.height / factor));
  return { width, height, bands: () => reducedBands(rows, factor, width, height) };
}

async function* reducedBands(
  rows: Rows,
  factor: number,
  width: number,
  height: number,
): AsyncGenerator<Band> {
  const sums = new Uint32Array(width);
  const data = new Uint8Array(width);
  const across = Math.min(factor, rows.width);
  const down = Math.min(factor, rows.height);
  const area = across * down;
  let summed = 0;
  let y = 0;
  for await (const band of rows.bands()) {
    for (let row = 0; row < band.height && y < height; row++) {
      let from = row * band.stride;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let k = 0; k < across; k++) sum += band.data[from++] as number;
        sums[x] = (sums[x] as number) + sum;
      }
      if (++summed < down) continue;
      for (let x = 0; x < width; x++) data[x] = (sums[x] as number) / area;
      yield { y, height: 1, stride: width, data };
      sums.fill(0);
      summed = 0;
      y++;
    }
  }
}

/** A part of the picture; the rows below it are not decoded. `box`: x, y, width, height. */
export function cropRows(rows: Rows, [left, top, width, height]: Box): Rows {
  return { width, height, bands: () => croppedBands(rows, left, top, height) };
}

async function* croppedBands(rows: Rows, left: number, top: number, height: number): AsyncGenerator<Band> {
  for await (const band of rows.bands()) {
    const from = Math.max(band.y, top);
    const to = Math.min(band.y + band.height, top + height);
    if (to > from) {
      const data = band.data.subarray((from - band.y) * band.stride + left);
      yield { y: from - top, height: to - from, stride: band.stride, data };
    }
    if (band.y + band.height >= top + height) return;
  }
}

/**
 * The picture as it is meant to be seen, for an EXIF orientation of 1 to 8
 * (Exif 2.32, tag 274: 3 upside down, 6 and 8 on their sides, the even ones of 2–7 mirrored).
 */
export function turnGrey(grey: Grey, orientation: number): Grey {
  if (orientation === 1) return grey;
  const { width, height, data } = grey;
  const onSide = orientation >= 5;
  const turned = new Uint8Array(data.length);
  const [outWidth, outHeight] = onSide ? [height, width] : [width, height];
  const flipX = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const flipY = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) {
      const column = onSide ? y : x;
      const line = onSide ? x : y;
      const sourceX = flipX ? width - 1 - column : column;
      const sourceY = flipY ? height - 1 - line : line;
      turned[y * outWidth + x] = data[sourceY * width + sourceX] as number;
    }
  }
  return { width: outWidth, height: outHeight, data: turned };
}

/** Rows as they are meant to be seen. Only upright ones can pass by; others are turned in memory. */
export async function uprightRows(rows: Rows, orientation: number): Promise<Rows> {
  if (orientation === 1) return rows;
  return greyRows(turnGrey(await collectRows(rows), orientation));
}
