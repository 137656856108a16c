import { describe, expect, test } from 'vitest';
import type { Box } from '../../../../worker/shapes/common.ts';
import { boxOfSpan, standingWords } from './ocr-words.ts';

const word = (text: string, x: number, confidence = 50) => ({ text, box: [x, 0, 90, 20] as Box, confidence });
const READ = [word('дѣло', 0), word('народа', 100), word('Алашъ', 200)];
const quotes = (text: string) => standingWords(READ, text).map(({ start, end }) => text.slice(start, end));

describe('words of a reading', () => {
  test('are found in the line as it is now, those that were changed are not', () => {
    expect(quotes('дѣло народа Алашъ')).toEqual(['дѣло', 'народа', 'Алашъ']);
    expect(quotes('Вотъ дѣло парода Алашъ.')).toEqual(['дѣло', 'Алашъ']);
    expect(quotes('')).toEqual([]);
  });

  test('tell where a stretch stands, from either side', () => {
    const line = { text: 'дѣло парода Алашъ', box: [0, 0, 300, 20] as Box };
    expect(boxOfSpan(line, { start: 5, end: 11 }, READ)).toEqual([100, 0, 90, 20]);
    expect(boxOfSpan(line, { start: 0, end: 11 }, READ)).toEqual([0, 0, 190, 20]);
  });
});

describe('without them', () => {
  test('a stretch is estimated by the width of print, within the line', () => {
    const line = { text: 'аааа бббб', box: [100, 50, 300, 20] as Box };
    const [x, y, width, height] = boxOfSpan(line, { start: 5, end: 9 });
    expect([y, height]).toEqual([50, 20]);
    expect(x).toBeGreaterThan(250);
    expect(x + width).toBeLessThanOrEqual(401);
    const arabic = boxOfSpan({ text: 'قازاق گازەتى', box: line.box }, { start: 0, end: 5 });
    expect(arabic[0]).toBeGreaterThan(230);
  });

  test('a place where words were taken out is as wide as a letter', () => {
    const line = { text: 'аааа', box: [0, 0, 100, 20] as Box };
    for (const at of [0, 2, 4]) {
      const [x, , width] = boxOfSpan(line, { start: at, end: at });
      expect(width).toBeGreaterThan(5);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(100);
    }
  });
});
