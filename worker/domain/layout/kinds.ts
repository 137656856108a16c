/** What kind of block each is, by where it stands and how it is set. */
import type { RowBlock } from './blocks.ts';
import type { PageInk } from './page-ink.ts';

export type BlockKind =
  | 'text'
  | 'heading'
  | 'advertisement'
  | 'picture'
  | 'table'
  | 'running-head'
  | 'marginal';

/** Headings are set so much larger than the body, or stand alone in the middle of their column. */
const LARGER = 1.3;
const HEADING_ROWS = 4;

/** The kinds of blocks, in their order. */
export function kindsOf(blocks: readonly (RowBlock & { table?: boolean })[], ink: PageInk): BlockKind[] {
  const texts = blocks.filter((block) => block.rows.length > 0);
  return blocks.map((block) => {
    if (block.rows.length === 0) return 'picture';
    if (isRunningHead(block, texts, ink)) return 'running-head';
    if (isFramed(block, ink)) return 'advertisement';
    if (block.table) return 'table';
    if (isMarginal(block, texts, ink)) return 'marginal';
    return isHeading(block, ink) ? 'heading' : 'text';
  });
}

/** Within a frame that is not the frame of the whole page. */
function isFramed(block: RowBlock, { frames, width, height }: PageInk): boolean {
  return frames.some(
    (frame) =>
      (frame.right - frame.left) * (frame.bottom - frame.top) < 0.5 * width * height &&
      block.left >= frame.left &&
      block.right <= frame.right &&
      block.top >= frame.top &&
      block.bottom <= frame.bottom,
  );
}

/** A single row of ordinary letters at the top or foot of the page, with nothing beside it but more of the same. */
function isRunningHead(block: RowBlock, texts: readonly RowBlock[], ink: PageInk): boolean {
  const [row] = block.rows;
  if (!row || block.rows.length > 1 || row.letter > 1.6 * ink.letter) return false;
  const others = texts.filter((other) => other !== block);
  if (others.length === 0) return false;
  const overlaps = others.filter((other) => other.top < block.bottom && other.bottom > block.top);
  if (overlaps.some((other) => other.rows.length > 1)) return false;
  const rest = others.filter((other) => !overlaps.includes(other));
  const isFirst = rest.every((other) => other.top >= block.bottom);
  const isLast = rest.every((other) => other.bottom <= block.top);
  return (
    rest.length > 0 && (isFirst ? block.top < 0.12 * ink.height : isLast && block.bottom > 0.9 * ink.height)
  );
}

/** A narrow block beside all the others. */
function isMarginal(block: RowBlock, texts: readonly RowBlock[], ink: PageInk): boolean {
  const width = block.right - block.left;
  if (width > 14 * ink.letter || texts.length < 2) return false;
  const wide = texts.filter((other) => other.right - other.left > 18 * ink.letter);
  if (wide.length === 0) return false;
  const left = Math.min(...wide.map((other) => other.left));
  const right = Math.max(...wide.map((other) => other.right));
  return block.right <= left || block.left >= right;
}

function isHeading(block: RowBlock, ink: PageInk): boolean {
  if (block.rows.length > HEADING_ROWS) return false;
  const letter = Math.max(...block.rows.map((row) => row.letter));
  if (letter >= LARGER * ink.letter) return true;
  const room = block.roomRight - block.roomLeft;
  return (
    block.rows.length <= 2 &&
    block.rows.every((row) => {
      const [before, after] = [row.left - row.roomLeft, row.roomRight - row.right];
      return (
        before > 0.12 * room &&
        after > 0.12 * room &&
        Math.abs(before - after) < Math.max(0.12 * room, 2 * ink.letter)
      );
    })
  );
}
