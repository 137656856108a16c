/** Pictures made by code. */
import { crc32 } from 'node:zlib';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export interface PngParts {
  width?: number;
  height?: number;
  /** Raw rows to compress; white paper where none are given. */
  rows?: Uint8Array<ArrayBuffer>;
  /** Bytes of a private chunk, to make a file large without making the picture so. */
  padding?: Uint8Array<ArrayBuffer>;
}

/** A grey PNG, 8 bits a pixel. */
export async function makePng({ width = 40, height = 30, rows, padding }: PngParts = {}): Promise<
  Uint8Array<ArrayBuffer>
> {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8);
  const raw = rows ?? whiteRows(width, height);
  const compressed = new Blob([raw]).stream().pipeThrough(new CompressionStream('deflate'));
  const data = new Uint8Array(await new Response(compressed).arrayBuffer());
  return joinBytes([
    new Uint8Array(SIGNATURE),
    chunk('IHDR', new Uint8Array(header.buffer)),
    ...(padding ? [chunk('qaLm', padding)] : []),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** A picture that differs from every other: two uploads of it are two scans. */
export function makeUniquePng(): Promise<Uint8Array<ArrayBuffer>> {
  return makePng({ padding: crypto.getRandomValues(new Uint8Array(16)) });
}

export function joinBytes(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function whiteRows(width: number, height: number): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array((width + 1) * height).fill(255);
  // Each row begins with its filter: none.
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = joinBytes([new TextEncoder().encode(type), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(body));
  const bytes = new Uint8Array(frame.buffer);
  return joinBytes([bytes.subarray(0, 4), body, bytes.subarray(4)]);
}
