import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './paging.ts';
import { ProblemError } from './problem.ts';

const decode = (cursor: string) => decodeCursor('list', cursor, 'text', 'number');

function refused(cursor: string): boolean {
  try {
    decode(cursor);
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).type).toBe('invalid-cursor');
    return true;
  }
}

test('a cursor gives back the position it was made of', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef-~ ')) }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (text, number) => {
        const [first, second] = decode(encodeCursor('list', [text, number])) ?? [];
        expect(first).toBe(text);
        expect(second).toBeCloseTo(number, 15);
      },
    ),
  );
});

test('no cursor, and an empty one, are the beginning', () => {
  expect(decodeCursor('list', undefined, 'text')).toBeUndefined();
  expect(decodeCursor('list', '', 'text')).toBeUndefined();
});

test('whatever else is sent is refused by name', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), refused));
  fc.assert(
    fc.property(fc.json(), (json) => refused(btoa(String.fromCharCode(...new TextEncoder().encode(json))))),
  );
});

describe('a position that the list cannot have is refused', () => {
  test.each<[string, string, (string | number)[]]>([
    ['of another list', 'other', ['a', 1]],
    ['with too few parts', 'list', ['a']],
    ['with too many parts', 'list', ['a', 1, 1]],
    ['with text for a number', 'list', ['a', '1']],
    ['with a number for a text', 'list', [1, 1]],
    ['with a NUL', 'list', ['a\0', 1]],
    ['with half a character', 'list', ['\ud800', 1]],
  ])('%s', (_, list, position) => {
    expect(refused(encodeCursor(list, position))).toBe(true);
  });

  test.each([-1, 0.5, 2 ** 60])('%d where a count is wanted', (number) => {
    expect(() => decodeCursor('list', encodeCursor('list', [number]), 'integer')).toThrow(ProblemError);
  });
});
