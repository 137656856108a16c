import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise } from './tokens.ts';

const wordsOf = (text: string) => tokenise(text).map((token) => token.text);

test.each([
  ['«Қазақъ» газетъ, № 5.', ['Қазақъ', 'газетъ', '5']],
  ['ءتوراعاسى ٴبىر قازاق، ۇكىمەت؟', ['ءتوراعاسى', 'ٴبىر', 'قازاق', 'ۇكىمەت']],
  ['قـازاق مكتبه\u200cلر', ['قـازاق', 'مكتبه\u200cلر']],
  ['عَلَى', ['عَلَى']],
  ['Алаш-Орда, Учъ-Жузъ', ['Алаш', 'Орда', 'Учъ', 'Жузъ']],
  ["об'явленіе и ‘слово’", ["об'явленіе", 'и', 'слово']],
  ['s’yg’ys', ['s’yg’ys']],
  ["menin' bary' 'nan' ‘tag’", ["menin'", "bary'", 'nan', 'tag']],
  ['Sīn·gapūr · Qazaq', ['Sīn·gapūr', 'Qazaq']],
  ['газе\u00adта', ['газе\u00adта']],
  ['1917ж. 3,5 ١٩١٣', ['1917ж', '3', '5', '١٩١٣']],
  ['— … !', []],
  ['', []],
])('%s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test('offsets count UTF-16 code units', () => {
  expect(tokenise('\u{1f600} قازاق')).toEqual([{ text: 'قازاق', start: 3, end: 8 }]);
});

test('every token is what stands at its offsets, in order, and nothing with a letter or digit is left out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let rest = '';
      let last = 0;
      for (const token of tokenise(text)) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(last);
        expect(token.text).not.toMatch(/\s(?<!\uFEFF)/u);
        rest += text.slice(last, token.start);
        last = token.end;
      }
      rest += text.slice(last);
      expect(rest).not.toMatch(/[\p{L}\p{N}]/u);
    }),
  );
});

test('a long run of apostrophes or joiners is split in linear time', () => {
  const started = Date.now();
  expect(wordsOf("а'".repeat(50_000))).toHaveLength(1);
  expect(wordsOf('а\u200c'.repeat(50_000))).toHaveLength(1);
  expect(wordsOf(`а${'\u0301'.repeat(50_000)}`)).toHaveLength(1);
  expect(Date.now() - started).toBeLessThan(2_000);
});

test('a text without apostrophes and the like, which is read faster, has the words that it has beside one', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('газета ', 'قازاق', 'e\u0301', '5', '\u0300', ' '),
  );
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const text = units.join('');
      expect(tokenise(`${text} `)).toEqual(tokenise(`${text} '`));
    }),
    { numRuns: 500 },
  );
});
