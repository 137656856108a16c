/** The layout of a page: its blocks in reading order, and what kind each is. */
import type { Piece } from '../picture/components.ts';
import type { Box, Mask } from '../picture/grey.ts';
import { type RowBlock, groupRows, toBlock } from './blocks.ts';
import { type BlockKind, kindsOf } from './kinds.ts';
import { readingOrder } from './order.ts';
import { type PageInk, sortInk } from './page-ink.ts';
import { findPitch, findRows, setBridgesApart } from './rows-of-text.ts';
import { joinTables } from './tables.ts';
import { findWalls, printedWalls } from './walls.ts';

export interface LayoutBlock {
  kind: BlockKind;
  /** x, y, width, height of what is printed */
  box: Box;
  /** from where to where its column goes */
  room: [left: number, right: number];
  /** its rows of text, from top to bottom; none in pictures */
  rows: Box[];
}

export interface PageLayout {
  /** in reading order */
  blocks: LayoutBlock[];
  /** height of the letters of the body text; 0 where there are none */
  letter: number;
  /** ink that is neither text nor rules, as a part of the page */
  pictureShare: number;
}

/**
 * Analyses a page that stands upright and level, on a copy on which the letters of the body are some 6 to 30 pixels
 * high.
 */
export function analysePage(mask: Mask, rightToLeft: boolean): PageLayout {
  return layOutInk(sortInk(mask), rightToLeft);
}

/** The same of a page whose ink has been sorted already. */
export function layOutInk(sorted: PageInk, rightToLeft: boolean): PageLayout {
  if (sorted.letter === 0) return { blocks: [], letter: 0, pictureShare: pictureShare(sorted) };
  const around = printedWalls(sorted);
  const ink = setBridgesApart(sorted, around);
  const printed = ink === sorted ? around : printedWalls(ink);
  const walls = findWalls(ink, printed, findPitch(ink, printed));
  const rows = findRows(ink, walls);
  const blocks = joinTables(groupRows(rows, ink.across), ink.letter);
  const pictures = ink.pictures.filter((piece) => isPicture(piece, ink.letter)).map(asBlock);
  const all = [...withoutScraps(withoutNoise(blocks, pictures, ink.letter), ink.letter), ...pictures];
  const bars = ink.across.filter((rule) => rule.right - rule.left > 12 * ink.letter);
  const ordered = readingOrder(
    all.map((block) => ({
      left: block.roomLeft,
      right: block.roomRight,
      top: block.top,
      bottom: block.bottom,
      block,
    })),
    bars,
    rightToLeft,
  ).map(({ block }) => block);
  const kinds = kindsOf(ordered, ink);
  return {
    blocks: ordered.map((block, index) => ({
      kind: kinds[index] as BlockKind,
      box: boxOf(block),
      room: [block.roomLeft, block.roomRight],
      rows: block.rows.map(boxOf),
    })),
    letter: ink.letter,
    pictureShare: pictureShare(ink),
  };
}

const boxOf = ({
  left,
  top,
  right,
  bottom,
}: {
  left: number;
  top: number;
  right: number;
  bottom: number;
}): Box => [left, top, right - left, bottom - top];

type Edges = { left: number; top: number; right: number; bottom: number };

/** Large, and not a few strokes that hold a large empty box together. */
function isPicture(piece: Piece, letter: number): boolean {
  const [width, height] = [piece.right - piece.left, piece.bottom - piece.top];
  return width > 6 * letter && height > 6 * letter && piece.ink > 0.2 * width * height;
}

function asBlock({ left, top, right, bottom }: Edges): RowBlock {
  return { rows: [], left, top, right, bottom, roomLeft: left, roomRight: right };
}

const within = (row: Edges, picture: Edges) =>
  row.left >= picture.left &&
  row.right <= picture.right &&
  row.top >= picture.top &&
  row.bottom <= picture.bottom;

/** Scraps of a few pieces, and what lies within pictures, are no text. */
function withoutNoise(blocks: RowBlock[], pictures: RowBlock[], letter: number): RowBlock[] {
  return blocks.flatMap((block) => {
    const rows = block.rows.filter((row) => !pictures.some((picture) => within(row, picture)));
    const pieces = rows.reduce((sum, row) => sum + row.pieces, 0);
    if (rows.length === 0 || (pieces < 2 && rows[0]!.letter < 0.8 * letter)) return [];
    return [rows.length === block.rows.length ? block : toBlock(rows)];
  });
}

/** Of a word's width, and between two words, in heights of a letter. */
const WORD = 6;
const SPACE = 3;

/**
 * Words that were set apart from the rows they belong to, by white that happens to stand above white, and lie within the
 * block of those: they are read with it. What a text runs around has more room beside it than a space between words.
 */
function withoutScraps(blocks: RowBlock[], letter: number): RowBlock[] {
  return blocks.filter((block) => {
    const around = blocks.filter((other) => other.rows.length > block.rows.length && within(block, other));
    if (around.length === 0) return true;
    if (block.right - block.left < WORD * letter) return false;
    const beside = block.rows.filter((row) =>
      around.some(({ rows }) => rows.some((other) => isBeside(row, other, SPACE * letter))),
    );
    return beside.length * 2 <= block.rows.length;
  });
}

/** Whether two rows stand on one line, with no more white between them than that. */
function isBeside(a: Edges, b: Edges, most: number): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const white = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  return shared * 2 > Math.min(a.bottom - a.top, b.bottom - b.top) && white <= most;
}

function pictureShare({ pictures, width, height }: PageInk): number {
  const area = pictures.reduce(
    (sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top),
    0,
  );
  return area / (width * height);
}
