/** A grey picture in memory, one byte a pixel, 0 black to 255 white, rows without padding. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Black and white: 1 is ink, 0 is paper. */
export interface Mask {
  width: number;
  height: number;
  data: Uint8Array;
}

/** x, y, width and height in pixels. */
export type Box = [x: number, y: number, width: number, height: number];
