import { damaged, viewOf } from './common.ts';
import type { ReadAt } from './tiff.ts';

// One image file directory of a TIFF (TIFF 6.0, section 2): numeric entries only.

/** Values by tag, and where the next directory stands (0: nowhere). */
export interface Directory {
  values: Map<number, number[]>;
  next: number;
}

/** What decoding needs to know of a TIFF's first picture. */
export interface TiffPicture {
  width: number;
  height: number;
  depth: number;
  channels: number;
  compression: number;
  /** 0 white is zero, 1 black is zero, 2 RGB, 3 palette */
  photometric: number;
  /** whether bits are filled from the lowest (tag 266) */
  reversedBits: boolean;
  offsets: number[];
  counts: number[];
  rowsPerStrip: number;
  /** whether each value is stored as the difference from its left neighbour (tag 317) */
  predicted: boolean;
  /** tag 292: two-dimensional coding of CCITT Group 3 */
  group3TwoDimensional: boolean;
  palette: number[];
  orientation: number;
  dpi?: number;
  tiled: boolean;
  planar: boolean;
  littleEndian: boolean;
}

/** Compressions by their number in a TIFF. */
export const COMPRESSIONS: Record<number, string> = {
  1: 'none',
  2: 'CCITT modified Huffman',
  3: 'CCITT Group 3',
  4: 'CCITT Group 4',
  5: 'LZW',
  6: 'old JPEG',
  7: 'JPEG',
  8: 'deflate',
  32773: 'PackBits',
  32946: 'deflate',
};

const TYPE_SIZES: Record<number, number> = { 1: 1, 3: 2, 4: 4, 5: 8 };
/** More values than any strip table of a picture within the limits has. */
const MOST_VALUES = 100_000;

/** @throws ImageError when the directory does not lie within the file */
export async function readDirectory(
  read: ReadAt,
  offset: number,
  little: boolean,
  size: number,
): Promise<Directory> {
  if (offset < 8 || offset + 6 > size) throw damaged('its directory is missing');
  const count = viewOf(await read(offset, 2)).getUint16(0, little);
  const bytes = await read(offset + 2, 12 * count + 4);
  if (bytes.length < 12 * count) throw damaged('its directory ends early');
  const view = viewOf(bytes);
  const values = new Map<number, number[]>();
  for (let at = 0; at + 12 <= 12 * count; at += 12) {
    const tag = view.getUint16(at, little);
    const type = view.getUint16(at + 2, little);
    const length = view.getUint32(at + 4, little);
    const width = TYPE_SIZES[type];
    if (width === undefined || length > MOST_VALUES) continue;
    const inline = width * length <= 4;
    const data = inline
      ? bytes.subarray(at + 8, at + 12)
      : await read(view.getUint32(at + 8, little), width * length);
    if (data.length < width * length) throw damaged('its directory ends early');
    values.set(tag, numbers(viewOf(data), type, length, little));
  }
  return { values, next: bytes.length >= 12 * count + 4 ? view.getUint32(12 * count, little) : 0 };
}

function numbers(view: DataView, type: number, length: number, little: boolean): number[] {
  return Array.from({ length }, (_, index) => {
    if (type === 1) return view.getUint8(index);
    if (type === 3) return view.getUint16(2 * index, little);
    if (type === 4) return view.getUint32(4 * index, little);
    const denominator = view.getUint32(8 * index + 4, little);
    return denominator === 0 ? 0 : view.getUint32(8 * index, little) / denominator;
  });
}

/** @throws ImageError when a needed value is missing */
export function tiffPicture({ values }: Directory, littleEndian: boolean): TiffPicture {
  const value = (tag: number, otherwise: number): number => values.get(tag)?.[0] ?? otherwise;
  const width = value(256, 0);
  const height = value(257, 0);
  const tiled = values.has(322);
  const offsets = values.get(tiled ? 324 : 273) ?? [];
  if (offsets.length === 0) throw damaged('it has no picture data');
  const depth = value(258, 1);
  const channels = value(277, 1);
  const compression = value(259, 1);
  const rowsPerStrip = Math.min(value(278, height), height);
  const whole = Math.ceil((width * channels * depth) / 8) * height;
  const orientation = value(274, 1);
  return {
    width,
    height,
    depth,
    channels,
    compression,
    photometric: value(262, 0),
    reversedBits: value(266, 1) === 2,
    offsets,
    counts: values.get(tiled ? 325 : 279) ?? (compression === 1 && offsets.length === 1 ? [whole] : []),
    rowsPerStrip,
    predicted: value(317, 1) === 2,
    group3TwoDimensional: (value(292, 0) & 1) === 1,
    palette: values.get(320) ?? [],
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    dpi: dotsPerInch(value(282, 0), value(296, 2)),
    tiled,
    planar: value(284, 1) === 2 && channels > 1,
    littleEndian,
  };
}

function dotsPerInch(resolution: number, unit: number): number | undefined {
  if (resolution <= 0 || unit === 1) return undefined;
  return Math.round(unit === 3 ? resolution * 2.54 : resolution);
}
