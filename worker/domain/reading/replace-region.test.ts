import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceRegion } from './replace-region.ts';

type Box = [number, number, number, number];
const at = (name: string, box: Box | null) => ({ name, box });
const names = (lines: { name: string }[]) => lines.map(({ name }) => name).join(' ');

const column = [
  at('a', [0, 0, 100, 10]),
  at('b', [0, 20, 100, 10]),
  at('c', [0, 40, 100, 10]),
  at('note', null),
];

test('the lines of a region come where those stood that they replace', () => {
  expect(names(replaceRegion(column, [0, 15, 100, 20], [at('x', null), at('y', null)]))).toBe('a x y c note');
});

test('where nothing stood they come behind the line above them', () => {
  expect(names(replaceRegion(column, [0, 31, 100, 8], [at('x', null)]))).toBe('a b x c note');
  expect(names(replaceRegion(column, [500, 0, 50, 8], [at('x', null)]))).toBe('a b c note x');
});

test('no line outside of the region is lost or moved', () => {
  const box = fc.tuple(
    fc.nat(90),
    fc.nat(90),
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 1, max: 30 }),
  );
  fc.assert(
    fc.property(fc.array(fc.option(box)), box, (boxes, region) => {
      const lines = boxes.map((each, index) => at(`${index}`, each));
      const result = replaceRegion(lines, region, [at('new', region)]);
      const stayed = result.filter(({ name }) => name !== 'new').map(({ name }) => Number(name));
      expect(stayed).toEqual(stayed.toSorted((a, b) => a - b));
      const outside = lines.filter(
        ({ box: b }) =>
          !b || b[0] >= region[0] + region[2] || b[1] >= region[1] + region[3] || b[0] + b[2] <= region[0],
      );
      for (const line of outside) expect(result).toContain(line);
      expect(result.filter(({ name }) => name === 'new')).toHaveLength(1);
    }),
  );
});
