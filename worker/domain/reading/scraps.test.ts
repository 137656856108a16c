import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { areScraps } from './scraps.ts';

const lines = (confidence: number, ...texts: string[]) => texts.map((text) => ({ text, confidence }));

test('a photograph read as print gives scraps', () => {
  expect(areScraps(lines(5, '„е ї . ; -', ':.3', '=н', 'се', 'i3 r'), 5)).toBe(true);
});

test('print in a script that is not known gives lines, and a table its figures, surely', () => {
  expect(areScraps(lines(1, 'ч39=ә әԁәдоәбо оӧӧлӧә', 'о-sobo собьԁӧобә ө', '9бԁӧә әӧ бобеоьо'), 1)).toBe(
    false,
  );
  expect(areScraps(lines(80, '12', '3 р.', '40 к.', '7'), 1)).toBe(false);
});

test('a word or two of few blocks are never scraps, however badly they are read', () => {
  const line = fc.record({ text: fc.string({ unit: 'grapheme' }), confidence: fc.nat(100) });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 2 }), (few) => {
      expect(areScraps(few, 4)).toBe(false);
    }),
  );
});

test('more of the same does not make print of scraps', () => {
  const line = fc.record({ text: fc.constantFrom('н-', 'ї3 :', 'се', '0'), confidence: fc.nat(24) });
  fc.assert(
    fc.property(fc.array(line, { minLength: 3, maxLength: 30 }), (some) => {
      expect(areScraps(some, some.length)).toBe(true);
      expect(areScraps([...some, ...some], 2 * some.length)).toBe(true);
    }),
  );
});

test('a letter that is all that many blocks gave is one, a word that is surely read is not', () => {
  expect(areScraps(lines(7, '" =7'), 17)).toBe(true);
  expect(areScraps(lines(80, 'Кіевъ'), 17)).toBe(false);
  expect(areScraps([], 17)).toBe(false);
});
