/** Letters that stand beside each other, as rows of text within their column. */
import type { Piece } from '../picture/components.ts';
import type { PageInk } from './page-ink.ts';
import { type Walls, hasWall } from './walls.ts';

/** A row of text and the room it has: from wall to wall, or to the edge of the page. */
export interface TextRow {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** typical height of its letters */
  letter: number;
  pieces: number;
  roomLeft: number;
  roomRight: number;
}

/**
 * White space within a row, in heights of its letters. Lines that are driven out to the width of their column have gaps
 * of several letters; that of two columns is a wall, as it goes on over more than one row.
 */
const GAP = 7;

/**
 * From one line of the body to the next: the most frequent distance between parts of rows under each other. 2.2
 * letters where too few stand so.
 */
export function findPitch(ink: PageInk, printed: Walls): number {
  const rows = linkRows(ink, printed, 1.5).filter((row) => row.pieces > 3);
  const apart: number[] = [];
  rows
    .toSorted((a, b) => a.top - b.top)
    .forEach((row, index, sorted) => {
      for (let next = index + 1; next < sorted.length; next++) {
        const other = sorted[next] as TextRow;
        const down = (other.top + other.bottom - row.top - row.bottom) / 2;
        if (down > 6 * ink.letter) return;
        if (down < 0.8 * ink.letter || other.left >= row.right || other.right <= row.left) continue;
        apart.push(down);
        return;
      }
    });
  if (apart.length < 4) return 2.2 * ink.letter;
  return apart.toSorted((a, b) => a - b)[apart.length >> 1] as number;
}

/** The rows of a page, from top to bottom. */
export function findRows(ink: PageInk, walls: Walls): TextRow[] {
  const rows = linkRows(ink, walls, GAP);
  for (const piece of ink.bridges)
    for (const row of rowsOf(piece, rows, walls, ink.letter)) widen(row, piece);
  // Twice: two parts of a row may meet only through a third.
  return joinRows(joinRows(rows, walls, ink.letter), walls, ink.letter)
    .filter((row) => row.pieces > 1 || row.letter > 0.7 * ink.letter)
    .map((row) => withRoom(row, walls, ink.width))
    .toSorted((a, b) => a.top - b.top || a.left - b.left);
}

/** Pieces so much higher than the letters of the body may be letters of two rows that touch. */
const TALL = 2.2;
/** A row of fewer pieces than this may be a speck or an accent beside the piece. */
const LEAST_PIECES = 2;
/** How far from the rest of a row such a piece stands, at most, in heights of a letter. */
const BESIDE = 2;

/** Spaces of a line are no wider than this, in heights of a letter, but where it is driven out far. */
const SPACE = 3;

/**
 * The ink with those pieces apart that are letters of one row and of the next which touch, as an р does a й below it:
 * by such a piece the two rows would be taken for one, or for a heading. The same ink where there are none.
 */
export function setBridgesApart(ink: PageInk, printed: Walls): PageInk {
  const isTall = (piece: Piece) => piece.bottom - piece.top > TALL * ink.letter;
  if (!ink.letters.some(isTall)) return ink;
  const plain = linkRows({ ...ink, letters: ink.letters.filter((piece) => !isTall(piece)) }, printed, SPACE);
  const rows = plain.filter(({ pieces }) => pieces >= LEAST_PIECES);
  const isBridge = (piece: Piece) => {
    if (!isTall(piece)) return false;
    const own = rowsOf(piece, rows, printed, ink.letter).toSorted((a, b) => a.top - b.top);
    return own.some((row) => row.top >= (own[0] as TextRow).bottom - ink.letter / 2);
  };
  const bridges = new Set(ink.letters.filter(isBridge));
  if (bridges.size === 0) return ink;
  return { ...ink, letters: ink.letters.filter((piece) => !bridges.has(piece)), bridges: [...bridges] };
}

/** The rows in which a piece stands with a good part of the height of a letter, or next to which it does. */
function rowsOf(piece: Piece, rows: readonly TextRow[], walls: Walls, body: number): TextRow[] {
  return rows.filter((row) => {
    if (Math.min(piece.bottom, row.bottom) - Math.max(piece.top, row.top) <= 0.5 * body) return false;
    const apart = Math.max(piece.left - row.right, row.left - piece.right);
    const [from, to] = piece.left > row.right ? [row.right, piece.left] : [piece.right, row.left];
    return apart <= 0 || (apart < BESIDE * body && !hasWall(walls, (row.top + row.bottom) / 2, from, to));
  });
}

function widen(row: TextRow, { left, right }: { left: number; right: number }): void {
  row.left = Math.min(row.left, left);
  row.right = Math.max(row.right, right);
}

