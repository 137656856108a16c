import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, countErrors } from './count-errors.ts';

/** The distance by its definition, cell by cell. */
function byDefinition(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      next.push(Math.min(row[j]! + (letter === other ? 0 : 1), row[j + 1]! + 1, next[j]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

describe('errors of a reading', () => {
  test.each([
    ['', '', 0],
    ['', 'абв', 3],
    ['абв', '', 3],
    ['газета', 'газета', 0],
    ['газета', 'газеты', 1],
    ['гззета', 'азетаъ', 3],
    ['قازاق', 'قزاق', 1],
    ['a\u{10d50}b', 'ab', 1],
  ])('%j for %j are %d', (read, wanted, errors) => {
    expect(countErrors(read, wanted)).toBe(errors);
  });

  test('are what the definition says, also where texts are long, apart, or of unlike length', () => {
    const letters = (unit: string) =>
      fc.string({ unit: fc.constantFrom(...Array.from(unit)), maxLength: 400 });
    const edited = fc
      .tuple(
        letters('абвг'),
        fc.array(fc.tuple(fc.nat(400), fc.constantFrom('', 'д', 'ее')), { maxLength: 60 }),
      )
      .map(([text, edits]): [string, string] => {
        const changed = Array.from(text);
        for (const [at, put] of edits) changed.splice(at, 1, put);
        return [text, changed.join('')];
      });
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(letters('аб'), letters('абв'))), ([a, b]) => {
        expect(countErrors(a, b)).toBe(byDefinition(Array.from(a), Array.from(b)));
      }),
      { numRuns: 300 },
    );
  });

  test('are the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (a, b) => {
        expect(countErrors(a, b)).toBe(countErrors(b, a));
      }),
    );
  });
});

test('texts are compared without regard to white space and composition', () => {
  expect(comparable(' а\n\u0438\u0306  б\t')).toBe('а й б');
});
