import { describe, expect, test } from 'vitest';
import type { WorkLines } from '../../lines.ts';
import { cutLine, drawnBox, withBox } from './box-lines.ts';

const lines: WorkLines = [
  { key: 'a', id: 'a', text: 'Алаш Орда', box: [0, 0, 90, 10], confidence: 90 },
  { key: 'b', id: 'b', text: 'без рамки', box: null },
];

describe('boxes of lines in work', () => {
  test('a box is given and taken away without touching the text', () => {
    expect(withBox(lines, 'a', null)[0]).toEqual({ ...lines[0], box: null });
    expect(withBox(lines, 'a', [0, 0, 90, 10])).toBe(lines);
  });

  test('a drawn box is for the line in hand where that has none, else for a new line after it', () => {
    expect(drawnBox(lines, 'b', [1, 2, 3, 4]).lines[1]).toEqual({ ...lines[1], box: [1, 2, 3, 4] });
    const drawn = drawnBox(lines, 'a', [1, 2, 3, 4]);
    expect(drawn.lines.map(({ text }) => text)).toEqual(['Алаш Орда', '', 'без рамки']);
    expect(drawn.lines[1]).toEqual({ key: drawn.key, text: '', box: [1, 2, 3, 4] });
    expect(drawnBox([], null, [1, 2, 3, 4]).lines).toHaveLength(1);
  });

  test('a line is cut between words where its box is cut, and the part read first keeps the id', () => {
    const cut = cutLine(lines, 'a', 0.5, false)!;
    expect(cut.lines.map(({ id, text, box }) => [id, text, box])).toEqual([
      ['a', 'Алаш', [0, 0, 45, 10]],
      [undefined, 'Орда', [45, 0, 45, 10]],
      ['b', 'без рамки', null],
    ]);
    expect(cutLine(lines, 'b', 0.5, false)).toBeNull();
  });

  test('a line that is read from the right keeps its id on the right', () => {
    const arabic: WorkLines = [{ key: 'a', id: 'a', text: 'قازاق حالقی', box: [0, 0, 90, 10] }];
    expect(cutLine(arabic, 'a', 0.5, true)!.lines.map(({ id, text, box }) => [id, text, box])).toEqual([
      ['a', 'قازاق', [45, 0, 45, 10]],
      [undefined, 'حالقی', [0, 0, 45, 10]],
    ]);
  });
});
