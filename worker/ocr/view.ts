import { openRows } from './decode/open-rows.ts';
import { reduceRows, uprightRows } from './decode/rows.ts';
import { encodePng } from './encode-png.ts';
import type { Probe } from './probe.ts';
import type { PageSource } from './source.ts';

export interface ViewImage {
  bytes: Uint8Array<ArrayBuffer>;
  type: 'image/png';
  /** may be smaller than the original; boxes stay in the original's pixels */
  width: number;
  height: number;
}

/** Most pixels of a view with 8 bits a pixel; one with 1 bit a pixel is always of full size. */
const GREY_PIXELS = 12_000_000;
const TURNED_PIXELS = 16_000_000;

/**
 * A picture that browsers can show, for scans that they cannot: a TIFF becomes a PNG, with 1 bit a pixel if it
 * has 1 bit, otherwise grey. Null for scans that browsers show as they are.
 * @throws OcrError `undecodable-image`
 */
export async function makeViewImage(source: PageSource, probe: Probe): Promise<ViewImage | null> {
  if (probe.type !== 'image/tiff' || !probe.readable) return null;
  const bilevel = probe.bitsPerSample === 1 && probe.channels === 1;
  const factor = reduction(probe, bilevel);
  const reduced = reduceRows(openRows(source, probe), factor);
  const rows = await uprightRows(reduced, probe.orientation);
  const bytes = await encodePng(rows, bilevel && factor === 1 ? 1 : 8);
  return { bytes, type: 'image/png', width: rows.width, height: rows.height };
}

function reduction(probe: Probe, bilevel: boolean): number {
  const most = bilevel ? (probe.orientation === 1 ? Infinity : TURNED_PIXELS) : GREY_PIXELS;
  return Math.max(1, Math.ceil(Math.sqrt((probe.width * probe.height) / most)));
}