/** Letters that follow each other with no wall and no more than `gap` heights of a letter between them. */
function linkRows(ink: PageInk, walls: Walls, gap: number): TextRow[] {
  const letters = ink.letters.toSorted((a, b) => a.left - b.left);
  const parents = letters.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  };
  letters.forEach((_, index) => {
    const next = nextInRow(letters, index, walls, ink.letter, gap);
    if (next >= 0) parents[rootOf(next)] = rootOf(index);
  });
  const groups = new Map<number, Piece[]>();
  letters.forEach((piece, index) => {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group) group.push(piece);
    else groups.set(root, [piece]);
  });
  return [...groups.values()].map((group) => toRow(group));
}

/** The nearest letter to the right that stands in the same row with no wall between; -1: none. */
function nextInRow(letters: Piece[], index: number, walls: Walls, body: number, gap: number): number {
  const piece = letters[index] as Piece;
  const height = piece.bottom - piece.top;
  const reach = piece.right + gap * Math.min(Math.max(height, body), 3 * body);
  for (let next = index + 1; next < letters.length; next++) {
    const other = letters[next] as Piece;
    if (other.left > reach) return -1;
    const otherHeight = other.bottom - other.top;
    const [low, high] = height < otherHeight ? [height, otherHeight] : [otherHeight, height];
    if (high > 2.4 * low && high > 2.2 * body) continue;
    const shared = Math.min(piece.bottom, other.bottom) - Math.max(piece.top, other.top);
    if (shared < 0.45 * low) continue;
    if (hasWall(walls, (piece.top + piece.bottom) / 2, piece.right, other.left)) return -1;
    return next;
  }
  return -1;
}

function toRow(group: Piece[]): TextRow {
  const heights = group.map((piece) => piece.bottom - piece.top).toSorted((a, b) => a - b);
  const left = Math.min(...group.map((piece) => piece.left));
  const right = Math.max(...group.map((piece) => piece.right));
  return {
    left,
    right,
    // A letter that touches the next row would make the row as high as two.
    top: quantile(
      group.map((piece) => piece.top).toSorted((a, b) => a - b),
      0.1,
    ),
    bottom: quantile(
      group.map((piece) => piece.bottom).toSorted((a, b) => a - b),
      0.9,
    ),
    letter: quantile(heights, 0.5),
    pieces: group.length,
    roomLeft: left,
    roomRight: right,
  };
}

const quantile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;

/**
 * Joins what the walk from letter to letter has left apart: parts of one row with no wall between them, and marks
 * above and below, such as those of Arabic letters.
 */
function joinRows(rows: TextRow[], walls: Walls, body: number): TextRow[] {
  const sorted = rows.toSorted((a, b) => b.pieces - a.pieces);
  const out: TextRow[] = [];
  for (const row of sorted) {
    const host = out.find((other) => isPartOf(row, other, walls, body) || isMarkOf(row, other, body));
    if (!host) {
      out.push(row);
      continue;
    }
    widen(host, row);
    host.pieces += row.pieces;
  }
  return out;
}

function isPartOf(row: TextRow, other: TextRow, walls: Walls, body: number): boolean {
  const height = Math.min(row.bottom - row.top, other.bottom - other.top);
  if (Math.min(row.bottom, other.bottom) - Math.max(row.top, other.top) < 0.5 * height) return false;
  const [left, right] = row.left < other.left ? [row, other] : [other, row];
  if (right.left - left.right > GAP * Math.max(body, Math.min(row.letter, other.letter, 3 * body)))
    return false;
  if (Math.max(row.letter, other.letter) > 2.4 * Math.min(row.letter, other.letter)) return false;
  return right.left <= left.right || !hasWall(walls, (row.top + row.bottom) / 2, left.right, right.left);
}

function isMarkOf(row: TextRow, other: TextRow, body: number): boolean {
  if (row.bottom - row.top > 0.75 * body || row.pieces > 6) return false;
  const apart = Math.max(row.top - other.bottom, other.top - row.bottom);
  return apart < 0.5 * body && row.left < other.right + body && row.right > other.left - body;
}

/** How far the row could go to either side before it met a wall or other text. */
function withRoom(row: TextRow, { cell, columns, rows, letters, walls }: Walls, width: number): TextRow {
  const middle = Math.min(rows - 1, Math.floor((row.top + row.bottom) / 2 / cell)) * columns;
  const isFree = (column: number) => letters[middle + column] === 0 && walls[middle + column] === 0;
  let left = Math.floor(row.left / cell);
  while (left > 0 && isFree(left - 1)) left--;
  let right = Math.ceil(row.right / cell) - 1;
  while (right < columns - 1 && isFree(right + 1)) right++;
  return { ...row, roomLeft: left * cell, roomRight: Math.min(width, (right + 1) * cell) };
}
