import { undecodable } from './errors.ts';

/**
 * The bytes of a scan: all at once, or a stream that can be opened again (an R2 object), because a large
 * page is decoded twice, once for its layout and once for reading.
 */
export type PageSource = Uint8Array | { size: number; open: () => Promise<ReadableStream<Uint8Array>> };

/** The whole file in memory. */
export async function readWhole(source: PageSource): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  return new Uint8Array(await new Response(await source.open()).arrayBuffer());
}

/** Files up to this size are simply held; larger ones are streamed as often as they are needed. */
const HOLD_BYTES = 16 * 2 ** 20;

/** The source itself when it is large, otherwise its bytes, so that the store is asked once. */
export async function holdSmall(source: PageSource): Promise<PageSource> {
  if (source instanceof Uint8Array || source.size > HOLD_BYTES) return source;
  return await readWhole(source);
}

const WINDOW_BYTES = 2 ** 21;

/**
 * A window that slides over a stream of bytes, so that a decoder can index into an ordinary array and the
 * file never has to be in memory as a whole. `bytes[position]` is the next byte; `end` is where the loaded
 * bytes end.
 */
export class ByteWindow {
  bytes: Uint8Array;
  position = 0;
  end: number;
  #reader: ReadableStreamDefaultReader<Uint8Array> | null;

  private constructor(bytes: Uint8Array, reader: ReadableStreamDefaultReader<Uint8Array> | null) {
    this.bytes = bytes;
    this.end = reader ? 0 : bytes.length;
    this.#reader = reader;
  }

  static async open(source: PageSource): Promise<ByteWindow> {
    if (source instanceof Uint8Array) return new ByteWindow(source, null);
    return new ByteWindow(new Uint8Array(WINDOW_BYTES), (await source.open()).getReader());
  }

  /** Loads until `count` bytes lie ahead, or the file ends; says whether they do. */
  async load(count: number): Promise<boolean> {
    while (this.#reader && this.end - this.position < count) {
      const { done, value } = await this.#reader.read();
      if (done) {
        this.#reader = null;
        break;
      }
      this.#append(value);
    }
    return this.end - this.position >= count;
  }

  /** Like `load`, for what must be there. */
  async need(count: number): Promise<void> {
    if (!(await this.load(count))) throw undecodable('the file ends early');
  }

  /** Steps over `count` bytes, however many that are. */
  async skip(count: number): Promise<void> {
    let left = count;
    while (left > 0) {
      await this.need(1);
      const step = Math.min(left, this.end - this.position);
      this.position += step;
      left -= step;
    }
  }

  /** Lets the stream go when the rest of the file is not wanted. */
  async close(): Promise<void> {
    const reader = this.#reader;
    this.#reader = null;
    await reader?.cancel().catch(() => {});
  }

  #append(chunk: Uint8Array): void {
    const ahead = this.end - this.position;
    if (this.end + chunk.length > this.bytes.length) {
      const size = Math.max(this.bytes.length, ahead + chunk.length);
      const target = size > this.bytes.length ? new Uint8Array(size) : this.bytes;
      if (target === this.bytes) target.copyWithin(0, this.position, this.end);
      else target.set(this.bytes.subarray(this.position, this.end));
      this.bytes = target;
      this.position = 0;
      this.end = ahead;
    }
    this.bytes.set(chunk, this.end);
    this.end += chunk.length;
  }
}
