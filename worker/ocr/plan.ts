import type { Box } from './decode/rows.ts';
import { OcrError } from './errors.ts';
import type { Probe } from './probe.ts';

/** Most grey pixels that Tesseract takes at once under the lid on its memory (measured: 8.7 million, 56 MB). */
export const WHOLE_PIXELS = 8_000_000;
/**
 * Most pixels of a picture that leptonica decodes as a whole, grey or with 32 bits a pixel. Measured with two large
 * models: 7.8 million grey ones took 41 MB, 3.8 million of a progressive colour JPEG 57 MB.
 */
const DIRECT_GREY_PIXELS = 14_000_000;
const DIRECT_COLOUR_PIXELS = 5_000_000;
/** Most pixels of a grey picture that JavaScript turns in memory. */
const TURNED_PIXELS = 16_000_000;
/** Reading is best at about this resolution; from 1.5 times it on the picture is made smaller. */
const BEST_DPI = 300;
/** A resolution is only believed when the reduced page keeps at least this many pixels across. */
const LEAST_WIDTH = 900;

/**
 * How a page is read: `whole`, decoded to grey row by row and read at once; `tiles`, decoded so twice, once for the
 * layout and once for reading it column by column; `direct`, decoded by leptonica, for kinds that have no rows.
 */
export interface ReadingPlan {
  way: 'direct' | 'whole' | 'tiles';
  /** how many times smaller than the original the picture is that Tesseract sees */
  factor: number;
  /** resolution of that picture */
  dpi: number;
}

/**
 * Chooses how a page is read within the memory there is.
 * @throws OcrError `too-large-for-format` when the format cannot be decoded piece by piece
 */
export function planReading(probe: Probe, region: Box | null = null): ReadingPlan {
  if (!probe.readable) throw new OcrError('undecodable-image', probe.reason ?? 'It cannot be decoded.');
  const [, , width, height] = region ?? [0, 0, probe.width, probe.height];
  const pixels = probe.width * probe.height;
  const dpi = probe.dpi && probe.dpi >= 70 && probe.dpi <= 2400 ? probe.dpi : BEST_DPI;
  const factor = readingFactor(probe, dpi);
  const streamable = isStreamable(probe);
  if (!streamable && !region && pixels <= directPixels(probe)) return { way: 'direct', factor: 1, dpi };
  if (!streamable) throw tooLarge(probe);
  const reduced = pixels / factor ** 2;
  if (reduced > TURNED_PIXELS && probe.orientation !== 1) throw tooLarge(probe);
  const wanted = (width * height) / factor ** 2;
  if (region && wanted > WHOLE_PIXELS) throw regionTooLarge();
  return { way: wanted <= WHOLE_PIXELS ? 'whole' : 'tiles', factor, dpi: Math.round(dpi / factor) };
}

function readingFactor(probe: Probe, dpi: number): number {
  const factor = dpi >= 1.5 * BEST_DPI ? Math.round(dpi / BEST_DPI) : 1;
  return Math.min(probe.width, probe.height) / factor >= LEAST_WIDTH ? factor : 1;
}

function isStreamable(probe: Probe): boolean {
  if (probe.type === 'image/tiff') return true;
  if (probe.type === 'image/png') return !probe.interlaced;
  return probe.type === 'image/jpeg' && !probe.progressive && (probe.channels === 1 || probe.channels === 3);
}

function directPixels(probe: Probe): number {
  const grey = probe.channels === 1 && probe.type !== 'image/webp';
  return grey ? DIRECT_GREY_PIXELS : DIRECT_COLOUR_PIXELS;
}

const KINDS = {
  'image/jpeg': 'a JPEG of this kind',
  'image/png': 'a PNG of this kind',
  'image/tiff': 'a TIFF of this kind',
  'image/webp': 'a WebP',
  'image/gif': 'a GIF',
};

function regionTooLarge(): OcrError {
  return new OcrError(
    'too-large-for-format',
    'The region is too large to be read at once. Choose a smaller one, or read the whole page.',
  );
}

function tooLarge(probe: Probe): OcrError {
  let kind = KINDS[probe.type];
  if (probe.progressive) kind = 'a progressive JPEG';
  if (probe.interlaced) kind = 'an interlaced picture';
  const size = `${probe.width} × ${probe.height} pixels`;
  return new OcrError(
    'too-large-for-format',
    `A page of ${size} cannot be read as ${kind}. Save it as an ordinary (baseline) JPEG or a PNG without interlacing, upright, and upload that as a new page; or transcribe this one by hand.`,
  );
}
