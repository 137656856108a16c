import { asciiAt, startsWith, unsupported } from './common.ts';
import type { ImageError } from '../errors.ts';

interface Foreign {
  what: string;
  advice: string;
  is: (head: Uint8Array) => boolean;
}

const SAVE_AS = 'Save it as a JPEG, PNG or TIFF and upload that.';
const ftyp =
  (brands: string[]) =>
  (head: Uint8Array): boolean =>
    asciiAt(head, 4, 4) === 'ftyp' && brands.includes(asciiAt(head, 8, 4));

/** Files that people take for scans, or that are named like one, with what to do about them. */
const FOREIGN: Foreign[] = [
  {
    what: 'a PDF',
    advice: 'Export its pages as JPEG or PNG, one file a page, and upload those.',
    is: (head) => asciiAt(head, 0, Math.min(head.length, 1024)).includes('%PDF-'),
  },
  {
    what: 'a JPEG 2000',
    advice: SAVE_AS,
    is: (head) =>
      startsWith(head, [0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20]) || startsWith(head, [0xff, 0x4f, 0xff, 0x51]),
  },
  {
    what: 'a HEIC photo',
    advice:
      'Send it from the phone as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible) and upload that.',
    is: ftyp(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']),
  },
  { what: 'an AVIF', advice: SAVE_AS, is: ftyp(['avif', 'avis']) },
  {
    what: 'a video',
    advice: 'Upload scans as JPEG, PNG or TIFF.',
    is: (head) => asciiAt(head, 4, 4) === 'ftyp',
  },
  {
    what: 'a JPEG XL',
    advice: SAVE_AS,
    is: (head) => startsWith(head, [0xff, 0x0a]) || asciiAt(head, 4, 4) === 'JXL ',
  },
  { what: 'a BMP', advice: SAVE_AS, is: (head) => asciiAt(head, 0, 2) === 'BM' },
  {
    what: 'a DjVu',
    advice: 'Export its pages as PNG or TIFF, one file a page, and upload those.',
    is: (head) => asciiAt(head, 0, 8) === 'AT&TFORM',
  },
  { what: 'a Photoshop file', advice: SAVE_AS, is: (head) => asciiAt(head, 0, 4) === '8BPS' },
  {
    what: 'an archive or an office document',
    advice: 'Unpack it, or export the pictures, and upload them one by one.',
    is: (head) =>
      startsWith(head, [0x50, 0x4b, 3, 4]) ||
      asciiAt(head, 0, 4) === 'Rar!' ||
      startsWith(head, [0x37, 0x7a, 0xbc, 0xaf]) ||
      startsWith(head, [0x1f, 0x8b]),
  },
];

/** Says what a file is that is none of the formats taken. */
export function foreignType(head: Uint8Array): ImageError {
  const known = FOREIGN.find((candidate) => candidate.is(head));
  if (known) return unsupported(known.what, known.advice);
  const advice = 'Upload scans as JPEG, PNG or TIFF.';
  const start = asciiAt(head, 0, Math.min(head.length, 256)).trimStart().toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html'))
    return unsupported('a web page', advice);
  if (start.startsWith('<svg') || start.startsWith('<?xml'))
    return unsupported('an SVG or XML document', advice);
  return unsupported(isText(head.subarray(0, 512)) ? 'a text' : 'a file of an unknown kind', advice);
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((value) => value >= 0x20 || value === 9 || value === 10 || value === 13);
}
