import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GROUP_SIZE, groupLines, type LineGroup } from './line-groups.ts';

const keysOf = (groups: readonly LineGroup[]) => groups.flatMap(({ keys }) => keys);
const names = (count: number) => Array.from({ length: count }, (_, index) => `l${index}`);
/** How many lines of the second stand in another group than in the first. */
function moved(before: readonly LineGroup[], after: readonly LineGroup[]): number {
  const homes = new Map(before.flatMap(({ id, keys }) => keys.map((key) => [key, id] as const)));
  return after.flatMap(({ id, keys }) => keys.filter((key) => homes.has(key) && homes.get(key) !== id))
    .length;
}

describe('groups of lines', () => {
  const first = groupLines([], names(100));

  test('hold a page in parts of one size', () => {
    expect(first.map(({ keys }) => keys.length)).toEqual(Array(10).fill(GROUP_SIZE));
    expect(keysOf(first)).toEqual(names(100));
  });

  test('keep every other line where it was when one comes, goes or moves', () => {
    const keys = names(100);
    const added = groupLines(first, keys.toSpliced(30, 0, 'new'));
    expect(moved(first, added)).toBe(0);
    expect(added[0]).toBe(first[0]);
    expect(moved(first, groupLines(first, keys.toSpliced(20, 1)))).toBe(0);
    const swapped = groupLines(first, keys.with(19, 'l20').with(20, 'l19'));
    expect(moved(first, swapped)).toBeLessThanOrEqual(2);
  });

  test('hold every line once, in order, in groups of a bounded size, whatever was done before', () => {
    const order = fc.uniqueArray(fc.nat(200), { maxLength: 150 }).map((all) => all.map(String));
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 6 }), (orders) => {
        let groups: readonly LineGroup[] = [];
        for (const keys of orders) {
          groups = groupLines(groups, keys);
          expect(keysOf(groups)).toEqual(keys);
          expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
          for (const { keys: own } of groups) expect(own.length).toBeLessThanOrEqual(2 * GROUP_SIZE);
        }
      }),
    );
  });
});
