import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffLines, diffWords, type DiffPart } from './diff.ts';

const sideOf = (parts: DiffPart[], left: 'added' | 'removed') =>
  parts
    .filter((part) => part.kind !== left)
    .map((part) => part.text)
    .join('');

const line = (id: string, text: string) => ({ id, text });

describe('words', () => {
  test('are compared whole, in any script', () => {
    expect(diffWords('дѣло Алаша', 'дело Алаша')).toEqual([
      { kind: 'removed', text: 'дѣло' },
      { kind: 'added', text: 'дело' },
      { kind: 'same', text: ' Алаша' },
    ]);
    expect(diffWords('قازاق گازەتى', 'قازاق گازەتٸ')).toEqual([
      { kind: 'same', text: 'قازاق ' },
      { kind: 'removed', text: 'گازەتى' },
      { kind: 'added', text: 'گازەتٸ' },
    ]);
  });

  test('changed side by side stand together, not word by word', () => {
    expect(diffWords('a b c d', 'a x y d')).toEqual([
      { kind: 'same', text: 'a ' },
      { kind: 'removed', text: 'b c' },
      { kind: 'added', text: 'x y' },
      { kind: 'same', text: ' d' },
    ]);
  });

  test('of both sides can always be read back from the parts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc
        .array(fc.constantFrom('алаш', 'орда', ' ', ',', 'ъ', '\u200c', '😀'), { maxLength: 30 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        expect(sideOf(parts, 'added')).toBe(before);
        expect(sideOf(parts, 'removed')).toBe(after);
        if (before === after) expect(parts.every((part) => part.kind === 'same')).toBe(true);
      }),
    );
  });
});

describe('lines', () => {
  test('belong together by id; one taken out stands where it stood', () => {
    const rows = diffLines(
      [line('1', 'a'), line('2', 'b'), line('3', 'c')],
      [line('1', 'a'), line('9', 'new'), line('3', 'c!')],
    );
    expect(rows.map((row) => [row.kind, row.before?.text ?? null, row.after?.text ?? null])).toEqual([
      ['same', 'a', 'a'],
      ['added', null, 'new'],
      ['removed', 'b', null],
      ['changed', 'c', 'c!'],
    ]);
  });

  test('of a new reading belong together by their text, though every id is new', () => {
    const rows = diffLines(
      [line('1', 'Оренбургъ, 5 iюля'), line('2', 'Алашъ Орда'), line('3', 'телеграмма')],
      [line('x', 'Оренбургъ, 5 июля'), line('y', 'Алашъ Орда')],
    );
    expect(rows.map((row) => row.kind)).toEqual(['changed', 'same', 'removed']);
  });

  test('that changed places are called moved', () => {
    const rows = diffLines([line('1', 'a'), line('2', 'b')], [line('2', 'b'), line('1', 'a')]);
    expect(rows.map((row) => row.kind)).toEqual(['same', 'moved']);
  });

  test('are all there, each once', () => {
    const page = fc.uniqueArray(
      fc.record({ id: fc.nat(30).map(String), text: fc.constantFrom('a', 'b', 'a b', '') }),
      {
        selector: (each) => each.id,
      },
    );
    fc.assert(
      fc.property(page, page, (before, after) => {
        const rows = diffLines(before, after);
        expect(rows.flatMap((row) => (row.after ? [row.after] : []))).toEqual(after);
        expect(new Set(rows.flatMap((row) => (row.before ? [row.before.id] : []))).size).toBe(before.length);
        expect(rows.length).toBe(after.length + rows.filter((row) => row.kind === 'removed').length);
      }),
    );
  });
});
