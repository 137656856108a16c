import { asciiAt, damaged, type Probe, viewOf } from './common.ts';

const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Record<number, number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const INCH_IN_METRES = 0.0254;

/** Reads a PNG's header chunk, and its resolution when that stands before the picture. */
export function probePng(head: Uint8Array): Probe {
  if (head.length < 33 || asciiAt(head, 12, 4) !== 'IHDR') throw damaged('its header ends early');
  const view = viewOf(head);
  const colourType = view.getUint8(25);
  const bitsPerSample = view.getUint8(24);
  if (!DEPTHS[colourType]?.includes(bitsPerSample) || view.getUint8(28) > 1)
    throw damaged('its header is wrong');
  return {
    type: 'image/png',
    width: view.getUint32(16),
    height: view.getUint32(20),
    orientation: 1,
    bitsPerSample,
    // A palette holds colours: leptonica decodes it like a colour picture.
    channels: colourType === 3 && bitsPerSample === 8 ? 3 : CHANNELS[colourType],
    interlaced: view.getUint8(28) === 1,
    dpi: readDpi(head),
    readable: true,
  };
}

function readDpi(head: Uint8Array): number | undefined {
  const view = viewOf(head);
  for (let at = 33; at + 21 <= head.length;) {
    const type = asciiAt(head, at + 4, 4);
    if (type === 'IDAT') return undefined;
    if (type === 'pHYs') {
      const perMetre = view.getUint32(at + 8);
      return view.getUint8(at + 16) === 1 && perMetre > 0 ? Math.round(perMetre * INCH_IN_METRES) : undefined;
    }
    at += 12 + view.getUint32(at);
  }
  return undefined;
}
