/** Telling print from what a picture's shades are read as. Pure. */

/** A reading of fewer lines may be a damaged word that a person wants to see. */
const LEAST_LINES = 3;
/** Of 100. Print that no model knows is read as unsurely, but in lines of many letters. */
const UNSURE = 25;
/** Letters and figures of a line; the grain of a photograph gives one to four at a time. */
const FEW_LETTERS = 4;

/**
 * Whether what was read of a page is scraps: most lines of a few letters, and none to be sure of, as a photograph or a
 * drawing gives where it is taken for print.
 * @param confidence of each line, 0 to 100
 */
export function areScraps(lines: readonly { text: string; confidence: number }[]): boolean {
  if (lines.length < LEAST_LINES) return false;
  const letters = lines.map(({ text }) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
  const all = letters.reduce((sum, count) => sum + count, 0);
  const sure = lines.reduce((sum, { confidence }, at) => sum + confidence * (letters[at] as number), 0);
  const middle = letters.toSorted((a, b) => a - b)[letters.length >> 1] as number;
  return middle <= FEW_LETTERS && sure < UNSURE * all;
}
