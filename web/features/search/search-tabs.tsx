/** The three ways to look at what a search finds; the words and filters go with the reader. */
import { useMessages } from '../../i18n/messages.ts';
import { urlOfView } from '../../ui/url.ts';
import { type Filters, filtersToQuery } from './filters.ts';
import { searchMessages } from './messages.ts';
import { toQuery, toSeries } from './series.ts';
import './search-tabs.css';

const WAYS = [
  ['/search', 'wayPages'],
  ['/concordance', 'wayConcordance'],
  ['/ngrams', 'wayOverTime'],
] as const;

export function SearchTabs({ filters, here }: { filters: Filters; here: (typeof WAYS)[number][0] }) {
  const t = useMessages(searchMessages);
  // Each of the three has an order of its own.
  const { sort: _sort, ...query } = filtersToQuery(filters);
  const wordsFor = (path: string) => {
    if (path === here) return filters.q;
    if (path === '/ngrams') return toSeries(filters.q);
    return here === '/ngrams' ? toQuery(filters.q) : filters.q;
  };
  return (
    <nav class="search-tabs" aria-label={t('ways')}>
      <ul>
        {WAYS.map(([path, name]) => (
          <li key={path}>
            <a
              href={urlOfView(path, { ...query, q: wordsFor(path) })}
              aria-current={path === here ? 'page' : undefined}
            >
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
