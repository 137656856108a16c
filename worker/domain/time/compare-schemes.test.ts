import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DatedSources, compareSchemes, placeKey } from './compare-schemes.ts';
import type { PlaceableStage } from './placement.ts';

const stage = (
  id: string,
  earliest: string | null,
  latest: string | null,
  parentId: string | null = null,
) => ({
  id,
  parentId,
  earliest,
  latest,
});

const one: PlaceableStage[] = [
  stage('1', '1905-01-01', '1917-07-31'),
  stage('1.1', '1905-01-01', '1912-12-31', '1'),
  stage('1.2', '1913-01-01', '1917-07-31', '1'),
  stage('2', '1917-07-01', '1920-03-31'),
];
const other: PlaceableStage[] = [stage('A', '1905-01-01', '1907-12-31'), stage('B', '1917-01-01', null)];

const sources = (earliest: string | null, latest: string | null, issues: number): DatedSources => ({
  earliest,
  latest,
  issues,
  pages: issues * 4,
});
const day = (date: string, issues = 1) => sources(date, date, issues);

const corpus = [
  day('1906-05-01', 5),
  day('1910-05-01', 2),
  day('1917-02-01', 3),
  day('1917-07-05', 7),
  day('1919-01-01', 10),
  sources('1917-01-01', '1917-12-31', 1),
  sources(null, null, 4),
];

describe('sources under two schemes', () => {
  const { rows, columns, cells } = compareSchemes(one, other, corpus, 'top');

  test('stand in rows and columns in the order of the schemes, with what stages share, gap and undated', () => {
    expect(rows.map(({ key, issues }) => [key, issues])).toEqual([
      ['1', 10],
      ['1,2', 8],
      ['2', 10],
      ['gap', 0],
      ['undated', 4],
    ]);
    expect(columns.map(({ key, issues, pages }) => [key, issues, pages])).toEqual([
      ['A', 5, 20],
      ['B', 21, 84],
      ['gap', 2, 8],
      ['undated', 4, 16],
    ]);
    expect(rows[1]?.stages).toEqual(['1', '2']);
  });

  test('move where most of their row stand elsewhere', () => {
    expect(cells.map(({ row, column, issues, moves }) => [row, column, issues, moves])).toEqual([
      ['1', 'A', 5, false],
      ['1', 'B', 3, true],
      ['1', 'gap', 2, true],
      ['1,2', 'B', 8, false],
      ['2', 'B', 10, false],
      ['undated', 'undated', 4, false],
    ]);
  });

  test('stand in substages where these are asked for', () => {
    const keys = compareSchemes(one, other, corpus, 'all').rows.map(({ key, issues }) => [key, issues]);
    expect(keys).toEqual([
      ['1.1', 7],
      ['1.2', 3],
      ['1.2,2', 8],
      ['2', 10],
      ['gap', 0],
      ['undated', 4],
    ]);
  });
});

test('a date that reaches beyond the stages it lies in is not put there alone', () => {
  const date = { earliest: '1907-06-01', latest: '1908-06-01' };
  expect(placeKey(other, date, 'top')).toBe('A,gap');
  expect(placeKey(other, { earliest: '1907-06-01', latest: '1917-06-01' }, 'top')).toBe('A,B,gap');
  expect(placeKey(one, { earliest: '1912-06-01', latest: '1913-06-01' }, 'all')).toBe('1.1,1.2');
});

test('no source is lost or counted twice', () => {
  const days = fc
    .integer({ min: 1900, max: 1925 })
    .chain((year) => fc.nat(3).map((more) => sources(`${year}-03-01`, `${year + more}-08-31`, 1 + more)));
  fc.assert(
    fc.property(fc.array(days), fc.constantFrom('top' as const, 'all' as const), (groups, level) => {
      const { rows, columns, cells } = compareSchemes(one, other, groups, level);
      const total = groups.reduce((sum, { issues }) => sum + issues, 0);
      for (const part of [rows, columns, cells]) {
        expect(part.reduce((sum, { issues }) => sum + issues, 0)).toBe(total);
      }
      const back = compareSchemes(other, one, groups, level);
      const swapped = cells.map(({ row, column, issues }) => `${column} ${row} ${issues}`);
      expect(new Set(back.cells.map(({ row, column, issues }) => `${row} ${column} ${issues}`))).toEqual(
        new Set(swapped),
      );
    }),
  );
});
