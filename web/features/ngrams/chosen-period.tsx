import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { formatNumber } from '../../i18n/format.ts';
import { Button } from '../../ui/button.tsx';
import { urlOfView } from '../../ui/url.ts';
import { type Filters, filtersToQuery } from '../search/filters.ts';
import { periodText } from './draw-lines.ts';
import { ngramMessages } from './messages.ts';
import { type Period, heightOf } from './series-data.ts';

interface ChosenPeriodProps {
  period: Period;
  names: readonly string[];
  filters: Filters;
  /** Whether there are issues whose date is wider than a period: a search for the period finds those too. */
  vague: boolean;
  onClose: () => void;
}

/** The counts of one period, each leading to its pages. */
export function ChosenPeriod({ period, names, filters, vague, onClose }: ChosenPeriodProps) {
  const t = useMessages(ngramMessages);
  // Only the words themselves are counted, so only they are searched.
  const href = (q: string) =>
    urlOfView('/search', {
      ...filtersToQuery({ ...filters, from: period.name, to: period.name, calendar: 'gregorian' }),
      q,
      inflect: 'false',
      near: 'false',
    });
  return (
    <section class="ng-period" aria-live="polite">
      <h2>{t('chosen', { period: periodText(period.name, language.value) })}</h2>
      {period.words === 0 ? (
        <p>{t('noTexts')}</p>
      ) : (
        <>
          <ul>
            {names.map((word, index) => {
              const { occurrences = 0, pages = 0 } = period.counts[index] ?? {};
              return (
                <li key={`${index} ${word}`}>
                  {pages > 0 ? (
                    <a href={href(word)}>{t.rich('pagesLink', { word: <bdi>{word}</bdi>, count: pages })}</a>
                  ) : (
                    t.rich('pagesLink', { word: <bdi>{word}</bdi>, count: 0 })
                  )}
                  {', '}
                  {t('occurrences', { count: occurrences })},{' '}
                  {t('perTenThousand', {
                    number: formatNumber(heightOf(period, index, true) ?? 0, language.value, 1),
                  })}
                </li>
              );
            })}
          </ul>
          <p class="soft small">
            {t('wordsThen', { count: period.words })}. {vague && t('vagueToo')}
          </p>
        </>
      )}
      <Button small onClick={onClose}>
        {t('close')}
      </Button>
    </section>
  );
}
