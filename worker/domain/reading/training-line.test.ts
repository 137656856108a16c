import { expect, test } from 'vitest';
import { isTrainingLine } from './training-line.ts';

const BOX = [0, 0, 400, 40] as const;

test.each([
  ['a line as it was read', 'Газета вышла', BOX, true],
  ['one without a place', 'Газета', null, false],
  ['one without a text', ' ', BOX, false],
  ['one read unsurely', 'Га[зета?]', BOX, false],
  ['one with a gap', 'Га[...2]', BOX, false],
  ['one with an addition', 'Га⟨зета⟩', BOX, false],
  ['one with a sign of a mark alone', 'Газета]', BOX, false],
  ['a box too low for letters', 'Газета', [0, 0, 400, 9] as const, false],
  ['a box that is no line', 'Газета', [0, 0, 40, 400] as const, false],
])('%s', (_, text, box, expected) => {
  expect(isTrainingLine({ text, box })).toBe(expected);
});
