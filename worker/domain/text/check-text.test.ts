import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkText, normaliseText } from './check-text.ts';

const codesOf = (text: string, rules?: Parameters<typeof checkText>[1]) =>
  checkText(text, rules).map((problem) => problem.code);

describe('text that may be stored', () => {
  test.each([
    ['Kazakh in Arabic script with hamza, ZWNJ and tatweel', 'ءتوراعاسى كه\u200cلار قـازاق'],
    ['old Russian', 'Россійская газета, мѣсто и ѵпостась № 5'],
    ['marks that place punctuation', 'قازاق\u200f! \u200eQazaq\u200e \u061c(1913)'],
    ['a tab, an astral letter and private use', 'а\tб 𐰴𐰀𐰔𐰴 \ue000'],
    ['nothing at all', ''],
  ])('%s', (_, text) => {
    expect(checkText(text)).toEqual([]);
  });

  test('a note may have several lines, a line of a page may not', () => {
    expect(codesOf('one\ntwo', { multiline: true })).toEqual([]);
    expect(checkText('one\ntwo')).toMatchObject([{ code: 'line-break', offset: 3 }]);
  });
});

describe('text that is refused, with the place and a sentence', () => {
  test.each([
    ['a\0b', 'nul', 1],
    ['ab\u0001', 'control-character', 2],
    ['\u009fab', 'control-character', 0],
    ['a\u007f', 'control-character', 1],
    ['one\r\ntwo', 'line-break', 3],
    ['one\u2028two', 'line-break', 3],
    ['a\ud83d', 'lone-surrogate', 1],
    ['a\udc00b', 'lone-surrogate', 1],
    ['\u{1f600}\ufffe', 'noncharacter', 2],
    ['\ufdd0', 'noncharacter', 0],
    ['a\u{1fffe}', 'noncharacter', 1],
    ['abc\u202etxt', 'bidi-control', 3],
    ['\u2066abc\u2069', 'bidi-control', 0],
  ])('%j', (text, code, offset) => {
    const [problem, ...others] = checkText(text);
    expect(problem).toMatchObject({ code, offset });
    expect(problem?.message).toMatch(/^The text .*\.$/);
    expect(others).toEqual([]);
  });

  test('a text longer than allowed, counted in UTF-16 code units', () => {
    expect(codesOf('алаш', { maxLength: 4 })).toEqual([]);
    expect(checkText('алаш!', { maxLength: 4 })).toMatchObject([{ code: 'too-long', offset: 4 }]);
    expect(codesOf('\u{1f600}', { maxLength: 1 })).toEqual(['too-long']);
  });

  test('each kind is told once, however often it stands there', () => {
    expect(codesOf('\0\u202e\0\0\ud800\u202e')).toEqual(['nul', 'bidi-control', 'lone-surrogate']);
  });
});

describe('over any string', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 60 });
  const anyCodeUnits = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units));

  test('what passes survives UTF-8, and holds no NUL', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyCodeUnits), (text) => {
        fc.pre(checkText(text, { multiline: true }).length === 0);
        expect(new TextDecoder().decode(new TextEncoder().encode(`x${text}`))).toBe(`x${text}`);
        expect(text).not.toContain('\0');
      }),
    );
  });

  test('a lone surrogate never passes', () => {
    fc.assert(
      fc.property(anyCodeUnits, (text) => {
        expect(codesOf(text).includes('lone-surrogate')).toBe(!text.isWellFormed());
      }),
    );
  });

  test('every problem points into the text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyCodeUnits), fc.boolean(), (text, multiline) => {
        for (const problem of checkText(text, { multiline })) {
          expect(problem.offset).toBeGreaterThanOrEqual(0);
          expect(problem.offset).toBeLessThan(text.length);
        }
      }),
    );
  });

  test('normalising twice is normalising once, and prints the same', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyCodeUnits), (text) => {
        const stored = normaliseText(text);
        expect(normaliseText(stored)).toBe(stored);
        expect(stored.normalize('NFD')).toBe(text.normalize('NFD'));
      }),
    );
  });
});

test('normalising joins letters and marks but keeps presentation forms, tatweel, spaces and quotes', () => {
  expect(normaliseText('и\u0306')).toBe('й');
  const printed = 'ﻗﺎﺯﺍﻕ  قـازاق « Алашъ » …\u00a0';
  expect(normaliseText(printed)).toBe(printed);
});
