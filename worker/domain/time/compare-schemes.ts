/** Two periodisations held against each other: where each puts the sources of the same days. */
import { isCovered } from './coverage.ts';
import { type PlaceableStage, finestOf, placeIn, topOf } from './placement.ts';
import type { Span } from './stages.ts';

/** `top`: the stages of the highest level; `all`: the finest that the date allows. */
export type Level = 'top' | 'all';

/** Sources that may be of the same days. */
export interface DatedSources extends Span {
  issues: number;
  pages: number;
}

/** Where a scheme puts sources: a stage, several that share them, no stage, or nowhere for want of a date. */
export interface ComparedPlace {
  /** Ids of stages with commas between, `gap` among them where the date reaches beyond them; `gap`; `undated`. */
  key: string;
  stages: string[];
  issues: number;
  pages: number;
}

export interface ComparedCell {
  row: string;
  column: string;
  issues: number;
  pages: number;
  /** Most issues of the row stand in another column. */
  moves: boolean;
}

export interface SchemeComparison {
  rows: ComparedPlace[];
  columns: ComparedPlace[];
  cells: ComparedCell[];
}

export const GAP = 'gap';
export const UNDATED = 'undated';

/** The place of a date in a scheme, as the key of a row or column. */
export function placeKey(stages: readonly PlaceableStage[], date: Span, level: Level): string {
  const placement = placeIn(stages, date);
  if (placement.verdict === 'gap') return GAP;
  if (placement.verdict === 'undated') return UNDATED;
  const named = level === 'top' ? topOf(placement) : finestOf(placement, date);
  const ids = named.map(({ id }) => id);
  return [...ids, ...(isCovered(date, named) ? [] : [GAP])].join(',');
}

/** The cross-table of sources under two schemes. */
export function compareSchemes(
  a: readonly PlaceableStage[],
  b: readonly PlaceableStage[],
  sources: readonly DatedSources[],
  level: Level,
): SchemeComparison {
  const rows = emptyPlaces(a, level);
  const columns = emptyPlaces(b, level);
  const cells = new Map<string, ComparedCell>();
  for (const { issues, pages, ...date } of sources) {
    const row = placeKey(a, date, level);
    const column = placeKey(b, date, level);
    const cell = cells.get(`${row} ${column}`) ?? { row, column, issues: 0, pages: 0, moves: false };
    cells.set(`${row} ${column}`, cell);
    for (const counted of [cell, placeOf(rows, row), placeOf(columns, column)]) {
      counted.issues += issues;
      counted.pages += pages;
    }
  }
  const ordered = [inOrder(rows, a), inOrder(columns, b)] as const;
  return { rows: ordered[0], columns: ordered[1], cells: markMoves([...cells.values()], ...ordered) };
}

function emptyPlaces(stages: readonly PlaceableStage[], level: Level): Map<string, ComparedPlace> {
  const parents = new Set(stages.map(({ parentId }) => parentId));
  const shown = stages.filter(({ id, parentId }) => (level === 'top' ? parentId === null : !parents.has(id)));
  const places = new Map<string, ComparedPlace>();
  for (const key of [...shown.map(({ id }) => id), GAP]) placeOf(places, key);
  return places;
}

function placeOf(places: Map<string, ComparedPlace>, key: string): ComparedPlace {
  const stages = key.split(',').filter((part) => part !== GAP && part !== UNDATED);
  const place = places.get(key) ?? { key, stages, issues: 0, pages: 0 };
  places.set(key, place);
  return place;
}

/** By the scheme's own order; what several stages share after the first of them; gap and undated last. */
function inOrder(places: Map<string, ComparedPlace>, stages: readonly PlaceableStage[]): ComparedPlace[] {
  const position = new Map(stages.map(({ id }, index) => [id, index]));
  const rank = ({ key, stages: ids }: ComparedPlace) => [
    key === UNDATED ? 2 : Number(key === GAP),
    ...ids.map((id) => position.get(id) ?? 0),
    ...(ids.length > 0 && key.endsWith(GAP) ? [stages.length] : []),
  ];
  return [...places.values()].sort((one, other) => {
    const [left, right] = [rank(one), rank(other)];
    const differing = left.findIndex((value, index) => value !== right[index]);
    return differing < 0 ? left.length - right.length : (left[differing] ?? 0) - (right[differing] ?? -1);
  });
}

/** Sets `moves`, and puts cells in the order of their rows and columns. */
function markMoves(
  cells: ComparedCell[],
  rows: readonly ComparedPlace[],
  columns: readonly ComparedPlace[],
): ComparedCell[] {
  return rows.flatMap(({ key }) => {
    const inRow = columns.flatMap((column) =>
      cells.filter((cell) => cell.row === key && cell.column === column.key),
    );
    const most = Math.max(...inRow.map(({ issues }) => issues));
    const home = inRow.find(({ issues }) => issues === most);
    return inRow.map((cell) => ({ ...cell, moves: cell !== home }));
  });
}
