/** A scan on its way in: probed by its first bytes, hashed and stored while it arrives, never whole in memory. */
import { hex } from '../auth/secrets.ts';
import { ImageError, MAX_BYTES, type Probe, imageTypeOf, probeFile, probeHead } from '../ocr/probe.ts';
import { incomingKey, scanKey } from './keys.ts';

/** R2 takes parts of at least 5 MiB, so that much of an upload is held at a time. */
const PART_BYTES = 5 * 1024 * 1024;
const HEAD_BYTES = 256 * 1024;

/** A scan that has arrived whole and is good, but has no name yet. */
export interface TakenScan {
  sha256: string;
  bytes: number;
  probe: Probe;
  /** Stores it under its SHA-256, as it is. */
  keep: () => Promise<void>;
  /** Removes what lies under the provisional name. To be called in the end, whether it was kept or not. */
  discard: () => Promise<void>;
}

/**
 * Takes a scan in. Nothing stays behind of a file that is refused.
 * @param id a fresh id, for the time in which the hash is not known
 * @throws ImageError for what is no scan that can be kept; the message says what to do
 */
export async function takeScan(
  bucket: R2Bucket,
  chunks: AsyncIterable<Uint8Array>,
  id: string,
): Promise<TakenScan> {
  const incoming = new IncomingObject(bucket, incomingKey(id));
  const digest = new crypto.DigestStream('SHA-256');
  const hashing = digest.getWriter();
  let head = new Uint8Array(0);
  let judged = false;
  try {
    for await (const chunk of chunks) {
      if (!judged) {
        head = joined(head, chunk);
        if (head.length >= HEAD_BYTES) {
          judgeHead(head);
          judged = true;
        }
      }
      if (incoming.size + chunk.length > MAX_BYTES) throw tooManyBytes();
      await hashing.write(chunk);
      await incoming.write(chunk);
    }
    await hashing.close();
    const sha256 = hex(await digest.digest);
    const bytes = incoming.size;
    const probe = await probeFile(await incoming.finish(), bytes);
    return {
      sha256,
      bytes,
      probe,
      keep: () => incoming.copyTo(scanKey(sha256), probe.type, sha256),
      discard: () => incoming.discard(),
    };
  } catch (error) {
    await hashing.abort(error).catch(() => {});
    digest.digest.catch(() => {});
    await incoming.discard();
    throw error;
  }
}

/** Refuses by the first bytes what need not be waited for. A TIFF's directory may be anywhere: that one waits. */
function judgeHead(head: Uint8Array): void {
  if (imageTypeOf(head) !== 'image/tiff') probeHead(head);
}

function tooManyBytes(): ImageError {
  return new ImageError(
    'too-many-bytes',
    `The file has more than ${MAX_BYTES / 2 ** 20} MiB. Save it as a JPEG of good quality, or with fewer dots per inch.`,
  );
}

/** An R2 object that is written in parts and read at random before it gets its name. */
class IncomingObject {
  size = 0;
  readonly #bucket: R2Bucket;
  readonly #key: string;
  #parts: Uint8Array[] = [];
  #pending = 0;
  #upload: R2MultipartUpload | undefined;
  #uploaded: R2UploadedPart[] = [];
  #stored = false;

  constructor(bucket: R2Bucket, key: string) {
    this.#bucket = bucket;
    this.#key = key;
  }

  async write(chunk: Uint8Array): Promise<void> {
    // The parser's buffers are reused: keep a copy.
    this.#parts.push(chunk.slice());
    this.#pending += chunk.length;
    this.size += chunk.length;
    if (this.#pending >= PART_BYTES) await this.#sendPart(PART_BYTES);
  }

  /** All has arrived: reads of it, wherever it lies. */
  async finish(): Promise<(offset: number, length: number) => Promise<Uint8Array>> {
    if (!this.#upload) {
      const whole = this.#takePending(this.#pending);
      this.#parts = [whole];
      return async (offset, length) => whole.subarray(offset, offset + length);
    }
    if (this.#pending > 0) await this.#sendPart(this.#pending);
    await this.#upload.complete(this.#uploaded);
    this.#stored = true;
    return async (offset, length) => {
      const part = await this.#bucket.get(this.#key, { range: { offset, length } });
      return part ? new Uint8Array(await part.arrayBuffer()) : new Uint8Array(0);
    };
  }

  /** Stores it under its final name, checked against its hash by the store. The same content is stored once. */
  async copyTo(key: string, type: string, sha256: string): Promise<void> {
    if ((await this.#bucket.head(key)) !== null) return;
    const options = { sha256, httpMetadata: { contentType: type } };
    if (!this.#stored) {
      await this.#bucket.put(key, this.#parts[0] ?? new Uint8Array(0), options);
      return;
    }
    const source = await this.#bucket.get(this.#key);
    if (!source) throw new Error(`${this.#key} is gone before it was kept`);
    await this.#bucket.put(key, source.body, options);
  }

  /** Removes what lies under the provisional name. */
  async discard(): Promise<void> {
    if (this.#stored) await this.#bucket.delete(this.#key);
    else await this.#upload?.abort().catch(() => {});
    this.#upload = undefined;
    this.#stored = false;
  }

  async #sendPart(length: number): Promise<void> {
    this.#upload ??= await this.#bucket.createMultipartUpload(this.#key);
    this.#uploaded.push(await this.#upload.uploadPart(this.#uploaded.length + 1, this.#takePending(length)));
  }

  #takePending(length: number): Uint8Array {
    const all = new Uint8Array(this.#pending);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    const rest = all.slice(length);
    this.#parts = rest.length > 0 ? [rest] : [];
    this.#pending = rest.length;
    return all.subarray(0, length);
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
