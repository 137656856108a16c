import type { ComponentChildren } from 'preact';
import type { ReadingErrors } from '../../../worker/shapes/reading-errors.ts';
import { formatNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Badge } from '../../ui/badge.tsx';
import { qualityMessages } from './messages.ts';

export interface ErrorRow {
  key: string;
  name: ComponentChildren;
  measured: ReadingErrors['all'];
}

/** Error rates with what they rest on: a rate from few pages says so. */
export function ErrorTable({ caption, rows }: { caption: string; rows: readonly ErrorRow[] }) {
  const t = useMessages(qualityMessages);
  return (
    <div class="table-scroll" role="region" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('rate')}</th>
            <th scope="col">{t('basis')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, measured }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>
                {measured.rate === null
                  ? '–'
                  : `${formatNumber(100 * measured.rate, language.value, 1)}\u00a0%`}
              </td>
              <td>
                {t('pages', { count: measured.pages })},{' '}
                {t('letters', { number: formatNumber(measured.characters, language.value, 0) })}{' '}
                {!measured.enough && <Badge tone="wait">{t('tooFew')}</Badge>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
