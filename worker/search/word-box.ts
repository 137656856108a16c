/** Where in a line's box a word stands, as far as that can be told without the words' own boxes. */
import { directionOf } from '../domain/text/script.ts';
import type { Box } from '../shapes/common.ts';

/** Signs that take less room than a letter, and more, in print of the period; by eye, in letters. */
const NARROW = /[\s.,:;!'’‘|ilIіїj()[\]اءٴ]/u;
const WIDE = /[мшщжюыфwmМШЩЖЮЫФWMسشصضكک]/u;

/**
 * The part of a line's box that a word takes, in pixels of the scan: by its share of the line's letters, from
 * the side on which the line begins. An estimate, a letter or two off.
 */
export function wordBox(
  text: string,
  { start, end }: { start: number; end: number },
  [x, y, w, h]: Box,
): Box {
  const whole = widthOf(text) || 1;
  const from = widthOf(text.slice(0, start)) / whole;
  const to = widthOf(text.slice(0, end)) / whole;
  const [left, right] = directionOf(text) === 'rtl' ? [1 - to, 1 - from] : [from, to];
  return [Math.round(x + left * w), y, Math.max(1, Math.round(x + right * w) - Math.round(x + left * w)), h];
}

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/[\p{M}\u200c-\u200f]/u.test(letter)) continue;
    width += NARROW.test(letter) ? 0.5 : WIDE.test(letter) ? 1.4 : 1;
  }
  return width;
}
