/** Rows that stand under each other in one column, as blocks. */
import type { Piece } from '../picture/components.ts';
import type { TextRow } from './rows-of-text.ts';

export interface RowBlock {
  rows: TextRow[];
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** the width of its column */
  roomLeft: number;
  roomRight: number;
}

/** Rows further apart than so many heights of their letters begin a new block. */
const APART = 2.6;
/** Rows belong together when they share this much of the room that either has. */
const SAME_ROOM = 0.55;
const SAME_SIZE = 1.45;
/** In a row of fewer pieces, such as the last word of a paragraph, high letters may be more than low ones. */
const FEW = 8;
/** So much higher they make such a row; it then stands no further down than the next row does. */
const HIGH_LETTERS = 2.2;

/** @param rows from top to bottom @param across rules that keep blocks apart */
export function groupRows(rows: TextRow[], across: readonly Piece[]): RowBlock[] {
  const blocks: TextRow[][] = [];
  const open = new Set<TextRow[]>();
  for (const row of rows) {
    let best: TextRow[] | null = null;
    let bestBottom = -Infinity;
    const broken: TextRow[][] = [];
    for (const block of open) {
      const last = block.at(-1) as TextRow;
      if (row.top - last.bottom > APART * Math.max(row.letter, last.letter)) {
        if (row.top - last.bottom > 6 * last.letter) open.delete(block);
        continue;
      }
      if (!isUnder(last, row, across) || last.bottom <= bestBottom) continue;
      if (isAlike(last, row)) [best, bestBottom] = [block, last.bottom];
      else broken.push(block);
    }
    // What stands under a heading within its column does not go on with what stands above it.
    for (const block of broken) if (block !== best) open.delete(block);
    if (best) best.push(row);
    else {
      const block = [row];
      blocks.push(block);
      open.add(block);
    }
  }
  return blocks.map((block) => toBlock(block));
}

/** Whether two rows are set in one size. */
function isAlike(last: TextRow, row: TextRow): boolean {
  const [low, high] = [Math.min(last.letter, row.letter), Math.max(last.letter, row.letter)];
  if (high <= SAME_SIZE * low) return true;
  return Math.min(last.pieces, row.pieces) < FEW && high <= HIGH_LETTERS * low && row.top - last.bottom < low;
}

/** Whether a row stands under another in the same column, with no rule between them. */
function isUnder(last: TextRow, row: TextRow, across: readonly Piece[]): boolean {
  if ((last.top + last.bottom) / 2 >= (row.top + row.bottom) / 2 - 0.5 * row.letter) return false;
  const shared = Math.min(last.roomRight, row.roomRight) - Math.max(last.roomLeft, row.roomLeft);
  const together = Math.max(last.roomRight, row.roomRight) - Math.min(last.roomLeft, row.roomLeft);
  if (shared < SAME_ROOM * together) return false;
  return !across.some(
    (rule) =>
      rule.top >= last.top + last.letter / 2 &&
      rule.bottom <= row.bottom - row.letter / 2 &&
      Math.min(rule.right, row.right, last.right) - Math.max(rule.left, row.left, last.left) > 0,
  );
}

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] as number;

export function toBlock(rows: TextRow[]): RowBlock {
  return {
    rows,
    left: Math.min(...rows.map((row) => row.left)),
    top: Math.min(...rows.map((row) => row.top)),
    right: Math.max(...rows.map((row) => row.right)),
    bottom: Math.max(...rows.map((row) => row.bottom)),
    roomLeft: middle(rows.map((row) => row.roomLeft)),
    roomRight: middle(rows.map((row) => row.roomRight)),
  };
}
