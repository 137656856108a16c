import { formatNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { periodText } from './draw-lines.ts';
import { ngramMessages } from './messages.ts';
import type { Period } from './series-data.ts';

interface NgramTableProps {
  names: readonly string[];
  periods: readonly Period[];
  /** Off: only screen readers come to it. */
  visible: boolean;
}

/** The table behind the picture; periods without texts have nothing to tell. */
export function NgramTable({ names, periods, visible }: NgramTableProps) {
  const t = useMessages(ngramMessages);
  return (
    <div
      class={visible ? 'table-scroll ng-table' : 'visually-hidden'}
      role="group"
      aria-label={t('table')}
      tabIndex={visible ? 0 : undefined}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            {names.map((name, index) => (
              <th scope="col" key={`${index} ${name}`}>
                <bdi>{name}</bdi>
              </th>
            ))}
            <th scope="col">{t('total')}</th>
          </tr>
        </thead>
        <tbody>
          {periods
            .filter(({ words }) => words > 0)
            .map((period) => (
              <tr key={period.name}>
                <th scope="row">{periodText(period.name, language.value)}</th>
                {period.counts.map(({ occurrences }, index) => (
                  <td key={index}>{formatNumber(occurrences, language.value)}</td>
                ))}
                <td>{formatNumber(period.words, language.value)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
