/** The cross-table of a comparison as rows of cells, with what each is called. Pure. */
import type { Comparison, ComparisonPlace } from '../../../../worker/shapes/timeline.ts';

/** Stands for a whole row or column. */
export const ALL = '';

export interface Cell {
  /** Keys of places; {@link ALL} for the sums. */
  row: string;
  column: string;
  issues: number;
  pages: number;
  moves: boolean;
  /** 0 for none to 5 for the most in one cell: how dark it is. */
  heat: number;
}

export interface CrossTable {
  rows: ComparisonPlace[];
  columns: ComparisonPlace[];
  /** One for each row, and the sums last; each with one for each column, and the sum last. */
  cells: Cell[][];
}

/** Places of no issue stay: that a stage is empty is part of the answer. */
export function crossTable({ rows, columns, cells, total }: Comparison): CrossTable {
  const most = Math.max(1, ...cells.map(({ issues }) => issues));
  const at = new Map(cells.map((cell) => [`${cell.row}\n${cell.column}`, cell]));
  const body = rows.map((row) => [
    ...columns.map((column): Cell => {
      const found = at.get(`${row.key}\n${column.key}`);
      const { issues = 0, pages = 0, moves = false } = found ?? {};
      return { row: row.key, column: column.key, issues, pages, moves, heat: heatOf(issues, most) };
    }),
    sumOf(row, { row: row.key, column: ALL }),
  ]);
  const foot = [
    ...columns.map((column) => sumOf(column, { row: ALL, column: column.key })),
    { row: ALL, column: ALL, ...total, moves: false, heat: 0 },
  ];
  return { rows, columns, cells: [...body, foot] };
}

function sumOf({ issues, pages }: ComparisonPlace, key: { row: string; column: string }): Cell {
  return { ...key, issues, pages, moves: false, heat: 0 };
}

/** By roots, so that small counts beside a great one can still be told apart. */
function heatOf(issues: number, most: number): number {
  return issues === 0 ? 0 : Math.max(1, Math.round(5 * Math.sqrt(issues / most)));
}

/** Where an arrow key leads among cells that have issues; null for keys that do not move. */
export function nextCell(cells: readonly (readonly Cell[])[], from: Cell, pressed: string): Cell | null {
  const moves: Record<string, [number, number]> = {
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
  };
  const move = moves[pressed];
  if (!move) return null;
  const row = cells.findIndex((line) => line.includes(from));
  const column = cells[row]?.indexOf(from) ?? -1;
  for (let step = 1; ; step += 1) {
    const next = cells[row + step * move[0]]?.[column + step * move[1]];
    if (!next) return from;
    if (next.issues > 0) return next;
  }
}
