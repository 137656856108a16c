import { expect, it } from 'vitest';
import { withoutCutLines } from './cut-lines.ts';

const region = [100, 200, 500, 100] as const;
const line = (y: number, height: number) => ({ box: [110, y, 400, height] as const });

it('leaves out what the upper and the lower edge left of the neighbours', () => {
  const [above, own, below] = [line(200, 9), line(225, 40), line(281, 19)];
  expect(withoutCutLines([above, own, below], region, 2)).toEqual([own]);
});

it('keeps a whole line that reaches the edge', () => {
  const [first, second] = [line(201, 42), line(256, 44)];
  expect(withoutCutLines([first, second], region, 2)).toEqual([first, second]);
});

it('keeps the line of a region that is drawn too tightly, and drops the rest below it', () => {
  const [own, rest] = [line(200, 60), line(285, 15)];
  expect(withoutCutLines([own, rest], region, 2)).toEqual([own]);
});

it('keeps a low line that is whole: a dash, a page number', () => {
  const [dash, own] = [line(210, 8), line(240, 40)];
  expect(withoutCutLines([dash, own], region, 2)).toEqual([dash, own]);
});

it('of nothing leaves nothing', () => {
  expect(withoutCutLines([], region, 2)).toEqual([]);
});
