/** Tables: narrow columns whose rows stand at the same heights are read row by row. */
import { type RowBlock, toBlock } from './blocks.ts';
import type { TextRow } from './rows-of-text.ts';

/** Columns of text are wider than this, in heights of a letter. */
const NARROW = 13;
const LEAST_ROWS = 3;
/** So many of the shorter column's rows have one beside them. */
const ALIGNED = 0.8;

/** Joins blocks that are columns of one table; the joined block is marked `table`. */
export function joinTables(blocks: RowBlock[], letter: number): (RowBlock & { table?: boolean })[] {
  let joined: (RowBlock & { table?: boolean })[] = blocks;
  for (;;) {
    const pair = findPair(joined, letter);
    if (!pair) return joined;
    const [a, b] = pair;
    const table = { ...joinRows(a, b), table: true };
    joined = [...joined.filter((block) => block !== a && block !== b), table];
  }
}

function findPair(blocks: RowBlock[], letter: number): [RowBlock, RowBlock] | null {
  for (const a of blocks) {
    for (const b of blocks) {
      if (a === b || b.left < a.right || b.left - a.right > 8 * letter) continue;
      if (a.rows.length < LEAST_ROWS || b.rows.length < LEAST_ROWS) continue;
      if (Math.min(widthOf(a), widthOf(b)) > NARROW * letter) continue;
      if (areAligned(a, b)) return [a, b];
    }
  }
  return null;
}

const widthOf = (block: RowBlock) => block.right - block.left;

function areAligned(a: RowBlock, b: RowBlock): boolean {
  const [few, many] = a.rows.length <= b.rows.length ? [a.rows, b.rows] : [b.rows, a.rows];
  const beside = few.filter((row) => many.some((other) => isBeside(row, other)));
  return beside.length >= ALIGNED * few.length && few.length >= 0.5 * many.length;
}

function isBeside(a: TextRow, b: TextRow): boolean {
  return Math.abs(a.top + a.bottom - b.top - b.bottom) < 0.8 * Math.min(a.letter, b.letter);
}

/** Each row of the table from its left to its right. */
function joinRows(a: RowBlock, b: RowBlock): RowBlock {
  const rest = [...b.rows];
  const rows = a.rows.map((row) => {
    const at = rest.findIndex((other) => isBeside(row, other));
    if (at < 0) return row;
    const [other] = rest.splice(at, 1) as [TextRow];
    return {
      left: Math.min(row.left, other.left),
      top: Math.min(row.top, other.top),
      right: Math.max(row.right, other.right),
      bottom: Math.max(row.bottom, other.bottom),
      letter: Math.max(row.letter, other.letter),
      pieces: row.pieces + other.pieces,
      roomLeft: Math.min(row.roomLeft, other.roomLeft),
      roomRight: Math.max(row.roomRight, other.roomRight),
    };
  });
  return toBlock([...rows, ...rest].toSorted((x, y) => x.top - y.top));
}
