import { formatNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { filterMessages } from './filter-messages.ts';
import type { Filters } from './filters.ts';
import { chooseYear, chosenYears, fillYears } from './year-span.ts';
import './year-bars.css';

interface YearBarsProps {
  counts: readonly { value: string; count: number }[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** Pages found by year, as bars that filter: each is a button that says its year and count. */
export function YearBars({ counts, filters, onChange }: YearBarsProps) {
  const t = useMessages(filterMessages);
  const years = fillYears(counts);
  const most = Math.max(1, ...years.map(({ count }) => count));
  const undated = counts.find(({ value }) => value === '')?.count ?? 0;
  // The bars are years of the Gregorian calendar, whatever calendar the typed dates are in.
  const chosen = filters.calendar === 'gregorian' ? chosenYears(filters.from, filters.to) : null;
  const choose = (year: number) => {
    const [from = '', to = ''] = (chooseYear(chosen, year) ?? []).map(String);
    onChange({ ...filters, from, to, calendar: 'gregorian' });
  };
  const [first, last] = [years[0], years.at(-1)];
  return (
    <div class="year-bars" role="group" aria-label={t('years')}>
      {years.length > 0 && (
        <div class="year-bars-row" dir="ltr">
          {years.map(({ year, count }) =>
            count === 0 ? (
              <span key={year} class="year-bar" />
            ) : (
              <button
                key={year}
                type="button"
                class="year-bar"
                aria-pressed={chosen !== null && chosen[0] <= year && year <= chosen[1]}
                aria-label={t('yearPages', { year: String(year), count })}
                title={t('yearPages', { year: String(year), count })}
                onClick={() => choose(year)}
              >
                <span style={{ blockSize: `${Math.max(4, (100 * count) / most)}%` }} />
              </button>
            ),
          )}
        </div>
      )}
      {first && last && (
        <p class="year-bars-ends small" aria-hidden="true" dir="ltr">
          <span>{first.year}</span>
          <span>{formatNumber(most, language.value)} ↑</span>
          {last !== first && <span>{last.year}</span>}
        </p>
      )}
      <p class="field-hint">
        {years.length > 1 && t('yearsHint')} {undated > 0 && t('undated', { count: undated })}
      </p>
    </div>
  );
}
