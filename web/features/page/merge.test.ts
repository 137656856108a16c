import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkLine, WorkLines } from './lines.ts';
import { type Choice, mergeLines, mergedLines, openRows } from './merge.ts';

const line = (id: string, text: string): WorkLine => ({ key: id, id, text, box: null });
const added = (key: string, text: string): WorkLine => ({ key, text, box: null });
const base: WorkLines = [line('1', 'a'), line('2', 'b'), line('3', 'c')];
const none = new Map<string, Choice>();
const texts = (lines: WorkLines) => lines.map((each) => each.text);

describe('a merge', () => {
  test('takes what only one of two people changed', () => {
    const mine = [line('1', 'a mine'), line('2', 'b'), line('3', 'c')];
    const theirs = [line('1', 'a'), line('2', 'b'), line('3', 'c theirs')];
    const rows = mergeLines(base, mine, theirs);
    expect(openRows(rows, none)).toEqual([]);
    expect(texts(mergedLines(rows, none, theirs))).toEqual(['a mine', 'b', 'c theirs']);
  });

  test('asks where both changed the same line, and takes a text of its own as well', () => {
    const mine = [line('1', 'a mine'), line('2', 'b'), line('3', 'c')];
    const theirs = [line('1', 'a theirs'), line('2', 'b'), line('3', 'c')];
    const rows = mergeLines(base, mine, theirs);
    expect(openRows(rows, none).map((row) => row.key)).toEqual(['1']);
    const choose = (choice: Choice) => texts(mergedLines(rows, new Map([['1', choice]]), theirs))[0];
    expect(choose('mine')).toBe('a mine');
    expect(choose('theirs')).toBe('a theirs');
    expect(choose({ text: 'a both' })).toBe('a both');
  });

  test('asks when one side took out what the other changed, and can bring the line back', () => {
    const mine = [line('1', 'a'), line('2', 'b mine'), line('3', 'c')];
    const theirs = [line('1', 'a'), line('3', 'c')];
    const rows = mergeLines(base, mine, theirs);
    expect(openRows(rows, none).map((row) => row.key)).toEqual(['2']);
    const merged = mergedLines(rows, new Map<string, Choice>([['2', 'mine']]), theirs);
    expect(texts(merged)).toEqual(['a', 'b mine', 'c']);
    // The service refuses an id that the revision below does not have.
    expect(merged[1]!.id).toBeUndefined();
    expect(texts(mergedLines(rows, new Map<string, Choice>([['2', 'theirs']]), theirs))).toEqual(['a', 'c']);
  });

  test('keeps the lines that either side added, each after the line it followed', () => {
    const mine = [line('1', 'a'), added('m', 'mine'), line('2', 'b'), line('3', 'c')];
    const theirs = [line('1', 'a'), line('2', 'b'), line('t', 'theirs'), line('3', 'c')];
    const rows = mergeLines(base, mine, theirs);
    expect(texts(mergedLines(rows, none, theirs))).toEqual(['a', 'mine', 'b', 'theirs', 'c']);
  });

  test('follows the order that one side changed', () => {
    const swapped = [line('2', 'b'), line('1', 'a'), line('3', 'c')];
    expect(texts(mergedLines(mergeLines(base, swapped, base), none, base))).toEqual(['b', 'a', 'c']);
    expect(texts(mergedLines(mergeLines(base, base, swapped), none, swapped))).toEqual(['b', 'a', 'c']);
  });

  test('loses nothing: every text that a side wrote is either in the result or offered in an open row', () => {
    const side = fc
      .array(fc.tuple(fc.constantFrom('1', '2', '3', 'n1', 'n2'), fc.string({ maxLength: 3 })), {
        maxLength: 6,
      })
      .map((pairs) => [...new Map(pairs)].map(([id, text]) => line(id, text)));
    fc.assert(
      fc.property(side, side, (mineRaw, theirs) => {
        const mine = mineRaw.map((each) =>
          each.key.startsWith('n') ? added(`my-${each.key}`, each.text) : each,
        );
        const rows = mergeLines(base, mine, theirs);
        const open = new Set(openRows(rows, none));
        const result = new Set(texts(mergedLines(rows, none, theirs)));
        for (const row of rows) {
          for (const each of [row.mine, row.theirs]) {
            if (!each || each.text === row.base?.text) continue;
            expect(open.has(row) || result.has(each.text)).toBe(true);
          }
        }
        expect(rows.length).toBe(new Set(rows.map((row) => row.key)).size);
      }),
    );
  });
});
