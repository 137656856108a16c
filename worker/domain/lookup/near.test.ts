import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halvesOf, isNear, isOneLetterOff } from './near.ts';

const word = fc.stringMatching(/^[a-e]{1,8}$/);

/** One edit, at random places. */
const edit = fc.record({
  kind: fc.integer({ min: 0, max: 3 }),
  at: fc.nat(),
  letter: fc.constantFrom('a', 'b', 'x'),
});

function apply(text: string, { kind, at, letter }: { kind: number; at: number; letter: string }): string {
  const place = at % text.length;
  const [before, here, after] = [text.slice(0, place), text[place] ?? '', text.slice(place + 1)];
  if (kind === 0) return before + letter + after;
  if (kind === 1) return before + letter + here + after;
  if (kind === 2) return before + after;
  return before + after.slice(0, 1) + here + after.slice(1);
}

function editsBetween(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = least;
    }
  }
  return rows[a.length]![b.length]!;
}

describe('a word with one letter wrong', () => {
  test('is one letter off, whatever was done to it', () => {
    fc.assert(
      fc.property(word, edit, (text, change) => {
        expect(isOneLetterOff(text, apply(text, change))).toBe(true);
      }),
    );
  });

  test('is told as the table of edits tells it', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneLetterOff(a, b)).toBe(editsBetween(a, b) <= 1);
      }),
      { numRuns: 3_000 },
    );
  });

  test('keeps its beginning or its end, unless the two letters in its middle changed places', () => {
    fc.assert(
      fc.property(word, edit, (text, change) => {
        fc.pre(change.kind !== 3 && text.length >= 2);
        const { beginning, ending } = halvesOf(text);
        const wrong = apply(text, change);
        expect(wrong.startsWith(beginning) || wrong.endsWith(ending)).toBe(true);
      }),
    );
  });
});

describe('a query is near a name', () => {
  test.each<[string, string, boolean]>([
    ['bukeyhanof', 'alihan bukeyhanov', true],
    ['bukeyhanof alihan', 'alihan bukeyhanov', true],
    ['bukeyhanof alixan', 'alihan bukeyhanov', false],
    ['omsk', 'tomsk', true],
    ['oms', 'toms', false],
    ['ufa', 'uva', false],
  ])('%s: %s', (query, name, near) => {
    expect(isNear(query.split(' '), name.split(' '))).toBe(near);
  });
});
