/** One measured figure. */
export interface Row {
  name: string;
  value: number;
  unit: string;
  /** The most it may be. */
  target?: number;
  /** Where there was nothing to measure: why. */
  missing?: string;
  /** What else was measured with it, in words. */
  more?: string;
}

/** Rows as a table for people: what was measured, the target, and whether it is met. */
export function formatRows(rows: Row[]): string {
  const cells = rows.map(({ name, value, unit, target, missing, more }) => [
    name,
    missing ?? `${round(value)} ${unit}`,
    target === undefined ? '' : `≤ ${round(target)} ${unit}`,
    missing !== undefined || target === undefined ? '' : value <= target ? 'met' : 'MISSED',
    more ?? '',
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function round(value: number): string {
  return String(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
}

/** The value below which this share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
