import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderByDirection, readingOrder } from './order.ts';

const placed = fc
  .record({
    left: fc.nat(900),
    top: fc.nat(900),
    width: fc.integer({ min: 5, max: 300 }),
    height: fc.integer({ min: 5, max: 200 }),
  })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }));

test('every block is read once, however they lie', () => {
  fc.assert(
    fc.property(fc.array(placed, { maxLength: 25 }), fc.boolean(), (blocks, rightToLeft) => {
      const ordered = readingOrder(blocks, [], rightToLeft);
      expect(ordered).toHaveLength(blocks.length);
      expect(new Set(ordered)).toEqual(new Set(blocks));
    }),
  );
});

test('a grid of blocks is read down its columns, whatever order they come in', () => {
  const size = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(
      size,
      size,
      fc.boolean(),
      fc.infiniteStream(fc.nat()),
      (columns, rows, rightToLeft, random) => {
        const grid = Array.from({ length: columns * rows }, (_, at) => {
          const [column, row] = [Math.floor(at / rows), at % rows];
          const left = (rightToLeft ? columns - 1 - column : column) * 100;
          return { at, left, top: row * 50, right: left + 90, bottom: row * 50 + 40 };
        });
        const shuffled = grid
          .map((block) => ({ block, key: random.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ block }) => block);
        expect(readingOrder(shuffled, [], rightToLeft).map(({ at }) => at)).toEqual(grid.map(({ at }) => at));
      },
    ),
  );
});

test('an article that is written the other way is read in its own order, in its place on the page', () => {
  const at = (name: string, left: number, top: number, rightToLeft: boolean | null) => ({
    name,
    left,
    top,
    right: left + 90,
    bottom: top + 40,
    rightToLeft,
  });
  const russian = [at('first', 0, 0, false), at('last', 300, 0, false)];
  const kazakh = [at('left', 100, 0, true), at('speck', 100, 50, null), at('right', 200, 0, true)];
  const page = [russian[0]!, ...kazakh, russian[1]!];
  const names = (blocks: { name: string }[]) => blocks.map(({ name }) => name);
  expect(names(orderByDirection(page, false))).toEqual(['first', 'right', 'left', 'speck', 'last']);
  const withFoot = [russian[0]!, ...kazakh, at('foot', 100, 90, null), russian[1]!];
  expect(names(orderByDirection(withFoot, false))).toEqual([
    'first',
    'right',
    'left',
    'speck',
    'foot',
    'last',
  ]);
  const russianOnly = page.map((block) => ({ ...block, rightToLeft: false }));
  expect(names(orderByDirection(russianOnly, false))).toEqual(names(page));
  const arabicPage = [at('a', 200, 0, true), at('b', 100, 0, false), at('c', 0, 0, false)];
  expect(names(orderByDirection(arabicPage, true))).toEqual(['a', 'c', 'b']);
});
