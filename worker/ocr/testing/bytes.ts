import { crc32 } from 'node:zlib';

/** The bytes of an `import … from '…?inline'`. */
export async function bytesOf(dataUrl: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(dataUrl)).arrayBuffer());
}

/** Bytes from numbers and ASCII strings. */
export function concat(...parts: (number[] | string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    parts.flatMap((part) => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]),
  );
}

export function u16(value: number): number[] {
  return [value >> 8, value & 255];
}

export function u32(value: number): number[] {
  return [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function pngChunk(type: string, data: number[] | Uint8Array): Uint8Array {
  const body = concat(type, data);
  return concat(u32(data.length), body, u32(crc32(body)));
}

interface PngOptions {
  width: number;
  height: number;
  depth?: number;
  colourType?: number;
  interlaced?: boolean;
  palette?: number[];
}

/** A PNG of raw rows, each beginning with its filter byte. */
export async function buildPng(options: PngOptions, rows: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height, depth = 8, colourType = 0, interlaced = false, palette } = options;
  const stream = new Response(rows as Uint8Array<ArrayBuffer>).body?.pipeThrough(
    new CompressionStream('deflate'),
  );
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  const half = packed.length >> 1;
  return concat(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    pngChunk('IHDR', [...u32(width), ...u32(height), depth, colourType, 0, 0, interlaced ? 1 : 0]),
    palette ? pngChunk('PLTE', palette) : [],
    pngChunk('IDAT', packed.subarray(0, half)),
    pngChunk('IDAT', packed.subarray(half)),
    pngChunk('IEND', []),
  );
}

type Entry = [tag: number, values: number[]];

function little(value: number): number[] {
  return u32(value).toReversed();
}

/** A little-endian TIFF of one strip; its directory stands at the end of the file. */
export function buildTiff(strip: Uint8Array, entries: Entry[]): Uint8Array<ArrayBuffer> {
  const all: Entry[] = [...entries, [273, [8]], [279, [strip.length]]];
  all.sort((a, b) => a[0] - b[0]);
  const directory = all.flatMap(([tag, values]) => [
    ...u16(tag).reverse(),
    4,
    0,
    ...little(1),
    ...little(values[0] ?? 0),
  ]);
  const start = 8 + strip.length;
  return concat('II', [42, 0], little(start), strip, u16(all.length).reverse(), directory, little(0));
}
