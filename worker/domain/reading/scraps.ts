/** Telling print from what a picture's shades are read as. Pure. */

/**
 * A reading of fewer lines may be a damaged word that a person wants to see, unless of many blocks that looked like text
 * hardly any gave so much as a letter.
 */
const LEAST_LINES = 3;
const MANY_BLOCKS = 5;
/** Of 100. Print that no model knows is read as unsurely, but in lines of many letters. */
const UNSURE = 25;
/** Letters and figures of a line; the grain of a photograph gives one to four at a time. */
const FEW_LETTERS = 4;

/**
 * Whether what was read of a page is scraps: most lines of a few letters, and none to be sure of, as a photograph or a
 * drawing gives where it is taken for print.
 * @param lines with their confidence, 0 to 100
 * @param blocks that were taken for text
 */
export function areScraps(lines: readonly { text: string; confidence: number }[], blocks: number): boolean {
  if (lines.length < LEAST_LINES && (lines.length === 0 || blocks < MANY_BLOCKS * lines.length)) return false;
  const letters = lines.map(({ text }) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
  const all = letters.reduce((sum, count) => sum + count, 0);
  const sure = lines.reduce((sum, { confidence }, at) => sum + confidence * (letters[at] as number), 0);
  const middle = letters.toSorted((a, b) => a - b)[letters.length >> 1] as number;
  return middle <= FEW_LETTERS && sure < UNSURE * all;
}
