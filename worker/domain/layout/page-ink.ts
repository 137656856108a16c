/** What the ink of a page is: letters, rules, pictures and specks. */
import { type Piece, findPieces } from '../picture/components.ts';
import type { Mask } from '../picture/grey.ts';

export interface PageInk {
  width: number;
  height: number;
  /** Height of the letters of the body text: what most ink of the page has. */
  letter: number;
  letters: Piece[];
  /** Letters of one row that touch those of the next, each with those that it touches; found only when rows are. */
  bridges: Piece[];
  /** Signs so small that they stand beside letters: dots, commas, hyphens. */
  small: Piece[];
  /** Rules across and down, and the sides of frames. */
  across: Piece[];
  down: Piece[];
  /** Frames: boxes of rules with something in them. */
  frames: Piece[];
  pictures: Piece[];
}

const widthOf = (piece: Piece) => piece.right - piece.left;
const heightOf = (piece: Piece) => piece.bottom - piece.top;

/** Sorts the ink of a page. `letter` is 0 where there is nothing that could be letters. */
export function sortInk(mask: Mask): PageInk {
  const pieces = findPieces(mask);
  const letter = letterHeight(pieces);
  const ink: PageInk = {
    width: mask.width,
    height: mask.height,
    letter,
    letters: [],
    bridges: [],
    small: [],
    across: [],
    down: [],
    frames: [],
    pictures: [],
  };
  if (letter === 0) return ink;
  for (const piece of pieces) place(piece, ink);
  return ink;
}

function place(piece: Piece, ink: PageInk): void {
  const { letter } = ink;
  const [w, h] = [widthOf(piece), heightOf(piece)];
  const fill = piece.ink / (w * h);
  if (w >= 5 * letter && h <= Math.max(3, 0.6 * letter) && w > 8 * h) ink.across.push(piece);
  else if (h >= 4 * letter && w <= Math.max(3, 0.9 * letter) && h > 6 * w) ink.down.push(piece);
  else if (w > 10 * letter && h > 5 * letter && fill < 0.12) ink.frames.push(piece);
  // Ornaments and long dashes across are rules; heavy large pieces are pictures.
  else if (w >= 8 * letter && h <= 1.2 * letter && fill > 0.5) ink.across.push(piece);
  else if ((h > 5 * letter && w > 5 * letter) || h > 9 * letter || w > 14 * letter) {
    if (!isShadow(piece, ink)) ink.pictures.push(piece);
  } else if (h < 0.45 * letter && w < 1.2 * letter) ink.small.push(piece);
  else ink.letters.push(piece);
}

/** The dark edge that a scan has where the sheet ends. */
function isShadow(piece: Piece, { width, height }: PageInk): boolean {
  return piece.left <= 1 || piece.top <= 1 || piece.right >= width - 1 || piece.bottom >= height - 1;
}

/** The height at which most letters stand, weighted by their width, so that dots and specks do not count. */
function letterHeight(pieces: Piece[]): number {
  const counts = new Map<number, number>();
  for (const piece of pieces) {
    const [w, h] = [widthOf(piece), heightOf(piece)];
    if (h < 4 || w < 2 || h > 120 || w > 6 * h + 20 || piece.ink < 0.1 * w * h) continue;
    counts.set(h, (counts.get(h) ?? 0) + Math.min(w, 2 * h));
  }
  const heights = [...counts.keys()].toSorted((a, b) => a - b);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let sum = 0;
  for (const height of heights) {
    sum += counts.get(height) as number;
    if (sum >= total / 2) return height;
  }
  return 0;
}
