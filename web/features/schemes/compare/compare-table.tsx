import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { Comparison, ComparisonPlace } from '../../../../worker/shapes/timeline.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { language } from '../../../i18n/language.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { titleText } from '../../../ui/titles.tsx';
import { ALL, type Cell, crossTable, nextCell } from './cross-table.ts';
import { compareMessages } from './messages.ts';
import { shortName, stageName, useNames } from './names.ts';

interface CompareTableProps {
  comparison: Comparison;
  chosen: { row: string; column: string } | null;
  onChoose: (cell: Cell) => void;
}

/** Counts of issues: rows are places in the one scheme, columns in the other; a count opens its issues. */
export function CompareTable({ comparison, chosen, onChoose }: CompareTableProps) {
  const t = useMessages(compareMessages);
  const { a, b } = comparison;
  const { rows, columns, cells } = useMemo(() => crossTable(comparison), [comparison]);
  const frame = useRef<HTMLTableElement>(null);
  const names = useNames(comparison);
  const label = t('table', { a: titleText(a.title), b: titleText(b.title) });
  /** What Tab comes to: the cell that was last in hand, or the first that has something. */
  const last = useSignal<Cell | undefined>(undefined);
  const stop =
    cells.flat().find((cell) => same(cell, last.value)) ?? cells.flat().find((cell) => cell.issues > 0);

  const onKeyDown = (event: KeyboardEvent, cell: Cell) => {
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : nextCell(cells, cell, event.key);
    if (!next) return;
    event.preventDefault();
    last.value = next;
    frame.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(idOf(next))}"]`)?.focus();
  };
  const head = (place: ComparisonPlace, side: Comparison['a']) => (
    <>
      <b>{shortName(place, side, t)}</b>
      {stageName(place, side) && <span class="compare-name">{stageName(place, side)}</span>}
    </>
  );

  return (
    <div class="table-scroll compare-scroll" role="group" aria-label={label}>
      <table class="compare-table" ref={frame}>
        <caption>{label}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {head(column, b)}
              </th>
            ))}
            <th scope="col">{t('total')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((line, index) => {
            const row = rows[index];
            return (
              <tr key={row?.key ?? ALL}>
                <th scope="row">{row ? head(row, a) : t('total')}</th>
                {line.map((cell) => (
                  <td key={cell.column} class={`compare-heat-${cell.heat}`}>
                    {cell.issues === 0 ? (
                      <span class="compare-none">0</span>
                    ) : (
                      <button
                        type="button"
                        class="compare-cell"
                        data-cell={idOf(cell)}
                        tabIndex={cell === stop ? 0 : -1}
                        aria-pressed={chosen !== null && same(cell, chosen)}
                        aria-label={cellWords(cell)}
                        title={cellWords(cell)}
                        onFocus={() => (last.value = cell)}
                        onKeyDown={(event) => onKeyDown(event, cell)}
                        onClick={() => onChoose(cell)}
                      >
                        {formatNumber(cell.issues, language.value)}
                        {cell.moves && <span aria-hidden="true"> →</span>}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );

  function cellWords(cell: Cell): string {
    const words = t('cell', {
      a: names(cell.row, a),
      b: names(cell.column, b),
      count: cell.issues,
      pages: cell.pages,
    });
    return cell.moves ? `${words}; ${t('moves')}` : words;
  }
}

const idOf = ({ row, column }: { row: string; column: string }) => `${row}/${column}`;
const same = (cell: Cell, other: { row: string; column: string } | undefined) =>
  other !== undefined && cell.row === other.row && cell.column === other.column;
