// The 8 × 8 inverse cosine transform of ITU-T T.81 A.3.3, as two passes of one-dimensional transforms.
const C1 = Math.cos(Math.PI / 16) / 2;
const C2 = Math.cos((2 * Math.PI) / 16) / 2;
const C3 = Math.cos((3 * Math.PI) / 16) / 2;
const C4 = Math.SQRT1_2 / 2;
const C5 = Math.cos((5 * Math.PI) / 16) / 2;
const C6 = Math.cos((6 * Math.PI) / 16) / 2;
const C7 = Math.cos((7 * Math.PI) / 16) / 2;

const columns = new Float32Array(64);
const line = new Float32Array(8);

/**
 * Writes one block of grey pixels.
 * @param block dequantised coefficients in natural order
 * @param flat whether only the first coefficient is not zero
 */
export function inverseTransform(
  block: Int32Array,
  flat: boolean,
  out: Uint8Array,
  at: number,
  stride: number,
): void {
  if (flat) {
    const value = toByte((block[0] as number) / 8);
    for (let y = 0; y < 8; y++) out.fill(value, at + y * stride, at + y * stride + 8);
    return;
  }
  for (let x = 0; x < 8; x++) {
    transformLine(block, x, 8);
    for (let y = 0; y < 8; y++) columns[y * 8 + x] = line[y] as number;
  }
  for (let y = 0; y < 8; y++) {
    transformLine(columns, y * 8, 1);
    const start = at + y * stride;
    for (let x = 0; x < 8; x++) out[start + x] = toByte(line[x] as number);
  }
}

function transformLine(from: Int32Array | Float32Array, start: number, step: number): void {
  const a0 = from[start] as number;
  const a1 = from[start + step] as number;
  const a2 = from[start + 2 * step] as number;
  const a3 = from[start + 3 * step] as number;
  const a4 = from[start + 4 * step] as number;
  const a5 = from[start + 5 * step] as number;
  const a6 = from[start + 6 * step] as number;
  const a7 = from[start + 7 * step] as number;
  const sum = (a0 + a4) * C4;
  const difference = (a0 - a4) * C4;
  const even = a2 * C2 + a6 * C6;
  const evenOdd = a2 * C6 - a6 * C2;
  const odd0 = a1 * C1 + a3 * C3 + a5 * C5 + a7 * C7;
  const odd1 = a1 * C3 - a3 * C7 - a5 * C1 - a7 * C5;
  const odd2 = a1 * C5 - a3 * C1 + a5 * C7 + a7 * C3;
  const odd3 = a1 * C7 - a3 * C5 + a5 * C3 - a7 * C1;
  line[0] = sum + even + odd0;
  line[1] = difference + evenOdd + odd1;
  line[2] = difference - evenOdd + odd2;
  line[3] = sum - even + odd3;
  line[4] = sum - even - odd3;
  line[5] = difference - evenOdd - odd2;
  line[6] = difference + evenOdd - odd1;
  line[7] = sum + even - odd0;
}

function toByte(value: number): number {
  const shifted = Math.round(value) + 128;
  return shifted < 0 ? 0 : shifted > 255 ? 255 : shifted;
}
