/** CSV as RFC 4180 has it: comma, CRLF, quotes where a cell needs them, a header row, UTF-8. */

export type Cell = string | number | boolean | null | undefined;

/**
 * Rows under a header. A cell that is null or undefined is empty.
 * @example toCsv(['month', 'count'], [['1913-02', 3]]) // 'month,count\r\n1913-02,3\r\n'
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header.map(quoted).join(',')];
  for (const row of rows) lines.push(row.map(quoted).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function quoted(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
