import { undecodable } from '../errors.ts';
import {
  BLACK_RUNS,
  CODE_BITS,
  type CodeTable,
  MODE_CODES,
  MODE_HORIZONTAL,
  MODE_PASS,
  MODE_VERTICAL,
  WHITE_RUNS,
} from './fax-codes.ts';

// CCITT fax coding as TIFF holds it: modified Huffman (2), Group 3 (3) and Group 4 (4); ITU-T T.4 and T.6.
// A row is a list of the places where the colour changes, beginning with white.

export interface FaxStrip {
  width: number;
  rows: number;
  compression: number;
  reversedBits: boolean;
  group3TwoDimensional: boolean;
}

/** Yields the rows of a strip, one bit a pixel, 1 for black; the array is reused. Ends early when the data does. */
export function* decodeFax(packed: Uint8Array, strip: FaxStrip): Generator<Uint8Array> {
  const bits = new FaxBits(packed, strip.reversedBits);
  const row = new Uint8Array(Math.ceil(strip.width / 8));
  let above: number[] = [];
  for (let y = 0; y < strip.rows; y++) {
    const twoDimensional = beginRow(bits, strip);
    if (bits.atEnd()) return;
    const changes = twoDimensional
      ? decodeTwoDimensional(bits, above, strip.width)
      : decodeOneDimensional(bits, strip.width);
    if (!changes) return;
    paint(changes, row, strip.width);
    yield row;
    above = changes;
  }
}

/** Steps over what stands before a row; says whether the row refers to the one above. */
function beginRow(bits: FaxBits, strip: FaxStrip): boolean {
  if (strip.compression === 4) return true;
  if (strip.compression === 2) bits.alignToByte();
  else if (bits.skipEndOfLine() && strip.group3TwoDimensional) return bits.take(1) === 0;
  return false;
}

class FaxBits {
  readonly #bytes: Uint8Array;
  readonly #reversed: boolean;
  #at = 0;

  constructor(bytes: Uint8Array, reversed: boolean) {
    this.#bytes = bytes;
    this.#reversed = reversed;
  }

  /** The next `count` (at most 17) bits, zeros beyond the end. */
  peek(count: number): number {
    const byte = this.#at >> 3;
    const three = (this.#byte(byte) << 16) | (this.#byte(byte + 1) << 8) | this.#byte(byte + 2);
    return (three >> (24 - (this.#at & 7) - count)) & ((1 << count) - 1);
  }

  take(count: number): number {
    const value = this.peek(count);
    this.#at += count;
    return value;
  }

  /** The value of the next code, or −1 when there is none. */
  code(table: CodeTable): number {
    const entry = table[this.peek(CODE_BITS)] as number;
    if (entry < 0) return -1;
    this.#at += entry & 15;
    return entry >> 4;
  }

  atEnd(): boolean {
    return this.#at >= this.#bytes.length * 8;
  }

  alignToByte(): void {
    this.#at = (this.#at + 7) & ~7;
  }

  /** Steps over filling zeros and an end-of-line code, if one comes next. */
  skipEndOfLine(): boolean {
    if (this.peek(11) !== 0) return false;
    while (!this.atEnd() && this.take(1) === 0);
    return true;
  }

  #byte(index: number): number {
    const value = this.#bytes[index] ?? 0;
    if (!this.#reversed) return value;
    // The order of eight bits turned round by swapping halves, pairs and neighbours.
    const pairs = ((value & 0xf0) >> 4) | ((value & 0x0f) << 4);
    const neighbours = ((pairs & 0xcc) >> 2) | ((pairs & 0x33) << 2);
    return ((neighbours & 0xaa) >> 1) | ((neighbours & 0x55) << 1);
  }
}

function readRun(bits: FaxBits, black: boolean): number {
  let length = 0;
  for (;;) {
    const part = bits.code(black ? BLACK_RUNS : WHITE_RUNS);
    if (part < 0) throw undecodable('a row of the picture is damaged');
    length += part;
    if (part < 64) return length;
  }
}

function decodeOneDimensional(bits: FaxBits, width: number): number[] {
  const changes: number[] = [];
  let position = 0;
  for (let black = false; position < width; black = !black) {
    position += readRun(bits, black);
    addChange(changes, position, width);
  }
  return changes;
}

/** Null at the end-of-block code. */
function decodeTwoDimensional(bits: FaxBits, above: number[], width: number): number[] | null {
  const changes: number[] = [];
  let position = -1;
  let black = false;
  let from = 0;
  while (position < width) {
    // b1 of T.4: the first change above, right of the position, to the other colour than the present one.
    from = Math.max(0, from - 2);
    while (from < above.length && ((above[from] as number) <= position || (from & 1) !== Number(black)))
      from++;
    const first = above[from] ?? width;
    const mode = bits.code(MODE_CODES);
    if (mode < 0) {
      if (position < 0 && bits.peek(12) === 1) return null;
      throw undecodable('a row of the picture is damaged');
    }
    if (mode === MODE_PASS) position = above[from + 1] ?? width;
    else if (mode === MODE_HORIZONTAL) {
      const start = Math.max(position, 0) + readRun(bits, black);
      position = start + readRun(bits, !black);
      addChange(changes, start, width);
      addChange(changes, position, width);
    } else {
      const place = first + mode - MODE_VERTICAL;
      if (place < position || place < 0) throw undecodable('a row of the picture is damaged');
      position = place;
      addChange(changes, position, width);
      black = !black;
    }
  }
  return changes;
}

/** Notes a change of colour. Two changes in one place are none: a run of no length. */
function addChange(changes: number[], position: number, width: number): void {
  if (changes.length > 0 && changes.at(-1) === Math.min(position, width)) changes.pop();
  else changes.push(Math.min(position, width));
}

function paint(changes: number[], row: Uint8Array, width: number): void {
  row.fill(0);
  for (let i = 0; i < changes.length; i += 2) {
    const end = changes[i + 1] ?? width;
    for (let x = changes[i] as number; x < end; x++) {
      if ((x & 7) === 0 && x + 8 <= end) {
        row[x >> 3] = 0xff;
        x += 7;
      } else row[x >> 3] = (row[x >> 3] as number) | (0x80 >> (x & 7));
    }
  }
}
