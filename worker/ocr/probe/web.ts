import { asciiAt, damaged, type Probe, viewOf } from './common.ts';

/** Reads a GIF's screen descriptor. */
export function probeGif(head: Uint8Array): Probe {
  if (head.length < 13) throw damaged('its header ends early');
  const view = viewOf(head);
  return {
    type: 'image/gif',
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    orientation: 1,
    bitsPerSample: 8,
    channels: 3,
    readable: true,
  };
}

/** Reads the first chunk of a WebP (RFC 9649): lossy, lossless or extended. */
export function probeWebp(head: Uint8Array): Probe {
  if (head.length < 30) throw damaged('its header ends early');
  const size = webpSize(head);
  const animated = asciiAt(head, 12, 4) === 'VP8X' && ((head[20] as number) & 2) !== 0;
  return {
    type: 'image/webp',
    ...size,
    orientation: 1,
    bitsPerSample: 8,
    channels: 4,
    readable: !animated,
    ...(animated && { reason: 'It is animated. Save the picture as a JPEG or PNG and upload that.' }),
  };
}

/** How long the file is by its own account; pads count. */
export function webpBytes(head: Uint8Array): number {
  return head.length < 8 ? Infinity : viewOf(head).getUint32(4, true) + 8;
}

function webpSize(head: Uint8Array): { width: number; height: number } {
  const view = viewOf(head);
  switch (asciiAt(head, 12, 4)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X': {
      const side = (at: number): number => (view.getUint16(at, true) | (view.getUint8(at + 2) << 16)) + 1;
      return { width: side(24), height: side(27) };
    }
    default:
      throw damaged('its header is wrong');
  }
}
