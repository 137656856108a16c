/** Cuts lines out of a scan, as pictures to train on. */
import { openRows } from '../../ocr/decode/open-rows.ts';
import { collectRows, type Grey, greyRows, turnGrey } from '../../ocr/decode/rows.ts';
import { encodePng } from '../../ocr/encode-png.ts';
import { probeBytes } from '../../ocr/probe.ts';

/** x, y, width and height in pixels of the scan as it is shown. */
type Box = readonly [number, number, number, number];

/** Paper left around a line, as a share of its height: boxes are often tight, and models see lines with paper. */
const MARGIN = 0.1;

/**
 * The scan in grey, upright. @throws OcrError or ImageError where it is damaged, or of a kind that is not decoded row
 * by row (WebP, GIF, progressive JPEG)
 */
export async function decodeScan(bytes: Uint8Array): Promise<Grey> {
  const probe = await probeBytes(bytes);
  return turnGrey(await collectRows(openRows(bytes, probe)), probe.orientation);
}

/** One line as a grey PNG. */
export async function cutLine(scan: Grey, box: Box): Promise<Uint8Array> {
  const margin = Math.round(box[3] * MARGIN);
  const left = Math.max(0, box[0] - margin);
  const top = Math.max(0, box[1] - margin);
  const width = Math.min(scan.width, box[0] + box[2] + margin) - left;
  const height = Math.min(scan.height, box[1] + box[3] + margin) - top;
  if (width < 1 || height < 1) throw new RangeError(`the box ${box.join()} lies beside the scan`);
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (top + row) * scan.width + left;
    data.set(scan.data.subarray(from, from + width), row * width);
  }
  return encodePng(greyRows({ width, height, data }), 8);
}
