import type { Box, ReadLine } from './lines.ts';

/**
 * Tesseract orders columns from left to right, whatever the script. On a page that is mostly in Arabic script
 * the blocks are put in order again: from top to bottom where white space runs across, and within such a band
 * from right to left where white space runs down. Lines keep their order within a block.
 */
export function orderRightToLeft(lines: ReadLine[]): ReadLine[] {
  const rightToLeft = lines.filter((line) => line.rtl).length;
  if (rightToLeft * 2 <= lines.length) return lines;
  const blocks = new Map<number, ReadLine[]>();
  for (const line of lines) blocks.set(line.block, [...(blocks.get(line.block) ?? []), line]);
  const ordered = cutInOrder([...blocks.values()].map((members) => ({ members, box: around(members) })));
  return ordered.flatMap((block, index) => block.members.map((line) => ({ ...line, block: index })));
}

interface Block {
  members: ReadLine[];
  box: Box;
}

function around(lines: ReadLine[]): Box {
  const left = Math.min(...lines.map((line) => line.box[0]));
  const top = Math.min(...lines.map((line) => line.box[1]));
  const right = Math.max(...lines.map((line) => line.box[0] + line.box[2]));
  const bottom = Math.max(...lines.map((line) => line.box[1] + line.box[3]));
  return [left, top, right - left, bottom - top];
}

/** Recursive cuts along white space, as in Nagy and Seth's X-Y tree. */
function cutInOrder(blocks: Block[]): Block[] {
  if (blocks.length < 2) return blocks;
  const across = cut(blocks, (block) => [block.box[1], block.box[1] + block.box[3]]);
  if (across.length > 1) return across.flatMap(cutInOrder);
  const down = cut(blocks, (block) => [-block.box[0] - block.box[2], -block.box[0]]);
  if (down.length > 1) return down.flatMap(cutInOrder);
  return blocks.toSorted((a, b) => a.box[1] - b.box[1]);
}

/** Groups of blocks between which a straight cut meets none of them. */
function cut(blocks: Block[], extent: (block: Block) => [number, number]): Block[][] {
  const sorted = blocks.toSorted((a, b) => extent(a)[0] - extent(b)[0]);
  const groups: Block[][] = [];
  let end = -Infinity;
  for (const block of sorted) {
    const [from, to] = extent(block);
    if (from >= end) groups.push([]);
    groups.at(-1)?.push(block);
    end = Math.max(end, to);
  }
  return groups;
}
