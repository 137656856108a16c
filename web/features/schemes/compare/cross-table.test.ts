import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../worker/shapes/timeline.ts';
import { ALL, crossTable, nextCell } from './cross-table.ts';

const place = (key: string, issues: number) => ({
  key,
  stages: key === 'gap' ? [] : [key],
  issues,
  pages: issues,
});
const scheme = { id: 's', title: { en: 'S' }, attribution: 'S', stages: [] };
const cell = (row: string, column: string, issues: number, moves: boolean) => ({
  row,
  column,
  a: [row],
  b: [column],
  issues,
  pages: issues,
  moves,
});

const comparison: Comparison = {
  a: scheme,
  b: scheme,
  level: 'top',
  rows: [place('1', 10), place('2', 1), place('gap', 0)],
  columns: [place('x', 9), place('y', 2)],
  cells: [cell('1', 'x', 9, false), cell('1', 'y', 1, true), cell('2', 'y', 1, false)],
  moving: { issues: 1, pages: 1 },
  total: { issues: 11, pages: 11 },
};

describe('the cross-table', () => {
  const { cells } = crossTable(comparison);

  it('has every place, also the empty ones, and the sums at the ends', () => {
    expect(cells.map((row) => row.map(({ issues }) => issues))).toEqual([
      [9, 1, 10],
      [0, 1, 1],
      [0, 0, 0],
      [9, 2, 11],
    ]);
    expect(cells.at(-1)?.at(-1)).toMatchObject({ row: ALL, column: ALL });
  });

  it('is darkest where the most issues stand, and never dark where there is none', () => {
    expect(cells[0]?.[0]?.heat).toBe(5);
    expect(cells[0]?.[1]?.heat).toBeGreaterThan(0);
    expect(cells[1]?.[0]?.heat).toBe(0);
  });

  it('marks what moves', () => {
    expect(cells.flat().filter(({ moves }) => moves)).toMatchObject([{ row: '1', column: 'y' }]);
  });

  it('lets the arrow keys pass over empty cells', () => {
    const first = cells[0]?.[0];
    if (!first) throw new Error('no cell');
    expect(nextCell(cells, first, 'ArrowDown')).toBe(cells[3]?.[0]);
    expect(nextCell(cells, first, 'ArrowRight')).toBe(cells[0]?.[1]);
    expect(nextCell(cells, first, 'ArrowLeft')).toBe(first);
    expect(nextCell(cells, first, 'Tab')).toBeNull();
  });
});
