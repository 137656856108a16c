import { expect, test } from 'vitest';
import { doubtsOf } from './doubts.ts';

test.each([
  ['положеніе', 92, []],
  ['Объявленіе', 95, []],
  ['РИГѢ', 90, []],
  ['қазақ', 88, []],
  ['1915', 80, []],
  ['قازاق', 90, []],
  ['«Оренбургъ».', 90, []],
  ['15-го', 90, []],
  ['положеніе', 40, ['low-confidence']],
  ['пoложеніе', 90, ['mixed-scripts']],
  ['ъвойна', 90, ['impossible-letters']],
  ['воййна', 90, []],
  ['вввойна', 90, ['impossible-letters']],
  ['войНа', 90, ['impossible-letters']],
  ['во1на', 90, ['impossible-letters']],
  ['.—|а', 90, ['unlikely']],
  ['قaز', 90, ['mixed-scripts']],
])('%s (%d): %o', (text, confidence, doubts) => {
  expect(doubtsOf({ text, confidence })).toEqual(doubts);
});
