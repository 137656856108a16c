import type { ImageType } from './common.ts';

const IEND = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const EOI = [0xff, 0xd9];

/**
 * Whether the last bytes of a file hold its end mark. Some programs write padding or notes after it, so it is
 * looked for in all of `tail`. A TIFF has no end mark (`probeTiff` compares its directory with the size), and the
 * length of a WebP stands at its beginning: both pass.
 */
export function hasEnd(type: ImageType, tail: Uint8Array): boolean {
  if (type === 'image/jpeg') return includesBytes(tail, EOI);
  if (type === 'image/png') return includesBytes(tail, IEND);
  if (type === 'image/gif') return tail.includes(0x3b);
  return true;
}

function includesBytes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  for (let at = bytes.length - wanted.length; at >= 0; at--) {
    if (wanted.every((value, index) => bytes[at + index] === value)) return true;
  }
  return false;
}
