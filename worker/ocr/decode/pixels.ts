/** How the pixels of one row are packed (PNG and TIFF alike: high bits first, channels side by side). */
export interface PixelFormat {
  width: number;
  /** bits of a channel: 1, 2, 4, 8 or 16 */
  depth: number;
  channels: number;
  /** whether the first three channels are red, green and blue */
  colour: boolean;
  /** whether the channel after grey or blue is opacity */
  alpha: boolean;
  /** whether 0 is white (TIFF's WhiteIsZero) */
  inverted: boolean;
  /** grey value by index, for pictures with a palette */
  palette: Uint8Array | null;
  /** bytes of 16-bit values in Intel order (TIFF "II") */
  littleEndian?: boolean;
}

/** Turns one row into grey pixels (0 black, 255 white), written to `out` from `at` on. */
export function greyPixels(row: Uint8Array, format: PixelFormat, out: Uint8Array, at: number): void {
  if (format.depth < 8) packedPixels(row, format, out, at);
  else bytePixels(row, format, out, at);
  if (!format.inverted) return;
  for (let x = at; x < at + format.width; x++) out[x] = 255 - (out[x] as number);
}

function packedPixels(row: Uint8Array, format: PixelFormat, out: Uint8Array, at: number): void {
  const { width, depth, palette } = format;
  const greatest = (1 << depth) - 1;
  const bitsAPixel = depth * format.channels;
  for (let x = 0; x < width; x++) {
    const bit = x * bitsAPixel;
    const value = ((row[bit >> 3] as number) >> (8 - depth - (bit & 7))) & greatest;
    out[at + x] = palette ? (palette[value] as number) : (value * 255) / greatest;
  }
}

function bytePixels(row: Uint8Array, format: PixelFormat, out: Uint8Array, at: number): void {
  const { width, palette, colour, alpha } = format;
  const size = format.depth >> 3;
  const step = size * format.channels;
  const high = size === 2 && format.littleEndian ? 1 : 0;
  const opacity = (colour ? 3 : 1) * size;
  for (let x = 0, from = high; x < width; x++, from += step) {
    let value = row[from] as number;
    if (palette) value = palette[value] as number;
    else if (colour) {
      value = (value * 77 + (row[from + size] as number) * 150 + (row[from + 2 * size] as number) * 29) >> 8;
    }
    if (alpha) {
      const covered = row[from + opacity] as number;
      value = ((value * covered) / 255 + 255 - covered) | 0;
    }
    out[at + x] = value;
  }
}
