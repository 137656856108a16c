import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedSpans, findDifferences, wordsUnlike } from './versions.ts';

const line = (id: string, text: string) => ({ id, text });
const now = [line('1', 'дѣло'), line('2', 'народа'), line('4', 'новая')];
const before = [line('1', 'дело'), line('2', 'народа'), line('3', 'ушла')];

describe('differences between versions', () => {
  test('of two are the lines that changed, came and went', () => {
    expect(findDifferences(now, before)).toEqual([
      { kind: 'changed', now: now[0], before: before[0] },
      { kind: 'added', now: now[2], before: null },
      { kind: 'removed', now: null, before: before[2] },
    ]);
    expect(findDifferences(now, now)).toEqual([]);
  });

  test('of three stand side by side, also where only the third differs', () => {
    const third = [line('1', 'дѣло'), line('2', 'нарада'), line('3', 'ушла'), line('5', 'чужая')];
    expect(findDifferences(now, before, third)).toEqual([
      { kind: 'changed', now: now[0], before: before[0], third: third[0] },
      { kind: 'same', now: now[1], before: before[1], third: third[1] },
      { kind: 'added', now: now[2], before: null, third: null },
      { kind: 'removed', now: null, before: before[2], third: third[2] },
      { kind: 'removed', now: null, before: null, third: third[3] },
    ]);
  });
});

describe('words', () => {
  test('of one text are told by how many others lack them', () => {
    expect(wordsUnlike('дѣло Алаша', ['дело Алаша', 'дѣло Алаша'])).toEqual([
      { text: 'дѣло', missing: 1 },
      { text: ' Алаша', missing: 0 },
    ]);
    expect(wordsUnlike('قازاق تىلى', ['قازاق ءتىلى', 'قازاق ءتىلى'])).toEqual([
      { text: 'قازاق ', missing: 0 },
      { text: 'تىلى', missing: 2 },
    ]);
    expect(wordsUnlike('', ['а'])).toEqual([]);
  });

  test('that changed have their place in the new text', () => {
    expect(changedSpans('а б в', 'а г в д')).toEqual([
      { start: 2, end: 3, kind: 'changed' },
      { start: 5, end: 7, kind: 'added' },
    ]);
    expect(changedSpans('а б', 'б')).toEqual([{ start: 0, end: 0, kind: 'removed' }]);
  });

  test('cover the text, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom('а', 'б', ' ', 'ق', '.', '𞤀'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, (one, two, three) => {
        const parts = wordsUnlike(one, [two, three]);
        expect(parts.map((part) => part.text).join('')).toBe(one);
        for (const { start, end } of changedSpans(two, one)) {
          expect([start >= 0, start <= end, end <= one.length]).toEqual([true, true, true]);
        }
      }),
    );
  });
});
