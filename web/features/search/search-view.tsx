import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { SearchAnswer, SearchHit } from '../../../worker/shapes/search.ts';
import { useMessages } from '../../i18n/messages.ts';
import { type List, useList } from '../../state/resource.ts';
import { signedIn } from '../../state/session.ts';
import { SelectField } from '../../ui/field.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { LargeSearchBox } from './large-search-box.tsx';
import { later } from '../page/later.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { CoverageSentence } from './coverage.tsx';
import { Downloads } from './downloads.tsx';
import { Explanation } from './explanation.tsx';
import { FilterSide } from './filter-side.tsx';
import { type Filters, SORTS, filtersToApi, filtersToQuery, readFilters } from './filters.ts';
import { searchMessages } from './messages.ts';
import { Hit } from './search-hit.tsx';
import { SearchTabs } from './search-tabs.tsx';
import { useCounts } from './use-counts.ts';
import { useLast } from './use-last.ts';
import { useTyping } from './use-typing.ts';
import './search.css';

const SavedSearches = later(() => import('./saved-searches.tsx'));

export default function SearchView() {
  const t = useMessages(searchMessages);
  const { query, route } = useLocation();
  const filters = readFilters(query);
  const go = (changed: Filters, replace = false) =>
    route(urlOfView('/search', filtersToQuery(changed)), replace);
  const asked = filters.q.trim() === '' ? null : filtersToApi(filters);
  const path = asked && urlOfView('/search', asked);
  const list = useList<SearchHit, SearchAnswer>(path);
  const counts = useCounts(asked, list.first !== undefined);
  const total = list.first?.total;
  useEffect(() => {
    if (total !== undefined) announce(t('found', { count: total }));
  }, [list.first]);
  const typing = useTyping({
    words: filters.q,
    path,
    answered: list.first !== undefined,
    search: (q, replace) => go({ ...filters, q }, replace),
  });

  return (
    <View title={filters.q ? t('titleFor', { words: filters.q }) : t('title')} heading={t('title')}>
      <LargeSearchBox value={filters.q} onSearch={(q) => go({ ...filters, q })} onTyping={typing} />
      <SearchTabs filters={filters} here="/search" />
      {asked === null ? (
        <Empty title={t('start')}>
          <p>{t('startHint')}</p>
        </Empty>
      ) : (
        <div class="search-layout">
          <FilterSide filters={filters} counts={counts.facets} years={counts.years} onChange={go} />
          <div class="search-results" id="results" tabIndex={-1}>
            <ActiveFilters filters={filters} onChange={go} />
            <Results list={list} filters={filters} explanation={counts.explanation} onChange={go} />
          </div>
        </div>
      )}
      {signedIn.value && <SavedSearches query={filtersToQuery(filters)} />}
    </View>
  );
}

interface ResultsProps {
  list: List<SearchHit, SearchAnswer>;
  filters: Filters;
  explanation: SearchAnswer['explanation'];
  onChange: (filters: Filters) => void;
}

function Results({ list, filters, explanation, onChange }: ResultsProps) {
  const t = useMessages(searchMessages);
  // While the next answer is on its way the last one stays, so that nothing jumps while one types.
  const shown = useLast(list.first && { first: list.first, items: list.items });
  if (list.problem && !list.first) return <ProblemNotice problem={list.problem} onRetry={list.reload} />;
  if (!shown) return <Loading what={t('searching')} />;
  const { first, items } = shown;
  return (
    <div class={list.first ? undefined : 'search-waiting'} aria-busy={!list.first}>
      <div class="search-summary">
        <p class="search-total">{t('found', { count: first.total })}</p>
        <CoverageSentence coverage={first.coverage} errorRate={first.errorRate} />
        {explanation && <Explanation of={explanation} />}
      </div>
      {items.length === 0 ? (
        <Empty title={t.rich('none', { words: <bdi>“{filters.q}”</bdi> })}>
          <p>{t('noneHint')}</p>
        </Empty>
      ) : (
        <div class="search-sort">
          <SelectField
            label={t('sort')}
            value={filters.sort}
            choices={[
              { value: 'relevance', label: t('sortRelevance') },
              { value: 'date', label: t('sortDate') },
              { value: '-date', label: t('sortNewest') },
            ]}
            onChange={(value) =>
              onChange({ ...filters, sort: SORTS.find((one) => one === value) ?? 'relevance' })
            }
          />
        </div>
      )}
      <ol class="hits">
        {items.map((hit) => (
          <Hit key={hit.page} hit={hit} words={filters.q} />
        ))}
      </ol>
      <ProblemNotice problem={list.problem} onRetry={list.more} />
      <More list={list} />
      {items.length > 0 && <Downloads filters={filters} total={first.total} />}
    </div>
  );
}
