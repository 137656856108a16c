import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('cells with commas, quotes or line ends are quoted, others are not', () => {
  expect(
    toCsv(
      ['a', 'b,c'],
      [
        ['x "y"', 'строка\nещё'],
        [1, null],
        [true, undefined],
      ],
    ),
  ).toBe('a,"b,c"\r\n"x ""y""","строка\nещё"\r\n1,\r\ntrue,\r\n');
});

/** RFC 4180 read back, character by character. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let cell = '';
    if (csv[at] === '"') {
      for (at += 1; csv[at] !== '"' || csv[at + 1] === '"'; at += 1) {
        if (csv[at] === '"') at += 1;
        cell += csv[at];
      }
      at += 1;
    } else {
      while (csv[at] !== ',' && csv[at] !== '\r') cell += csv[at++];
    }
    row.push(cell);
    if (csv[at] === '\r') {
      rows.push(row);
      row = [];
      at += 2;
    } else at += 1;
  }
  return rows;
}

test('whatever is written can be read back', () => {
  const cell = fc.oneof(fc.string(), fc.stringMatching(/^[",\r\n;а-яقال]{0,8}$/u));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
      expect(parse(toCsv(['a', 'b'], rows))).toEqual([['a', 'b'], ...rows]);
    }),
  );
});
