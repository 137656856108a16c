/** A picture seen as a grid of cells, numbered row by row. */

/** The cells that share a side with one: four, fewer at the edge of the grid. */
function neighboursOf(cell: number, columns: number, rows: number): number[] {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  return [
    ...(column > 0 ? [cell - 1] : []),
    ...(column < columns - 1 ? [cell + 1] : []),
    ...(row > 0 ? [cell - columns] : []),
    ...(row < rows - 1 ? [cell + columns] : []),
  ];
}

/** The cells at the edge of the grid, in order. */
export function edgeCells(columns: number, rows: number): number[] {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) {
    // Of the first and the last row all, of the others the two ends.
    const step = row === 0 || row === rows - 1 ? 1 : Math.max(1, columns - 1);
    for (let column = 0; column < columns; column += step) found.push(row * columns + column);
  }
  return found;
}

/** The cells of a kind that hang together with one, itself among them; none where it is not of that kind. */
export function spread(
  start: number,
  columns: number,
  rows: number,
  isOfKind: (cell: number) => boolean,
): Set<number> {
  const found = new Set<number>();
  const waiting = [start];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    if (found.has(cell) || !isOfKind(cell)) continue;
    found.add(cell);
    waiting.push(...neighboursOf(cell, columns, rows));
  }
  return found;
}
