/** How much room text takes in print: an estimate by eye, in letters, for finding a place on a scanned line. */
import { directionOf } from './script.ts';

/** Signs that take less room than a letter, and more, in print of the period. */
const NARROW = /[\s.,:;!'’‘|ilIіїj()[\]اءٴ]/u;
const WIDE = /[мшщжюыфwmМШЩЖЮЫФWMسشصضكک]/u;
const MOST_KNOWN = 5000;
const NO_WIDTH = /[\p{M}\u200c-\u200f]/u;

/** In letters. @example printWidth('май') // 3.4 */
export function printWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return width;
}

const known = new Map<string, number>();

/** Asked for every letter of every found line, so that each is looked at once; a text has few hundreds of them. */
function widthOf(letter: string): number {
  let width = known.get(letter);
  if (width === undefined) {
    width = NO_WIDTH.test(letter) ? 0 : NARROW.test(letter) ? 0.5 : WIDE.test(letter) ? 1.4 : 1;
    if (known.size < MOST_KNOWN) known.set(letter, width);
  }
  return width;
}

/**
 * The gap between letters that is nearest to a place on the line, in UTF-16 code units. `share` is that place as
 * a part of the line's length, from the left edge: 0 to 1.
 */
export function offsetAt(text: string, share: number): number {
  const wanted = (directionOf(text) === 'rtl' ? 1 - share : share) * printWidth(text);
  let width = 0;
  let offset = 0;
  for (const letter of text) {
    const own = widthOf(letter);
    // A mark belongs to the letter before it, however near the place is.
    if (own > 0 && width + own / 2 >= wanted) return offset;
    width += own;
    offset += letter.length;
  }
  return text.length;
}

/** The place of a gap between letters as a part of the line's length, from the left edge: 0 to 1. */
export function shareAt(text: string, offset: number): number {
  const share = printWidth(text.slice(0, offset)) / (printWidth(text) || 1);
  return directionOf(text) === 'rtl' ? 1 - share : share;
}
