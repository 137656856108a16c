import { ImageError } from './errors.ts';
import { asciiAt, damaged, type ImageType, type Probe, startsWith } from './probe/common.ts';
import { hasEnd } from './probe/end.ts';
import { foreignType } from './probe/foreign.ts';
import { probeJpeg } from './probe/jpeg.ts';
import { probePng } from './probe/png.ts';
import { probeTiff, type ReadAt } from './probe/tiff.ts';
import { probeGif, probeWebp, webpBytes } from './probe/web.ts';

export { ImageError, type ImageErrorCode } from './errors.ts';
export type { ImageType, Probe } from './probe/common.ts';
export type { ReadAt } from './probe/tiff.ts';

/**
 * Most pixels of a scan, in millions. An A2 newspaper page at 400 dpi has 61, at 600 dpi 139; what is larger
 * than 120 can be scanned with less resolution without losing a letter.
 */
export const MAX_MEGAPIXELS = 120;

/**
 * Most bytes of a scan. A large JPEG or PNG is decoded from the stream and is never in memory as a whole, so the
 * limit only bounds the time an upload takes.
 */
export const MAX_BYTES = 64 * 2 ** 20;

/** Most bytes of a scan that has to be in memory as a whole to be decoded, beside Tesseract's 88 MB. */
export const MAX_WHOLE_BYTES = 24 * 2 ** 20;

/** How much of a file's beginning and end is looked at. */
const HEAD_BYTES = 256 * 1024;
const TAIL_BYTES = 64 * 1024;

/** Most pixels on one side; the core counts in 16 bits in places. */
const MAX_SIDE = 32_000;

/** What a file is by its content, never by its name; null when it is none of the formats taken. */
export function imageTypeOf(head: Uint8Array): ImageType | null {
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (/^(II[*+]\0|MM\0[*+])$/.test(asciiAt(head, 0, 4))) return 'image/tiff';
  if (asciiAt(head, 0, 4) === 'RIFF' && asciiAt(head, 8, 4) === 'WEBP') return 'image/webp';
  if (/^GIF8[79]a$/.test(asciiAt(head, 0, 6))) return 'image/gif';
  return null;
}

/**
 * Probes everything about an upload: kind, size, limits, completeness. It reads the head, the tail and, of a
 * TIFF, its directories.
 * @throws ImageError and nothing else
 */
export async function probeFile(read: ReadAt, size: number): Promise<Probe> {
  if (size === 0) throw emptyFile();
  if (size > MAX_BYTES) {
    throw new ImageError(
      'too-many-bytes',
      `The file has ${Math.ceil(size / 2 ** 20)} MiB; at most ${MAX_BYTES / 2 ** 20} MiB can be taken. Save it as a JPEG of good quality, or with fewer dots per inch.`,
    );
  }
  const head = await read(0, Math.min(size, HEAD_BYTES));
  const type = imageTypeOf(head);
  if (type === 'image/tiff') {
    const probe = checkSize(await probeTiff(read, size));
    if (size > MAX_WHOLE_BYTES) return { ...probe, readable: false, reason: TOO_LARGE_WHOLE };
    return probe;
  }
  if (type === 'image/webp' && size < webpBytes(head)) throw damaged('the file ends early');
  const probe = probeHead(head);
  const tailLength = Math.min(size, TAIL_BYTES);
  if (!hasEnd(probe.type, await read(size - tailLength, tailLength))) throw damaged('the file ends early');
  return probe;
}

const TOO_LARGE_WHOLE = `A TIFF is read only up to ${MAX_WHOLE_BYTES / 2 ** 20} MiB. Save it as a grey JPEG or PNG and upload that; or transcribe it by hand.`;

/** Probes a file that is in memory, as `probeFile` does. */
export function probeBytes(bytes: Uint8Array): Promise<Probe> {
  return probeFile(async (offset, length) => bytes.subarray(offset, offset + length), bytes.length);
}

/** Probes a picture from its first bytes; a TIFF, whose directory may be anywhere, is not among these. */
export function probeHead(head: Uint8Array): Probe {
  switch (imageTypeOf(head)) {
    case 'image/jpeg':
      return checkSize(probeJpeg(head));
    case 'image/png':
      return checkSize(probePng(head));
    case 'image/gif':
      return checkSize(probeGif(head));
    case 'image/webp':
      return checkSize(probeWebp(head));
    default:
      throw foreignType(head);
  }
}

function emptyFile(): ImageError {
  return new ImageError('empty-file', 'The file is empty. Choose the scan again and upload it once more.');
}

function checkSize(probe: Probe): Probe {
  const { width, height } = probe;
  if (width === 0 || height === 0) throw damaged('it has no width or no height');
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_MEGAPIXELS * 1e6) {
    throw new ImageError(
      'too-many-pixels',
      `The picture has ${width} × ${height} pixels (${Math.round((width * height) / 1e6)} megapixels); at most ${MAX_MEGAPIXELS} megapixels can be taken. Save it with fewer dots per inch: 300 is enough for reading.`,
    );
  }
  return probe;
}
