/** How much room text takes in print: an estimate by eye, in letters, for finding a place on a scanned line. */
import { directionOf } from './script.ts';

/** Signs that take less room than a letter, and more, in print of the period. */
const NARROW = /[\s.,:;!'’‘|ilIіїj()[\]اءٴ]/u;
const WIDE = /[мшщжюыфwmМШЩЖЮЫФWMسشصضكک]/u;
const NO_WIDTH = /[\p{M}\u200c-\u200f]/u;

/** In letters. @example printWidth('май') // 3.4 */
export function printWidth(text: string, start = 0, end = text.length): number {
  let width = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const tenths = TENTHS[unit] || (TENTHS[unit] = tenthsOf(text.charAt(at)));
    width += tenths - 1;
  }
  return width / 10;
}

/**
 * By UTF-16 code unit, filled as they occur: tenths of a letter's width, and one more, which says that it was looked
 * at. Asked for every letter of every found line, so that each is looked at once.
 */
const TENTHS = new Uint8Array(0x1_00_00);

function tenthsOf(unit: string): number {
  // Of a letter in two units the second takes no room of its own.
  if (NO_WIDTH.test(unit) || /[\uDC00-\uDFFF]/.test(unit)) return 1;
  return 1 + (NARROW.test(unit) ? 5 : WIDE.test(unit) ? 14 : 10);
}

const widthOf = (letter: string) => printWidth(letter);

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
  const share = printWidth(text, 0, offset) / (printWidth(text) || 1);
  return directionOf(text) === 'rtl' ? 1 - share : share;
}
