import type { Grey } from '../../ocr/decode/rows.ts';

// A plain encoder of grey baseline JPEGs (ITU-T T.81 with the example tables of annex K), to build large pages for
// the benchmark and pictures for tests without keeping them in the repository.

const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
];
const QUANTISATION = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_SYMBOLS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const AC_COUNTS = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d];
const AC_SYMBOLS: number[] = Array.from<number>(
  Buffer.from(
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738' +
      '393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5' +
      'a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
    'hex',
  ),
);

/** Cosines of the transform, by frequency and place. */
const COSINES = Array.from({ length: 8 }, (_, u) =>
  Array.from(
    { length: 8 },
    (_, x) => (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16),
  ),
);

interface Options {
  /** 1–100 as the JPEG group's software counts it */
  quality?: number;
  /** units between restart markers */
  restartInterval?: number;
  dpi?: number;
}

/** Encodes a grey picture as a baseline JPEG. */
export function encodeJpeg(
  grey: Grey,
  { quality = 80, restartInterval = 0, dpi = 300 }: Options = {},
): Uint8Array<ArrayBuffer> {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  const table = QUANTISATION.map((value) =>
    Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))),
  );
  const segments = [
    [0xff, 0xd8],
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 1, dpi >> 8, dpi & 255, dpi >> 8, dpi & 255, 0, 0]),
    segment(0xdb, [0, ...ZIGZAG.map((place) => table[place] ?? 1)]),
    segment(0xc0, [8, grey.height >> 8, grey.height & 255, grey.width >> 8, grey.width & 255, 1, 1, 0x11, 0]),
    segment(0xc4, [0x00, ...DC_COUNTS, ...DC_SYMBOLS]),
    segment(0xc4, [0x10, ...AC_COUNTS, ...AC_SYMBOLS]),
    ...(restartInterval > 0 ? [segment(0xdd, [restartInterval >> 8, restartInterval & 255])] : []),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
  ];
  const data = encodeBlocks(grey, table, restartInterval);
  return new Uint8Array(
    Buffer.concat([...segments.map((part) => Buffer.from(part)), data, Buffer.from([0xff, 0xd9])]),
  );
}

function segment(marker: number, body: number[]): number[] {
  const length = body.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...body];
}

class BitWriter {
  bytes = Buffer.alloc(1 << 20);
  length = 0;
  #bits = 0;
  #count = 0;

  put(value: number, size: number): void {
    this.#bits = (this.#bits << size) | (value & ((1 << size) - 1));
    this.#count += size;
    while (this.#count >= 8) {
      const byte = (this.#bits >>> (this.#count - 8)) & 255;
      this.#push(byte);
      if (byte === 0xff) this.#push(0);
      this.#count -= 8;
    }
    this.#bits &= (1 << this.#count) - 1;
  }

  flush(): void {
    if (this.#count > 0) this.put((1 << (8 - this.#count)) - 1, 8 - this.#count);
  }

  marker(code: number): void {
    this.flush();
    this.#push(0xff);
    this.#push(code);
  }

  #push(byte: number): void {
    if (this.length === this.bytes.length)
      this.bytes = Buffer.concat([this.bytes, Buffer.alloc(this.length)]);
    this.bytes[this.length++] = byte;
  }
}

type Codes = Map<number, [code: number, size: number]>;

function buildCodes(counts: number[], symbols: number[]): Codes {
  const codes: Codes = new Map();
  let code = 0;
  let next = 0;
  counts.forEach((count, index) => {
    for (let i = 0; i < count; i++) codes.set(symbols[next++] ?? 0, [code++, index + 1]);
    code <<= 1;
  });
  return codes;
}

function encodeBlocks(grey: Grey, table: number[], restartInterval: number): Buffer {
  const dc = buildCodes(DC_COUNTS, DC_SYMBOLS);
  const ac = buildCodes(AC_COUNTS, AC_SYMBOLS);
  const out = new BitWriter();
  let predictor = 0;
  let units = 0;
  for (let top = 0; top < grey.height; top += 8) {
    for (let left = 0; left < grey.width; left += 8) {
      if (restartInterval > 0 && units > 0 && units % restartInterval === 0) {
        out.marker(0xd0 + ((units / restartInterval - 1) & 7));
        predictor = 0;
      }
      units++;
      const block = transform(grey, left, top, table);
      predictor = encodeBlock(out, block, predictor, dc, ac);
    }
  }
  out.flush();
  return out.bytes.subarray(0, out.length);
}

function transform(grey: Grey, left: number, top: number, table: number[]): Int32Array {
  const half = new Float64Array(64);
  for (let y = 0; y < 8; y++) {
    const row = Math.min(top + y, grey.height - 1) * grey.width;
    for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let x = 0; x < 8; x++)
        sum += ((grey.data[row + Math.min(left + x, grey.width - 1)] ?? 0) - 128) * (COSINES[u]?.[x] ?? 0);
      half[y * 8 + u] = sum;
    }
  }
  const block = new Int32Array(64);
  for (let u = 0; u < 8; u++) {
    for (let v = 0; v < 8; v++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += (half[y * 8 + u] ?? 0) * (COSINES[v]?.[y] ?? 0);
      block[v * 8 + u] = Math.round(sum / (table[v * 8 + u] ?? 1));
    }
  }
  return block;
}

function encodeBlock(out: BitWriter, block: Int32Array, predictor: number, dc: Codes, ac: Codes): number {
  const first = block[0] ?? 0;
  putValue(out, dc, 0, first - predictor);
  let zeros = 0;
  for (let k = 1; k < 64; k++) {
    const value = block[ZIGZAG[k] ?? 0] ?? 0;
    if (value === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) out.put(...(ac.get(0xf0) ?? [0, 0]));
    putValue(out, ac, zeros, value);
    zeros = 0;
  }
  if (zeros > 0) out.put(...(ac.get(0) ?? [0, 0]));
  return first;
}

function putValue(out: BitWriter, codes: Codes, zeros: number, value: number): void {
  const size = 32 - Math.clz32(Math.abs(value));
  out.put(...(codes.get((zeros << 4) | size) ?? [0, 0]));
  if (size > 0) out.put(value < 0 ? value + (1 << size) - 1 : value, size);
}
