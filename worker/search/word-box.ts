/** Where in a line's box a word stands, as far as that can be told without the words' own boxes. */
import { printWidth } from '../domain/text/print-width.ts';
import { directionOf } from '../domain/text/script.ts';
import type { Box } from '../shapes/common.ts';

/**
 * The part of a line's box that a word takes, in pixels of the scan: by its share of the line's letters, from
 * the side on which the line begins. An estimate, a letter or two off.
 */
export function wordBox(
  text: string,
  { start, end }: { start: number; end: number },
  [x, y, w, h]: Box,
): Box {
  const before = printWidth(text, 0, start);
  const own = printWidth(text, start, end);
  const whole = before + own + printWidth(text, end) || 1;
  const [from, to] = [before / whole, (before + own) / whole];
  const [left, right] = directionOf(text) === 'rtl' ? [1 - to, 1 - from] : [from, to];
  return [Math.round(x + left * w), y, Math.max(1, Math.round(x + right * w) - Math.round(x + left * w)), h];
}
