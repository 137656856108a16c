import { OcrError } from '../errors.ts';
import { damaged, type Probe, unsupported, viewOf } from './common.ts';
import { COMPRESSIONS, readDirectory, type TiffPicture, tiffPicture } from './tiff-directory.ts';

const MOST_PICTURES = 1000;

/** Random access to a file; may give fewer bytes at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

/**
 * Probes a TIFF, whose directory may stand anywhere in the file.
 * @throws ImageError when the directory is missing or the data it names lies beyond the file
 */
export async function probeTiff(read: ReadAt, size: number): Promise<Probe> {
  const header = await read(0, 8);
  if (header.length < 8) throw damaged('its header ends early');
  const little = header[0] === 0x49;
  const view = viewOf(header);
  if (view.getUint16(2, little) === 43) {
    throw unsupported('a BigTIFF', 'Save it as an ordinary TIFF, a PNG or a JPEG and upload that.');
  }
  const first = view.getUint32(4, little);
  const directory = await readDirectory(read, first, little, size);
  const picture = tiffPicture(directory, little);
  for (const [index, offset] of picture.offsets.entries()) {
    if (offset + (picture.counts[index] ?? 0) > size) throw damaged('the file ends early');
  }
  return { ...describe(picture), pages: await countPictures(read, directory.next, little, size) };
}

function describe(picture: TiffPicture): Probe {
  const reason = unreadable(picture);
  return {
    type: 'image/tiff',
    width: picture.orientation >= 5 ? picture.height : picture.width,
    height: picture.orientation >= 5 ? picture.width : picture.height,
    orientation: picture.orientation,
    bitsPerSample: picture.depth,
    channels: picture.channels,
    dpi: picture.dpi,
    compression: COMPRESSIONS[picture.compression] ?? `compression ${picture.compression}`,
    readable: reason === undefined,
    reason,
  };
}

const ADVICE = 'Save it as a PNG, or as a TIFF with CCITT Group 4, LZW or no compression, and upload that.';

/** Why the service cannot decode a TIFF; nothing when it can. */
export function unreadable(picture: TiffPicture): string | undefined {
  if (!(picture.compression in COMPRESSIONS) || picture.compression === 6 || picture.compression === 7)
    return `Its compression (${COMPRESSIONS[picture.compression] ?? picture.compression}) cannot be decoded. ${ADVICE}`;
  if (picture.tiled) return `It is stored in tiles. ${ADVICE}`;
  if (picture.planar) return `Its colours are stored apart. ${ADVICE}`;
  if (![1, 2, 4, 8, 16].includes(picture.depth)) return `It has ${picture.depth} bits a channel. ${ADVICE}`;
  if (![0, 1, 2, 3].includes(picture.photometric)) return `Its kind of colours cannot be decoded. ${ADVICE}`;
  return undefined;
}

/** @throws OcrError for a TIFF that was stored but cannot be decoded */
export function requireReadable(picture: TiffPicture): void {
  const reason = unreadable(picture);
  if (reason) throw new OcrError('undecodable-image', reason);
}

async function countPictures(read: ReadAt, next: number, little: boolean, size: number): Promise<number> {
  const seen = new Set<number>();
  for (let offset = next; offset !== 0 && offset + 2 < size && seen.size < MOST_PICTURES;) {
    if (seen.has(offset)) break;
    seen.add(offset);
    const count = await read(offset, 2);
    if (count.length < 2) break;
    const end = offset + 2 + 12 * viewOf(count).getUint16(0, little);
    const link = await read(end, 4);
    if (link.length < 4) break;
    offset = viewOf(link).getUint32(0, little);
  }
  return seen.size + 1;
}
