import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jpegRows } from '../../ocr/decode/jpeg.ts';
import { collectRows, type Grey } from '../../ocr/decode/rows.ts';
import { probeBytes } from '../../ocr/probe.ts';
import { encodeJpeg } from './encode-jpeg.ts';

export const NEWSPAPER = fileURLToPath(new URL('../../../fixtures/samples/rizhskoe-utro/', import.meta.url));
/** Of a newspaper of 1915, under `NEWSPAPER`: NAME.jpg with NAME.gt.txt. */
export const CROPS = ['1915-1-war-3', '1915-1-war-5'];

/** A page set of the real crops of a newspaper, as a JPEG. */
export async function newspaperPage(
  width: number,
  height: number,
  columns: number,
  gap: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const crops = await readCrops();
  const page = blankPage(width, height, crops);
  setPage(page, crops, { columns, gap });
  return encodeJpeg(page);
}

/** The pictures of `CROPS`, in their order. */
export function readCrops(): Promise<Grey[]> {
  return Promise.all(CROPS.map((name) => readGreyJpeg(join(NEWSPAPER, `${name}.jpg`))));
}

/** A blank sheet of the paper that the crops are printed on: their most frequent grey. */
export function blankPage(width: number, height: number, crops: Grey[]): Grey {
  const counts = new Uint32Array(256);
  for (const crop of crops) for (const value of crop.data) counts[value] = (counts[value] ?? 0) + 1;
  const paper = counts.indexOf(Math.max(...counts));
  return { width, height, data: new Uint8Array(width * height).fill(paper) };
}

/** Decodes a grey JPEG file. */
async function readGreyJpeg(path: string): Promise<Grey> {
  const bytes = new Uint8Array(readFileSync(path));
  const { width, height } = await probeBytes(bytes);
  return await collectRows(jpegRows(bytes, width, height));
}

/**
 * Sets crops of columns into a page of several columns, each column from top to bottom, the crops in turn, as long
 * as they fit. Answers the page and which crop stands where, in reading order.
 */
export function setPage(
  page: Grey,
  crops: Grey[],
  { columns, gap }: { columns: number; gap: number },
): { crop: number; left: number; top: number }[] {
  const placed: { crop: number; left: number; top: number }[] = [];
  const columnWidth = Math.floor((page.width - gap) / columns);
  let crop = 0;
  for (let column = 0; column < columns; column++) {
    const left = gap + column * columnWidth;
    for (let top = gap; ; crop = (crop + 1) % crops.length) {
      const piece = crops[crop];
      if (!piece || top + piece.height + gap > page.height) break;
      pastePiece(page, piece, left, top);
      placed.push({ crop, left, top });
      top += piece.height + gap;
    }
  }
  return placed;
}

function pastePiece(page: Grey, piece: Grey, left: number, top: number): void {
  for (let y = 0; y < piece.height; y++) {
    const row = piece.data.subarray(y * piece.width, (y + 1) * piece.width);
    page.data.set(row.subarray(0, page.width - left), (top + y) * page.width + left);
  }
}
