import { undecodable } from '../errors.ts';

/** PackBits (TIFF 6.0, section 9). */
export function unpackBits(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let at = 0;
  let written = 0;
  while (at < packed.length && written < size) {
    const count = packed[at++] as number;
    if (count === 128) continue;
    if (count < 128) {
      const run = packed.subarray(at, at + Math.min(count + 1, size - written));
      out.set(run, written);
      at += count + 1;
      written += run.length;
    } else {
      const end = Math.min(written + 257 - count, size);
      out.fill(packed[at++] ?? 0, written, end);
      written = end;
    }
  }
  if (written < size) throw undecodable('the file ends early');
  return out;
}

const CLEAR = 256;
const END = 257;

/** LZW as TIFF has it (section 13): codes of 9 to 12 bits, highest bit first, one code early. */
export function unpackLzw(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  // An entry is a piece of what has been written already: the previous string and one byte more.
  const starts = new Uint32Array(4097);
  const lengths = new Uint32Array(4097);
  let next = 258;
  let bits = 9;
  let previous = -1;
  let written = 0;
  let buffer = 0;
  let held = 0;
  let at = 0;
  while (written < size) {
    while (held < bits) {
      if (at >= packed.length) throw undecodable('the file ends early');
      buffer = ((buffer << 8) | (packed[at++] as number)) & 0xffffff;
      held += 8;
    }
    held -= bits;
    const code = (buffer >> held) & ((1 << bits) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      next = 258;
      bits = 9;
      previous = -1;
      continue;
    }
    const start = written;
    if (code < 256) out[written++] = code;
    else {
      if (code >= next || previous < 0) throw undecodable('its compressed data is damaged');
      const from = starts[code] as number;
      const end = Math.min(size, written + (lengths[code] as number));
      for (let i = from; written < end; i++) out[written++] = out[i] as number;
    }
    if (next < 4096) {
      // The entry made now is this string and the first byte of the one that follows it.
      starts[next] = start;
      lengths[next] = written - start + 1;
      next++;
      if (next > (1 << bits) - 1 && bits < 12) bits++;
    }
    previous = code;
  }
  if (written < size) throw undecodable('the file ends early');
  return out;
}

/** Zlib data; stops when `size` bytes have come out, however many more there are. */
export async function inflateStrip(packed: Uint8Array, size: number): Promise<Uint8Array> {
  const out = new Uint8Array(size);
  const body = new Response(packed as Uint8Array<ArrayBuffer>).body as ReadableStream<
    Uint8Array<ArrayBuffer>
  >;
  const reader = body.pipeThrough(new DecompressionStream('deflate')).getReader();
  let written = 0;
  try {
    while (written < size) {
      const { done, value } = await reader.read().catch(() => {
        throw undecodable('its compressed data is damaged');
      });
      if (done) throw undecodable('the file ends early');
      const part = value.subarray(0, size - written);
      out.set(part, written);
      written += part.length;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
  return out;
}
