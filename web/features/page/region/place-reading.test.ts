import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../../worker/shapes/common.ts';
import type { WorkLine, WorkLines } from '../lines.ts';
import { insertLines, lineBefore, linesIn, pairLines, replaceLines } from './place-reading.ts';
import type { ReadLine } from './read-lines.ts';

const line = (key: string, box: Box | null, text = key): WorkLine => ({ key, id: key, text, box });
const read = (text: string, box: Box): ReadLine => ({ text, box, confidence: 90, words: [] });
const row = (number: number, left = 0): Box => [left, 100 * number, 500, 80];
const texts = (lines: WorkLines) => lines.map(({ text }) => text);

/** Two columns of three lines, and a note without a place. */
const PAGE = [
  line('a1', row(0)),
  line('a2', row(1)),
  line('a3', row(2)),
  line('b1', row(0, 600)),
  line('b2', row(1, 600)),
  line('note', null),
];

describe('what was read in a region', () => {
  test('belongs to the lines that lie mostly in it', () => {
    expect(linesIn(PAGE, [0, 90, 550, 200]).map(({ key }) => key)).toEqual(['a2', 'a3']);
    expect(linesIn(PAGE, [590, 0, 550, 90]).map(({ key }) => key)).toEqual(['b1']);
  });

  test('takes the place of lines at the same height, which keep their ids and boxes', () => {
    const pairs = pairLines([PAGE[1]!, PAGE[2]!], [read('second', [4, 104, 480, 70]), read('third', row(2))]);
    const { lines, first } = replaceLines(PAGE, pairs);
    expect(texts(lines)).toEqual(['a1', 'second', 'third', 'b1', 'b2', 'note']);
    expect(lines[1]).toMatchObject({ key: 'a2', id: 'a2', box: row(1), confidence: 90 });
    expect(first).toBe('a2');
  });

  test('leaves a line alone that says the same, so that a person’s work is not called the machine’s', () => {
    const { lines } = replaceLines(PAGE, pairLines([PAGE[1]!], [read('a2', row(1))]));
    expect(lines[1]).toBe(PAGE[1]);
  });

  test('puts a line that was missed between its neighbours, and takes out one that is not there', () => {
    const missed = [read('a1', row(0)), read('between', [0, 84, 500, 14]), read('a2', row(1))];
    const pairs = pairLines([PAGE[0]!, PAGE[1]!, PAGE[2]!], missed);
    expect(texts(replaceLines(PAGE, pairs).lines)).toEqual(['a1', 'between', 'a2', 'b1', 'b2', 'note']);
    const above = pairLines([PAGE[1]!], [read('above', [0, 20, 500, 60]), read('a2', row(1))]);
    expect(texts(replaceLines(PAGE, above).lines)).toEqual(['a1', 'above', 'a2', 'a3', 'b1', 'b2', 'note']);
  });

  test('is inserted behind the line above it in its own column', () => {
    const after = lineBefore(PAGE, [0, 190, 500, 20], null);
    expect(after).toBe('a2');
    const { lines, first } = insertLines(PAGE, [read('new', [0, 190, 500, 20])], after);
    expect(texts(lines)).toEqual(['a1', 'a2', 'new', 'a3', 'b1', 'b2', 'note']);
    expect(first).toBe(lines[2]!.key);
    expect(lineBefore(PAGE, [600, 300, 500, 20], null)).toBe('b2');
  });

  test('stands first where it lies above all, and behind the line in hand where nothing is near', () => {
    const below = [line('x', row(5))];
    expect(lineBefore(below, row(1), 'x')).toBeNull();
    expect(lineBefore(below, [2000, 0, 100, 50], 'x')).toBe('x');
    expect(lineBefore([], row(1), null)).toBeNull();
  });
});

test('whatever was read, each line of it stands in the text once, and lines outside of the region stay', () => {
  const box = fc
    .tuple(fc.nat(900), fc.nat(900), fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }))
    .map((numbers): Box => numbers);
  fc.assert(
    fc.property(fc.array(fc.option(box)), fc.array(box), box, (standing, boxes, region) => {
      const lines = standing.map((each, index) => line(`old ${index}`, each));
      const inside = linesIn(lines, region);
      const found = boxes.map((each, index) => read(`read ${index}`, each));
      const pairs = pairLines(inside, found);
      expect(pairs.flatMap((pair) => pair.read ?? [])).toEqual(found);
      expect(new Set(pairs.flatMap((pair) => pair.standing ?? []))).toEqual(new Set(inside));
      const result = replaceLines(lines, pairs).lines;
      expect(result.filter(({ text }) => text.startsWith('read'))).toHaveLength(found.length);
      const outside = lines.filter((each) => !inside.includes(each));
      expect(result.filter((each) => outside.includes(each))).toEqual(outside);
    }),
  );
});
