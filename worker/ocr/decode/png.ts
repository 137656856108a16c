import { undecodable } from '../errors.ts';
import { ByteWindow, type PageSource } from '../source.ts';
import { greyPixels, type PixelFormat } from './pixels.ts';
import type { Band, Rows } from './rows.ts';

// Rows of a non-interlaced PNG (W3C PNG, third edition), turned to grey, some rows at a time.

const BAND_HEIGHT = 64;
const CHANNELS_BY_COLOUR_TYPE = [1, 0, 3, 1, 2, 0, 4];
const IHDR = 0x49484452;
const PLTE = 0x504c5445;
const IDAT = 0x49444154;
const IEND = 0x49454e44;
/** chunk length, type and checksum around the data */
const CHUNK_FRAME = 12;

interface Header extends PixelFormat {
  height: number;
}

/** The rows of a non-interlaced PNG of any colour type and depth; transparency is shown on white. */
export function pngRows(source: PageSource, width: number, height: number): Rows {
  return { width, height, bands: () => pngBands(source, width, height) };
}

async function* pngBands(source: PageSource, width: number, height: number): AsyncGenerator<Band> {
  const window = await ByteWindow.open(source);
  try {
    await window.skip(8);
    const header = await readHeader(window);
    if (header.width !== width || header.height !== height)
      throw undecodable('its sizes contradict each other');
    yield* decodeRows(header, window);
  } finally {
    await window.close();
  }
}

/** Reads up to the first chunk of picture data and stops in front of it. */
async function readHeader(window: ByteWindow): Promise<Header> {
  let header: Header | null = null;
  let palette: Uint8Array | null = null;
  for (;;) {
    const { length, type } = await peekChunk(window);
    if (type === IEND || (type === IDAT && !header)) throw undecodable('it has no picture data');
    if (type === IDAT && header) return { ...header, palette };
    if (type === IHDR || type === PLTE) {
      if (length > 768) throw undecodable('its header is damaged');
      await window.need(length + CHUNK_FRAME);
      const body = window.bytes.subarray(window.position + 8, window.position + 8 + length);
      if (type === IHDR) header = parseHeader(body);
      else palette = greyPalette(body);
    }
    await window.skip(length + CHUNK_FRAME);
  }
}

async function peekChunk(window: ByteWindow): Promise<{ length: number; type: number }> {
  await window.need(8);
  const view = new DataView(window.bytes.buffer, window.bytes.byteOffset + window.position, 8);
  return { length: view.getUint32(0), type: view.getUint32(4) };
}

function parseHeader(body: Uint8Array): Header {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  if (body.length < 13) throw undecodable('its header is damaged');
  const colourType = view.getUint8(9);
  const channels = CHANNELS_BY_COLOUR_TYPE[colourType] ?? 0;
  if (channels === 0 || view.getUint8(12) !== 0) throw undecodable('its header is damaged');
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    depth: view.getUint8(8),
    channels,
    colour: colourType === 2 || colourType === 6,
    alpha: colourType === 4 || colourType === 6,
    inverted: false,
    palette: null,
  };
}

function greyPalette(body: Uint8Array): Uint8Array {
  const palette = new Uint8Array(256);
  for (let entry = 0; entry * 3 + 2 < body.length; entry++) {
    const [red = 0, green = 0, blue = 0] = body.subarray(entry * 3, entry * 3 + 3);
    palette[entry] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return palette;
}

async function* decodeRows(header: Header, window: ByteWindow): AsyncGenerator<Band> {
  const { width, height } = header;
  const rowBytes = Math.ceil((width * header.channels * header.depth) / 8);
  const step = Math.max(1, (header.channels * header.depth) >> 3);
  let above = new Uint8Array(rowBytes);
  let row = new Uint8Array(rowBytes);
  let filter = -1;
  let filled = 0;
  let y = 0;
  let bandRows = 0;
  const data = new Uint8Array(width * BAND_HEIGHT);
  const reader = inflate(window).getReader();
  try {
    while (y < height) {
      const { done, value } = await reader.read().catch(() => {
        throw undecodable('its compressed data is damaged');
      });
      if (done) throw undecodable('the file ends early');
      let at = 0;
      while (at < value.length && y < height) {
        if (filter < 0) {
          filter = value[at++] as number;
          filled = 0;
          continue;
        }
        const part = value.subarray(at, at + rowBytes - filled);
        row.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < rowBytes) continue;
        undoFilter(filter, row, above, step);
        greyPixels(row, header, data, bandRows * width);
        [above, row] = [row, above];
        filter = -1;
        y++;
        if (++bandRows < BAND_HEIGHT && y < height) continue;
        yield { y: y - bandRows, height: bandRows, stride: width, data };
        bandRows = 0;
      }
    }
  } finally {
    // Stops inflating: data beyond the last row, however much of it there is, is never looked at.
    await reader.cancel().catch(() => {});
  }
}

function inflate(window: ByteWindow): ReadableStream<Uint8Array> {
  let left = -1;
  const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      while (left <= 0) {
        if (left === 0) await window.skip(4);
        const { length, type } = await peekChunk(window);
        if (type !== IDAT) return controller.close();
        await window.skip(8);
        left = length;
        if (length === 0) continue;
      }
      await window.need(1);
      const size = Math.min(left, window.end - window.position);
      controller.enqueue(window.bytes.slice(window.position, window.position + size));
      window.position += size;
      left -= size;
    },
  });
  return compressed.pipeThrough(new DecompressionStream('deflate'));
}

/** Undoes a row's filter in place (PNG, section 9.2). */
function undoFilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  const length = row.length;
  if (filter === 0) return;
  if (filter === 1) {
    for (let i = step; i < length; i++) row[i] = (row[i] as number) + (row[i - step] as number);
  } else if (filter === 2) {
    for (let i = 0; i < length; i++) row[i] = (row[i] as number) + (above[i] as number);
  } else if (filter === 3) {
    for (let i = 0; i < length; i++) {
      const left = i >= step ? (row[i - step] as number) : 0;
      row[i] = (row[i] as number) + ((left + (above[i] as number)) >> 1);
    }
  } else if (filter === 4) {
    for (let i = 0; i < length; i++) {
      const left = i >= step ? (row[i - step] as number) : 0;
      const corner = i >= step ? (above[i - step] as number) : 0;
      row[i] = (row[i] as number) + paeth(left, above[i] as number, corner);
    }
  } else throw undecodable('a row of the picture is damaged');
}

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
