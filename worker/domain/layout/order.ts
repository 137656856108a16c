/** The order in which the blocks of a page are read. */

export interface Placed {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * Puts blocks in reading order: what stands above comes before what stands below it in the same column, and a column
 * comes before the next, unless something that spans both stands between them (T. M. Breuel, 2003: two partial
 * orders, sorted topologically). Where the rules contradict each other the upper block comes first.
 * @param bars what divides the page across without being read, such as long rules
 */
export function readingOrder<Block extends Placed>(
  blocks: readonly Block[],
  bars: readonly Placed[] = [],
  rightToLeft = false,
): Block[] {
  if (rightToLeft) {
    const mirrored = blocks.map((block) => ({ ...mirror(block), block }));
    return readingOrder(mirrored, bars.map(mirror)).map(({ block }) => block);
  }
  const spans = [...blocks, ...bars];
  const waits = blocks.map(() => new Set<number>());
  blocks.forEach((a, i) => {
    blocks.forEach((b, j) => {
      if (i !== j && comesBefore(a, b, spans)) waits[j]?.add(i);
    });
  });
  return sortTopologically(blocks, waits);
}

/**
 * The same where a part of the page turned out to be written the other way: an article in Arabic script, in two columns,
 * on a Russian page. Blocks that follow each other and are not written as the page is are put in their own order.
 * @param blocks in the order of the page; `rightToLeft` is null for what does not tell: a running head, a few letters.
 *   Between two blocks of such an article it belongs to it.
 */
export function orderByDirection<Block extends Placed & { rightToLeft: boolean | null }>(
  blocks: readonly Block[],
  pageIsRightToLeft: boolean,
): Block[] {
  const out: Block[] = [];
  let article: Block[] = [];
  let between: Block[] = [];
  const endArticle = () => {
    out.push(...readingOrder(article, [], !pageIsRightToLeft), ...between);
    [article, between] = [[], []];
  };
  for (const block of blocks) {
    if (block.rightToLeft === !pageIsRightToLeft) {
      article.push(...between, block);
      between = [];
    } else if (block.rightToLeft === null && article.length > 0) between.push(block);
    else {
      endArticle();
      out.push(block);
    }
  }
  endArticle();
  return out;
}

const mirror = <T extends Placed>({ left, top, right, bottom }: T): Placed => ({
  left: -right,
  top,
  right: -left,
  bottom,
});

function comesBefore(a: Placed, b: Placed, spans: readonly Placed[]): boolean {
  const above = middleOf(a) < middleOf(b);
  if (shares(a, b)) return above;
  const [upper, lower] = above ? [a, b] : [b, a];
  // Beside each other the left comes first, unless something spans both and stands between them.
  const divided = spans.some((c) => {
    if (c === a || c === b || !shares(c, a) || !shares(c, b)) return false;
    const middle = middleOf(c);
    return middle > upper.bottom && middle < lower.top;
  });
  return divided ? above : a.left < b.left;
}

const middleOf = ({ top, bottom }: Placed) => (top + bottom) / 2;

/** Whether two stand in one column, at least in part: some white at the edges does not count. */
function shares(a: Placed, b: Placed): boolean {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared > 0.15 * Math.min(a.right - a.left, b.right - b.left);
}

/** Of those that wait for nothing the one that goes on where the last ended, or the first column's uppermost. */
function sortTopologically<Block extends Placed>(blocks: readonly Block[], waits: Set<number>[]): Block[] {
  const left = new Set(blocks.keys());
  const out: Block[] = [];
  while (left.size > 0) {
    const last = out.at(-1);
    const ready = [...left].filter((index) => waits[index]?.size === 0);
    // A circle: the uppermost breaks it.
    const choices = ready.length > 0 ? ready : [[...left].reduce((a, b) => upper(blocks, a, b))];
    const next = choices.reduce((a, b) => better(blocks, a, b, last));
    left.delete(next);
    for (const set of waits) set.delete(next);
    out.push(blocks[next] as Block);
  }
  return out;
}

function upper(blocks: readonly Placed[], a: number, b: number): number {
  return (blocks[a] as Placed).top <= (blocks[b] as Placed).top ? a : b;
}

function better(blocks: readonly Placed[], a: number, b: number, last: Placed | undefined): number {
  const [one, other] = [blocks[a] as Placed, blocks[b] as Placed];
  if (last) {
    const goesOn = [one, other].map((block) => shares(last, block) && block.top >= last.top);
    if (goesOn[0] !== goesOn[1]) return goesOn[0] ? a : b;
  }
  if (shares(one, other)) return one.top <= other.top ? a : b;
  return one.left <= other.left ? a : b;
}
