import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grey } from '../../domain/picture/grey.ts';
import { levelGrey } from '../../domain/picture/turn.ts';
import { greyRows, collectRows, reduceRows } from '../../ocr/decode/rows.ts';
import { lookAtPage } from '../../ocr/prepare/overview.ts';
import { encodeJpeg } from './encode-jpeg.ts';
import { CROPS, NEWSPAPER, blankPage, readCrops, setPage } from './large-page.ts';
import { startOcrWorkerd } from './ocr-workerd.ts';
import type { Row } from './row.ts';

/** An A2 page at 300 dots per inch, three columns. */
const PAGE = { width: 4961, height: 7016, columns: 3, gap: 120 };
const COPY_FACTOR = 3;
/** Pixels around a page that is turned by 4°: it needs 245 and 173 at its sides. */
const SPARE = 300;

type Box = readonly [number, number, number, number];
interface Placed {
  left: number;
  top: number;
  width: number;
  height: number;
  /** lines that its text has */
  lines: number;
}

/**
 * Reading order on an A2 page set of real columns: the share of lines that are followed by the line that follows them
 * in truth; a line that is missing, or cut in two, counts as wrong.
 */
export async function benchLayout(): Promise<Row[]> {
  const crops = await readCrops();
  const page = blankPage(PAGE.width, PAGE.height, crops);
  const placed = setPage(page, crops, PAGE).map(({ crop, left, top }): Placed => {
    const { width = 0, height = 0 } = crops[crop] ?? {};
    const text = readFileSync(join(NEWSPAPER, `${CROPS[crop]}.gt.txt`), 'utf8');
    return { left, top, width, height, lines: text.trim().split('\n').length };
  });
  const columnsFromRight = [2, 1, 0].flatMap((column) => placed.slice(column * 4, column * 4 + 4));
  return [
    await layoutRow('rows out of order, from the left', page, placed, false, 0),
    await layoutRow('rows out of order, from the right', page, columnsFromRight, true, 0),
    await layoutRow('rows out of order, skewed by 4°', page, placed, false, 4),
    ...(await readingRows(page, placed)),
  ];
}

async function layoutRow(
  name: string,
  page: Grey,
  placed: Placed[],
  rightToLeft: boolean,
  skew: number,
): Promise<Row> {
  const spare = skew === 0 ? 0 : SPARE;
  const copy = await collectRows(reduceRows(greyRows(withSpare(page, spare)), COPY_FACTOR));
  const seen = skew === 0 ? copy : levelGrey(copy, -skew);
  const { layout, factor } = await lookAtPage(seen, {}, rightToLeft);
  const scale = COPY_FACTOR * factor;
  const rows = layout.blocks.flatMap((block) =>
    block.rows.map((row) => row.map((value) => value * scale) as unknown as Box),
  );
  const moved = placed.map((each) => ({ ...each, left: each.left + spare, top: each.top + spare }));
  return { name, value: 100 * (1 - orderShare(rows, moved)), unit: '%', target: 2 };
}

/** The page with the lid of a scanner around it, so that nothing is cut off where it is turned. */
function withSpare({ width, height, data }: Grey, spare: number): Grey {
  const wide = { width: width + 2 * spare, height: height + 2 * spare };
  const out = new Uint8Array(wide.width * wide.height).fill(255);
  for (let y = 0; y < height; y++)
    out.set(data.subarray(y * width, (y + 1) * width), (y + spare) * wide.width + spare);
  return { ...wide, data: out };
}

async function readingRows(page: Grey, placed: Placed[]): Promise<Row[]> {
  const workerd = await startOcrWorkerd();
  try {
    const before = workerd.cpuSeconds();
    const { lines, wasmBytes } = await workerd.read(encodeJpeg(page), ['qalam_cyrl']);
    const share = orderShare(
      lines.map(({ box }) => box),
      placed,
    );
    return [
      { name: 'A2, 34.8 MP, read: lines out of order', value: 100 * (1 - share), unit: '%', target: 2 },
      { name: 'A2, 34.8 MP, read: WASM memory', value: wasmBytes / 2 ** 20, unit: 'MiB', target: 88 },
      { name: 'A2, 34.8 MP, read: CPU', value: workerd.cpuSeconds() - before, unit: 's' },
    ];
  } finally {
    await workerd.stop();
  }
}

/** Lines that have their true successor, as a part of all lines that there are. */
function orderShare(boxes: readonly Box[], placed: readonly Placed[]): number {
  const placeOf = ([x, y, w, h]: Box) =>
    placed.findIndex(
      ({ left, top, width, height }) =>
        x + w / 2 > left && x + w / 2 < left + width && y + h / 2 > top && y + h / 2 < top + height,
    );
  const found = boxes.map((box, index) => ({ index, place: placeOf(box), y: box[1] + box[3] / 2 }));
  const truth = found.filter(({ place }) => place >= 0).toSorted((a, b) => a.place - b.place || a.y - b.y);
  const right = truth.filter((line, at) => {
    const next = truth[at + 1];
    return next === undefined || found[line.index + 1]?.index === next.index;
  }).length;
  const all = placed.reduce((sum, { lines }) => sum + lines, 0);
  // Lines that were cut in two are too many, lines that were joined or missed too few: either is wrong.
  return (right - Math.abs(found.length - all)) / all;
}
