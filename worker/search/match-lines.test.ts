import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise } from '../domain/text/tokens.ts';
import { matchLines } from './match-lines.ts';
import { parseQuery } from './parse-query.ts';

const lines = (...texts: string[]) => texts.map((text, index) => ({ id: `l${index}`, text, box: null }));

function match(query: string, ...texts: string[]) {
  return matchLines(lines(...texts), { node: parseQuery(query, 'folded'), forms: new Map(), names: [] });
}

test('the line with most of the words comes first, then the order of the page', () => {
  const found = match('хлѣба голодъ', 'голодъ', 'нѣтъ', 'хлѣба, голодъ', 'хлѣба');
  expect(found.map(({ line }) => line)).toEqual(['l2', 'l0', 'l3']);
});

test('a phrase may go over the end of a line, and both lines are hits', () => {
  const found = match('"Алашъ Орда"', 'партія Алашъ', 'Орда и Алашъ');
  expect(found.map(({ line, highlights }) => [line, highlights])).toEqual([
    ['l0', [[7, 12]]],
    ['l1', [[0, 4]]],
  ]);
});

test('a phrase that overlaps itself marks each word once', () => {
  expect(match('"а а"', 'а а а')[0]?.highlights).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
  ]);
});

test('marks are whole words of the snippet, in order, without overlap', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from("аб \u0301ъقى\u200c-'")), maxLength: 20 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), text, (texts, query) => {
      let found;
      try {
        found = match(query, ...texts);
      } catch {
        return;
      }
      for (const { snippet, highlights } of found) {
        const words = tokenise(snippet).map(({ start, end }) => `${start}-${end}`);
        let at = 0;
        for (const [start, end] of highlights) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(words).toContain(`${start}-${end}`);
          at = end;
        }
        expect(highlights.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('a word with diplomatic marks is found by what is read, and marked where it stands', () => {
  const [found] = match('Алаш', 'партія Ал[аш|ас?] ⟦Орда⟧');
  expect(found?.highlights).toEqual([[7, 17]]);
  expect(match('"Алаш Орда"', '[Алаш|Алас?] ⟦Орда⟧')[0]?.highlights).toEqual([
    [1, 5],
    [14, 18],
  ]);
  expect(match('Алас', '[Алаш|Алас?]')).toEqual([]);
});
