/** Connected pieces of ink, by runs of pixels in each row (eight neighbours). */
import type { Mask } from './grey.ts';

/** A connected piece of ink: its box, right and bottom not included, and how many pixels it has. */
export interface Piece {
  left: number;
  top: number;
  right: number;
  bottom: number;
  ink: number;
}

export function findPieces({ width, height, data }: Mask): Piece[] {
  const parents: number[] = [];
  const pieces: Piece[] = [];
  const rootOf = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  };
  let above: [number, number, number][] = [];
  for (let y = 0; y < height; y++) {
    const runs: [number, number, number][] = [];
    const end = (y + 1) * width;
    let next = 0;
    for (let at = y * width; at < end; at++) {
      if (data[at] === 0) continue;
      const left = at - y * width;
      while (at < end && data[at] === 1) at++;
      const right = at - y * width;
      let own = -1;
      while (next < above.length && (above[next] as [number, number, number])[1] < left) next++;
      for (let k = next; k < above.length && (above[k] as [number, number, number])[0] <= right; k++) {
        const other = rootOf((above[k] as [number, number, number])[2]);
        if (own < 0) own = other;
        else if (own !== other) {
          parents[other] = own;
          absorb(pieces[own] as Piece, pieces[other] as Piece);
        }
      }
      const run: Piece = { left, top: y, right, bottom: y + 1, ink: right - left };
      if (own < 0) {
        own = pieces.length;
        parents.push(own);
        pieces.push(run);
      } else absorb(pieces[own] as Piece, run);
      runs.push([left, right, own]);
    }
    above = runs;
  }
  return pieces.filter((_, index) => parents[index] === index);
}

function absorb(piece: Piece, other: Piece): void {
  piece.left = Math.min(piece.left, other.left);
  piece.top = Math.min(piece.top, other.top);
  piece.right = Math.max(piece.right, other.right);
  piece.bottom = Math.max(piece.bottom, other.bottom);
  piece.ink += other.ink;
}
