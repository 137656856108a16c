/** What keeps the columns of a page apart: white space that runs down, and rules. */
import type { PageInk } from './page-ink.ts';

/** A coarse map of the page: which cells have letters, and which are walls that no line crosses. */
export interface Walls {
  /** pixels to a cell */
  cell: number;
  columns: number;
  rows: number;
  letters: Uint8Array;
  /** those of headings */
  large: Uint8Array;
  walls: Uint8Array;
}

/** How many lines white space must run past to be a wall, by its width in heights of a letter. */
const WHITE = [
  { width: 0.8, lines: 7 },
  { width: 1.5, lines: 6 },
  { width: 2.5, lines: 5 },
];
/** Part of a line up and down in which text stands beside white space. */
const BESIDE = 0.6;
/** Lines by which a wall goes on where nothing stands on one of its sides. */
const BEYOND = 2.5;
/** How far from white space text stands that is beside it, in heights of a letter: further off is the end of a line. */
const NEAR = 14;

/** Letters so much higher than those of the body are a heading's. */
const LARGE = 1.7;

/** The walls of a page that are printed: rules, frames, pictures. */
export function printedWalls(ink: PageInk): Walls {
  const cell = Math.max(2, Math.round(ink.letter / 3));
  const columns = Math.ceil(ink.width / cell);
  const rows = Math.ceil(ink.height / cell);
  const letters = new Uint8Array(columns * rows);
  const rules = new Uint8Array(columns * rows);
  const fill = (map: Uint8Array, piece: { left: number; top: number; right: number; bottom: number }) => {
    for (let row = Math.floor(piece.top / cell); row < Math.ceil(piece.bottom / cell); row++) {
      const at = row * columns;
      map.fill(1, at + Math.floor(piece.left / cell), at + Math.ceil(piece.right / cell));
    }
  };
  const large = new Uint8Array(columns * rows);
  for (const piece of ink.letters) {
    fill(letters, piece);
    if (piece.bottom - piece.top > LARGE * ink.letter) fill(large, piece);
  }
  for (const piece of ink.bridges) fill(letters, piece);
  for (const piece of [...ink.down, ...ink.across, ...ink.pictures]) fill(rules, piece);
  for (const { left, top, right, bottom } of ink.frames) {
    fill(rules, { left, top, right: left + 1, bottom });
    fill(rules, { left: right - 1, top, right, bottom });
    fill(rules, { left, top, right, bottom: top + 1 });
    fill(rules, { left, top: bottom - 1, right, bottom });
  }
  return { cell, columns, rows, letters, large, walls: rules };
}

/** The printed walls, and the white ones. @param pitch from one line of the body to the next */
export function findWalls(ink: PageInk, printed: Walls, pitch: number): Walls {
  const walls = whiteWalls(printed, ink.letter / printed.cell, pitch / printed.cell);
  for (let at = 0; at < walls.length; at++) if (printed.walls[at] === 1) walls[at] = 1;
  return { ...printed, walls };
}

function whiteWalls(map: Walls, letter: number, pitch: number): Uint8Array {
  const { columns, rows, letters } = map;
  const [reach, far] = [Math.round(BESIDE * pitch), Math.round(NEAR * letter)];
  const between = betweenTexts(map, letters, reach, far);
  // A space of a heading that happens to stand above the white between two columns parts no words.
  const inHeading = betweenTexts(map, map.large, 0, far);
  for (let at = 0; at < between.length; at++) if (inHeading[at] === 1) between[at] = 0;
  const runs = whiteRuns(letters, between, columns, rows);
  const found = new Uint8Array(columns * rows);
  for (const kind of WHITE) {
    const least = Math.max(2, Math.round(kind.width * letter));
    const height = Math.round(kind.lines * pitch);
    for (let row = 0; row < rows; row++) {
      let from = -1;
      for (let column = 0; column <= columns; column++) {
        const at = row * columns + column;
        const open =
          column < columns && letters[at] === 0 && between[at] === 1 && (runs[at] as number) >= height;
        if (open && from < 0) from = column;
        if (open || from < 0) continue;
        if (column - from >= least) found.fill(1, row * columns + from, row * columns + column);
        from = -1;
      }
    }
  }
  return lengthen(found, map, inHeading, Math.round(BEYOND * pitch));
}

/** Walls go on past the short last lines of columns, as far as there is white. */
function lengthen(
  found: Uint8Array,
  { columns, rows, letters }: Walls,
  closed: Uint8Array,
  by: number,
): Uint8Array {
  const out = found.slice();
  for (let column = 0; column < columns; column++) {
    for (const [first, step] of [
      [0, 1],
      [rows - 1, -1],
    ] as const) {
      let left = 0;
      for (let row = first; row >= 0 && row < rows; row += step) {
        const at = row * columns + column;
        if (found[at] === 1) left = by;
        else if (letters[at] === 1 || closed[at] === 1) left = 0;
        else if (left-- > 0) out[at] = 1;
      }
    }
  }
  return out;
}

/** For each white cell how many of the white ones above and below it, without a gap, stand between texts. */
function whiteRuns(letters: Uint8Array, between: Uint8Array, columns: number, rows: number): Uint16Array {
  const runs = new Uint16Array(columns * rows);
  for (let column = 0; column < columns; column++) {
    let from = 0;
    let count = 0;
    for (let row = 0; row <= rows; row++) {
      const cell = row * columns + column;
      if (row < rows && letters[cell] === 0) {
        count += between[cell] as number;
        continue;
      }
      for (let at = from; at < row; at++) runs[at * columns + column] = count;
      from = row + 1;
      count = 0;
    }
  }
  return runs;
}

/** Cells that have text near on both sides, within `reach` rows up and down and `far` columns away. */
function betweenTexts({ columns, rows }: Walls, letters: Uint8Array, reach: number, far: number): Uint8Array {
  const near = thicken(letters, columns, rows, reach);
  const between = new Uint8Array(letters.length);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let last = -Infinity;
    for (let column = 0; column < columns; column++) {
      if (near[start + column] === 1) last = column;
      if (column - last <= far) between[start + column] = 1;
    }
    last = Infinity;
    for (let column = columns - 1; column >= 0; column--) {
      if (near[start + column] === 1) last = column;
      if (last - column > far) between[start + column] = 0;
    }
  }
  return between;
}

/** Text, and what is within `reach` rows above or below it. */
function thicken(letters: Uint8Array, columns: number, rows: number, reach: number): Uint8Array {
  const near = new Uint8Array(letters.length);
  for (let column = 0; column < columns; column++) {
    let last = -Infinity;
    for (let row = 0; row < rows; row++) {
      if (letters[row * columns + column] === 1) last = row;
      if (row - last <= reach) near[row * columns + column] = 1;
    }
    last = Infinity;
    for (let row = rows - 1; row >= 0; row--) {
      if (letters[row * columns + column] === 1) last = row;
      if (last - row <= reach) near[row * columns + column] = 1;
    }
  }
  return near;
}

/** Whether a wall stands between two points of one height. */
export function hasWall({ cell, columns, rows, walls }: Walls, y: number, from: number, to: number): boolean {
  const row = Math.min(rows - 1, Math.max(0, Math.floor(y / cell))) * columns;
  const end = Math.min(columns - 1, Math.floor(to / cell));
  for (let column = Math.max(0, Math.floor(from / cell)); column <= end; column++)
    if (walls[row + column] === 1) return true;
  return false;
}
