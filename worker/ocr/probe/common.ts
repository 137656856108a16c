import { ImageError } from '../errors.ts';

export type ImageType = 'image/jpeg' | 'image/png' | 'image/tiff' | 'image/webp' | 'image/gif';

/** What the beginning of a scan says about it. */
export interface Probe {
  type: ImageType;
  /** pixels as the picture is shown, that is after its EXIF orientation */
  width: number;
  height: number;
  /** EXIF orientation 1–8; the stored sides are swapped from 5 on */
  orientation: number;
  bitsPerSample?: number;
  channels?: number;
  /** JPEG only */
  progressive?: boolean;
  /** PNG and GIF only */
  interlaced?: boolean;
  dpi?: number;
  /** TIFF only: its compression in words */
  compression?: string;
  /** how many pictures the file holds, when that is known; only the first is used */
  pages?: number;
  /** whether the service can decode it to read it */
  readable: boolean;
  /** why it cannot, and what to do */
  reason?: string;
}

export function damaged(what: string): ImageError {
  return new ImageError(
    'damaged-image',
    `The file is damaged or was cut off on its way (${what}). Open it on your computer: if it is whole there, upload it again; if not, export or scan it again.`,
  );
}

export function unsupported(what: string, advice: string): ImageError {
  return new ImageError(
    'unsupported-type',
    `This is ${what}, not a picture that can be taken as a scan. ${advice}`,
  );
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function asciiAt(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

export function startsWith(bytes: Uint8Array, signature: readonly number[], offset = 0): boolean {
  return signature.every((value, index) => bytes[offset + index] === value);
}
