/** Uneven light: the paper's own brightness, place by place, and a picture without it. */
import type { Grey } from './grey.ts';
import { percentile } from './histogram.ts';

/** The brightness of the paper on a coarse grid, and how coarse that is. */
export interface Paper {
  columns: number;
  rows: number;
  /** pixels of the picture to a cell, either way */
  cell: number;
  data: Float32Array;
}

/** Cells a page has across, about: wider than letters, narrower than shadows. */
const CELLS_ACROSS = 40;
const LEAST_CELL = 24;
/** Of a cell's pixels so many are darker than what is taken for its paper. */
const PAPER_SHARE = 0.75;
/** Paper is never taken for darker than this part of the page's: there it is a picture. */
const DARKEST = 0.45;

/** Measures the paper. Cells full of ink take the brightness of those around them. */
export function measurePaper({ width, height, data }: Grey): Paper {
  const cell = Math.max(LEAST_CELL, Math.ceil(width / CELLS_ACROSS));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const raw = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let all = 0;
      for (let y = row * cell; y < Math.min(height, (row + 1) * cell); y += 2) {
        const end = y * width + Math.min(width, (column + 1) * cell);
        for (let at = y * width + column * cell; at < end; at += 2) {
          const value = data[at] as number;
          counts[value] = (counts[value] as number) + 1;
          all++;
        }
      }
      raw[row * columns + column] = percentile(counts, PAPER_SHARE * all);
    }
  }
  const least = DARKEST * medianOf(raw);
  for (let at = 0; at < raw.length; at++) raw[at] = Math.max(raw[at] as number, least, 1);
  return { columns, rows, cell, data: smooth(brighten(raw, columns, rows), columns, rows) };
}

/** How uneven the light is: the part of the brightness by which the darker places of the paper fall short. */
export function unevenness({ data }: Paper): number {
  const sorted = data.toSorted();
  const low = sorted[Math.floor(sorted.length * 0.05)] ?? 1;
  const high = sorted[Math.floor(sorted.length * 0.95)] ?? 1;
  return high === 0 ? 0 : (high - low) / high;
}

/** Makes the paper white everywhere, in place. @param strength 0 to 1 */
export function evenLight(grey: Grey, strength: number, paper = measurePaper(grey)): Grey {
  const { width, height, data } = grey;
  const { columns, rows, cell } = paper;
  const gains = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    const v = clampTo((y + 0.5) / cell - 0.5, rows - 1);
    const above = Math.floor(v);
    const below = Math.min(above + 1, rows - 1);
    for (let x = 0; x < width; x++) {
      const u = clampTo((x + 0.5) / cell - 0.5, columns - 1);
      const left = Math.floor(u);
      const right = Math.min(left + 1, columns - 1);
      const upper = mix(at(paper, above, left), at(paper, above, right), u - left);
      const lower = mix(at(paper, below, left), at(paper, below, right), u - left);
      gains[x] = mix(1, 255 / mix(upper, lower, v - above), strength);
    }
    for (let x = 0, p = y * width; x < width; x++, p++) {
      data[p] = Math.min(255, (data[p] as number) * (gains[x] as number));
    }
  }
  return grey;
}

const at = (paper: Paper, row: number, column: number) => paper.data[row * paper.columns + column] as number;
const mix = (a: number, b: number, share: number) => a + (b - a) * share;
const clampTo = (value: number, most: number) => Math.min(Math.max(value, 0), most);

/** Each cell takes the second brightest of the nine around it: cells of ink and pictures vanish, shadows stay. */
function brighten(cells: Float32Array, columns: number, rows: number): Float32Array {
  return overNeighbours(cells, columns, rows, (around) => {
    around.sort((a, b) => b - a);
    return around[Math.min(1, around.length - 1)] as number;
  });
}

function smooth(cells: Float32Array, columns: number, rows: number): Float32Array {
  return overNeighbours(
    cells,
    columns,
    rows,
    (around) => around.reduce((sum, value) => sum + value, 0) / around.length,
  );
}

function overNeighbours(
  cells: Float32Array,
  columns: number,
  rows: number,
  rule: (around: number[]) => number,
): Float32Array {
  const out = new Float32Array(cells.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const around: number[] = [];
      for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
        for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
          around.push(cells[r * columns + c] as number);
        }
      }
      out[row * columns + column] = rule(around);
    }
  }
  return out;
}

function medianOf(values: Float32Array): number {
  return values.toSorted()[values.length >> 1] ?? 255;
}
