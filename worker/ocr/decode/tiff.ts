import { undecodable } from '../errors.ts';
import { requireReadable } from '../probe/tiff.ts';
import { readDirectory, type TiffPicture, tiffPicture } from '../probe/tiff-directory.ts';
import { viewOf } from '../probe/common.ts';
import { type PageSource, readWhole } from '../source.ts';
import { decodeFax } from './fax.ts';
import { inflateStrip, unpackBits, unpackLzw } from './unpack.ts';
import { greyPixels, type PixelFormat } from './pixels.ts';
import type { Band, Rows } from './rows.ts';

/** The rows of a TIFF's first picture, strip by strip; the file is held in memory, its pixels are not. */
export function tiffRows(source: PageSource, width: number, height: number): Rows {
  return { width, height, bands: () => tiffBands(source, width, height) };
}

const BAND_HEIGHT = 64;

async function* tiffBands(source: PageSource, width: number, height: number): AsyncGenerator<Band> {
  const bytes = await readWhole(source);
  const picture = await readPicture(bytes);
  if (picture.width !== width || picture.height !== height)
    throw undecodable('its sizes contradict each other');
  const format = pixelFormat(picture);
  const rowBytes = Math.ceil((width * picture.channels * picture.depth) / 8);
  const data = new Uint8Array(width * Math.min(BAND_HEIGHT, height));
  let strip = 0;
  for (let y = 0; y < height; y += picture.rowsPerStrip) {
    const stripRows = Math.min(picture.rowsPerStrip, height - y);
    const from = picture.offsets[strip] ?? 0;
    const packed = bytes.subarray(from, from + (picture.counts[strip] ?? 0));
    strip++;
    let bandRows = 0;
    let done = 0;
    for await (const row of stripRowsOf(packed, picture, rowBytes, stripRows)) {
      greyPixels(row, format, data, bandRows * width);
      bandRows++;
      done++;
      if (bandRows < BAND_HEIGHT && done < stripRows) continue;
      yield { y: y + done - bandRows, height: bandRows, stride: width, data };
      bandRows = 0;
    }
    if (done < stripRows) throw undecodable('the file ends early');
  }
}

async function readPicture(bytes: Uint8Array): Promise<TiffPicture> {
  const read = async (offset: number, length: number): Promise<Uint8Array> =>
    bytes.subarray(offset, offset + length);
  const little = bytes[0] === 0x49;
  const directory = await readDirectory(read, viewOf(bytes).getUint32(4, little), little, bytes.length);
  const picture = tiffPicture(directory, little);
  requireReadable(picture);
  return picture;
}

function pixelFormat(picture: TiffPicture): PixelFormat {
  const { photometric, channels, depth } = picture;
  return {
    width: picture.width,
    depth,
    channels,
    colour: photometric === 2,
    // Extra channels are not always opacity: they are left aside.
    alpha: false,
    inverted: photometric === 0,
    palette: photometric === 3 ? greyPalette(picture) : null,
    littleEndian: picture.littleEndian,
  };
}

/** A TIFF palette holds all reds, then all greens, then all blues, of 16 bits. */
function greyPalette({ palette, depth }: TiffPicture): Uint8Array {
  const entries = 1 << depth;
  return Uint8Array.from({ length: entries }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = [
      palette[index],
      palette[entries + index],
      palette[2 * entries + index],
    ];
    return (red * 77 + green * 150 + blue * 29) >> 16;
  });
}

async function* stripRowsOf(
  packed: Uint8Array,
  picture: TiffPicture,
  rowBytes: number,
  rows: number,
): AsyncGenerator<Uint8Array> {
  if (picture.compression >= 2 && picture.compression <= 4) {
    yield* decodeFax(packed, { ...picture, rows });
    return;
  }
  const whole = await unpackStrip(packed, picture.compression, rowBytes * rows);
  for (let row = 0; row < rows && (row + 1) * rowBytes <= whole.length; row++) {
    const bytes = whole.subarray(row * rowBytes, (row + 1) * rowBytes);
    if (picture.predicted) undoDifferences(bytes, picture);
    yield bytes;
  }
}

async function unpackStrip(packed: Uint8Array, compression: number, size: number): Promise<Uint8Array> {
  if (compression === 5) return unpackLzw(packed, size);
  if (compression === 8 || compression === 32946) return await inflateStrip(packed, size);
  if (compression === 32773) return unpackBits(packed, size);
  return packed.slice(0, size);
}

function undoDifferences(row: Uint8Array, { channels, depth, littleEndian }: TiffPicture): void {
  if (depth === 8) {
    for (let i = channels; i < row.length; i++) row[i] = (row[i] as number) + (row[i - channels] as number);
  } else if (depth === 16) {
    const view = viewOf(row);
    for (let i = 2 * channels; i + 1 < row.length; i += 2) {
      view.setUint16(
        i,
        view.getUint16(i, littleEndian) + view.getUint16(i - 2 * channels, littleEndian),
        littleEndian,
      );
    }
  } else throw undecodable('its rows are stored in an unknown way');
}
