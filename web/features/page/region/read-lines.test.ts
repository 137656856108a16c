import { expect, test } from 'vitest';
import { linesOf, type RawBlock } from './read-lines.ts';

const raw = (
  bbox: RawBlock['paragraphs'][0]['lines'][0]['bbox'],
  ...words: [string, number][]
): RawBlock => ({
  paragraphs: [{ lines: [{ bbox, words: words.map(([text, confidence]) => ({ text, confidence })) }] }],
});
const place = { left: 90, top: 40, scale: 2, scan: { width: 1000, height: 800 } };

test('lines come to their place on the scan, with the confidence of their letters', () => {
  const [line, ...others] = linesOf(
    [
      raw({ x0: 20, y0: 20, x1: 220, y1: 80 }, ['дѣло', 90], ['я', 40]),
      raw({ x0: 0, y0: 0, x1: 9, y1: 9 }, [' ', 3]),
    ],
    place,
  );
  expect(line).toMatchObject({ text: 'дѣло я', box: [100, 50, 100, 30], confidence: 80 });
  expect(others).toEqual([]);
});

test('boxes stay on the scan, and letters that no type has are put right', () => {
  const [line] = linesOf([raw({ x0: -50, y0: 1900, x1: 4000, y1: 2000 }, ['əлем\u200f', 101])], {
    ...place,
    left: 0,
    top: 0,
  });
  expect(line).toEqual({
    text: 'әлем',
    box: [0, 799, 1000, 1],
    confidence: 100,
    words: [{ text: 'әлем', confidence: 100 }],
  });
});
