import { asciiAt, damaged, type Probe, unsupported, viewOf } from './common.ts';

const NOT_FRAMES = new Set([0xc4, 0xc8, 0xcc]);

/** Reads a JPEG's segments up to its frame header (ITU-T T.81, annex B). */
export function probeJpeg(head: Uint8Array): Probe {
  const view = viewOf(head);
  let orientation = 1;
  let dpi: number | undefined;
  let at = 2;
  while (at + 4 <= head.length) {
    if (head[at] !== 0xff) throw damaged('its header cannot be followed');
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || marker === 0xd9 || marker === 0xda) break;
    const body = head.subarray(at + 4, at + 2 + length);
    if (marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.has(marker)) {
      return { ...readFrame(marker, body), ...side(body, orientation), orientation, dpi };
    }
    if (marker === 0xe0 && asciiAt(body, 0, 4) === 'JFIF') dpi = jfifDpi(body);
    if (marker === 0xe1 && asciiAt(body, 0, 4) === 'Exif') orientation = exifOrientation(body.subarray(6));
    at += 2 + length;
  }
  throw damaged('it has no picture header');
}

function readFrame(marker: number, body: Uint8Array): Omit<Probe, 'width' | 'height' | 'orientation'> {
  if (body.length < 6) throw damaged('its header ends early');
  const bitsPerSample = body[0] as number;
  const channels = body[5] as number;
  if (marker === 0xc3 || marker >= 0xc5 || bitsPerSample !== 8) {
    throw unsupported(
      'a lossless, arithmetic or 12-bit JPEG',
      'Save it as an ordinary JPEG or as a PNG and upload that.',
    );
  }
  if (channels !== 1 && channels !== 3 && channels !== 4) throw damaged('its colours are unknown');
  return { type: 'image/jpeg', bitsPerSample, channels, progressive: marker === 0xc2, readable: true };
}

function side(body: Uint8Array, orientation: number): { width: number; height: number } {
  const height = viewOf(body).getUint16(1);
  const width = viewOf(body).getUint16(3);
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function jfifDpi(body: Uint8Array): number | undefined {
  if (body.length < 12) return undefined;
  const unit = body[7];
  const density = viewOf(body).getUint16(8);
  if (density === 0) return undefined;
  if (unit === 1) return density;
  return unit === 2 ? Math.round(density * 2.54) : undefined;
}

/** Tag 274 of the first directory of an EXIF block; 1 when it is absent or damaged. */
export function exifOrientation(exif: Uint8Array): number {
  if (exif.length < 14) return 1;
  const view = viewOf(exif);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > exif.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + 12 * index;
    if (at + 12 > exif.length) break;
    if (view.getUint16(at, little) !== 274) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
