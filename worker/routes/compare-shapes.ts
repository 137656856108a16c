/** Comparisons of schemes as the API shows them, and as a table. */
import type { Context } from 'hono';
import type { SchemeRow } from '../db/schemes.ts';
import type { Level, SchemeComparison } from '../domain/time/compare-schemes.ts';
import type { Comparison } from '../shapes/timeline.ts';
import { inLanguages, sendCsv, textCells } from './send-csv.ts';
import { present } from './support.ts';

export function toComparison(
  a: SchemeRow,
  b: SchemeRow,
  { rows, columns, cells }: SchemeComparison,
  level: Level,
): Comparison {
  const stagesOf = (places: typeof rows, key: string) =>
    places.find((place) => place.key === key)?.stages ?? [];
  return {
    a: toCompared(a),
    b: toCompared(b),
    level,
    rows,
    columns,
    cells: cells.map((cell) => ({
      ...cell,
      a: stagesOf(rows, cell.row),
      b: stagesOf(columns, cell.column),
    })),
    moving: sumOf(cells.filter(({ moves }) => moves)),
    total: sumOf(cells),
  };
}

function sumOf(counted: { issues: number; pages: number }[]) {
  return {
    issues: counted.reduce((total, { issues }) => total + issues, 0),
    pages: counted.reduce((total, { pages }) => total + pages, 0),
  };
}

function toCompared({ id, title, attribution, stages }: SchemeRow): Comparison['a'] {
  return {
    id,
    title,
    attribution,
    stages: stages.map(({ id, key, parentId, label }) => ({
      id,
      key,
      ...present({ parent: stages.find((other) => other.id === parentId)?.key }),
      label,
    })),
  };
}

/** A line for each cell: the place in either scheme by ids, by keys and by names, and what stands there. */
export function sendCells(c: Context, { a, b, cells }: Comparison): Response {
  return sendCsv(
    c,
    'comparison',
    ['a', 'a_keys', ...inLanguages('a'), 'b', 'b_keys', ...inLanguages('b'), 'issues', 'pages', 'moves'],
    cells.map((cell) => [
      ...placeCells(a, cell.row, cell.a),
      ...placeCells(b, cell.column, cell.b),
      cell.issues,
      cell.pages,
      cell.moves,
    ]),
  );
}

function placeCells(scheme: Comparison['a'], key: string, ids: string[]): string[] {
  const stages = scheme.stages.filter(({ id }) => ids.includes(id));
  const rest = key.split(',').filter((part) => !ids.includes(part));
  const names = [0, 1, 2].map((language) =>
    stages.flatMap(({ label }) => textCells(label)[language] ?? []).join('; '),
  );
  return [key, [...stages.map((stage) => stage.key), ...rest].join(', '), ...names];
}
