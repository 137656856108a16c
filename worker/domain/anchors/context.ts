/** How well the surroundings of a place agree with those that an anchor remembers. */
import type { Anchor, AnchorLine } from './span.ts';

/** What an anchor remembers of its surroundings, without white space. */
export interface Context {
  prefix: string;
  suffix: string;
}

/** How many characters agree, other than white space, counted from the quotation outwards. */
export interface Agreement {
  before: number;
  after: number;
}

export function contextOf({ prefix, suffix }: Anchor): Context {
  return { prefix: prefix.replace(/\s+/gu, ''), suffix: suffix.replace(/\s+/gu, '') };
}

/**
 * Compares a context with what stands around `start`–`end` of a line. Reads on into the neighbouring lines
 * and skips white space, so that splitting or joining lines changes nothing.
 */
export function agreementAt(
  context: Context,
  lines: readonly AnchorLine[],
  index: number,
  start: number,
  end: number,
): Agreement {
  return {
    before: countAgreeing(context.prefix, -1, lines, index, start - 1),
    after: countAgreeing(context.suffix, 1, lines, index, end),
  };
}

/** Walks from `offset` through the page, forwards or backwards, as long as it meets what is remembered. */
function countAgreeing(
  remembered: string,
  step: 1 | -1,
  lines: readonly AnchorLine[],
  index: number,
  offset: number,
): number {
  let count = 0;
  let line = lines[index];
  for (let at = offset; line && count < remembered.length; at += step) {
    const unit = line.text[at];
    if (unit === undefined) {
      index += step;
      line = lines[index];
      // The loop's own step brings it onto the first or the last code unit.
      at = step > 0 ? -1 : (line?.text.length ?? 0);
    } else if (!/\s/u.test(unit)) {
      if (unit !== remembered.at(step > 0 ? count : -1 - count)) break;
      count += 1;
    }
  }
  return count;
}
