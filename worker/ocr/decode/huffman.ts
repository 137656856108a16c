import { undecodable } from '../errors.ts';

const LOOKAHEAD = 9;

/** A Huffman table of a JPEG (ITU-T T.81, annex C), with a direct look-up for codes up to 9 bits. */
export interface HuffmanTable {
  /** length << 8 | symbol for every 9-bit beginning, −1 where the code is longer */
  direct: Int16Array;
  /** by length: the greatest code, −1 where none has this length */
  greatest: Int32Array;
  /** by length: what to add to a code to get its place in `symbols` */
  offset: Int32Array;
  symbols: Uint8Array;
}

/** @param counts how many codes there are of each length 1–16 */
export function buildHuffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const direct = new Int16Array(1 << LOOKAHEAD).fill(-1);
  const greatest = new Int32Array(17).fill(-1);
  const offset = new Int32Array(17);
  let code = 0;
  let next = 0;
  for (let length = 1; length <= 16; length++) {
    offset[length] = next - code;
    const count = counts[length - 1] ?? 0;
    if (code + count > 1 << length) throw undecodable('a Huffman table is damaged');
    for (let i = 0; i < count; i++, code++, next++) {
      if (length > LOOKAHEAD) continue;
      const first = code << (LOOKAHEAD - length);
      direct.fill((length << 8) | (symbols[next] ?? 0), first, first + (1 << (LOOKAHEAD - length)));
    }
    if (count > 0) greatest[length] = code - 1;
    code <<= 1;
  }
  return { direct, greatest, offset, symbols };
}

/**
 * Bits of entropy-coded JPEG data: byte stuffing removed, zeros after a marker or the end.
 * `bytes`, `position` and `end` are set from outside before each row of blocks.
 */
export class BitReader {
  bytes: Uint8Array = new Uint8Array(0);
  position = 0;
  end = 0;
  /** true once a marker or the end of the data has been reached */
  exhausted = false;
  /** how many zero bytes have been handed out beyond the data */
  beyond = 0;
  #bits = 0;
  #count = 0;

  /** The next symbol of a Huffman table. */
  symbol(table: HuffmanTable): number {
    this.#fill();
    const hit = table.direct[(this.#bits >>> (this.#count - LOOKAHEAD)) & ((1 << LOOKAHEAD) - 1)] as number;
    if (hit >= 0) {
      this.#count -= hit >> 8;
      return hit & 255;
    }
    for (let length = LOOKAHEAD + 1; length <= 16; length++) {
      const code = (this.#bits >>> (this.#count - length)) & ((1 << length) - 1);
      if (code <= (table.greatest[length] as number)) {
        this.#count -= length;
        return table.symbols[code + (table.offset[length] as number)] as number;
      }
    }
    throw undecodable('a code in the picture data is damaged');
  }

  /** A signed number of `size` bits (0–16), as T.81 F.2.2.1 extends it. */
  signed(size: number): number {
    if (size === 0) return 0;
    this.#fill();
    this.#count -= size;
    const value = (this.#bits >>> this.#count) & ((1 << size) - 1);
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  /** Forgets what is left of the current byte and what was read of a marker: a new segment begins. */
  restart(): void {
    this.#bits = 0;
    this.#count = 0;
    this.exhausted = false;
    this.beyond = 0;
  }

  #fill(): void {
    while (this.#count <= 16) {
      this.#bits = (this.#bits << 8) | this.#nextByte();
      this.#count += 8;
    }
  }

  #nextByte(): number {
    while (!this.exhausted) {
      if (this.position >= this.end) break;
      const byte = this.bytes[this.position] as number;
      if (byte !== 0xff) {
        this.position++;
        return byte;
      }
      const following = this.position + 1 < this.end ? (this.bytes[this.position + 1] as number) : 0xd9;
      if (following === 0) {
        this.position += 2;
        return 0xff;
      }
      if (following !== 0xff) break;
      this.position++;
    }
    this.exhausted = true;
    this.beyond++;
    return 0;
  }
}
