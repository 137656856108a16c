import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { Coverage, SearchAnswer, SearchHit } from '../../../worker/shapes/search.ts';
import type { z } from '../../../worker/shapes/common.ts';
import { useMessages } from '../../i18n/messages.ts';
import { type List, useList } from '../../state/resource.ts';
import { announce } from '../../ui/live-region.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { SearchBox } from '../frame/search-box.tsx';
import { type Filters, dayOf, filtersToQuery, readFilters } from './filters.ts';
import { searchMessages } from './messages.ts';
import { SearchFilters } from './search-filters.tsx';
import { Hit } from './search-hit.tsx';
import './search.css';

export default function SearchView() {
  const t = useMessages(searchMessages);
  const { query, route } = useLocation();
  const filters = readFilters(query);
  const go = (changed: Filters) => route(urlOfView('/search', filtersToQuery(changed)));
  const list = useList<SearchHit, SearchAnswer>(filters.q.trim() === '' ? null : apiPath(filters));
  const total = list.first?.total;
  useEffect(() => {
    if (total !== undefined) announce(t('found', { count: total }));
  }, [list.first]);

  return (
    <View title={filters.q ? t('titleFor', { words: filters.q }) : t('title')} heading={t('title')}>
      <SearchBox large value={filters.q} onSearch={(q) => go({ ...filters, q })} />
      <SearchFilters filters={filters} onChange={go} />
      {filters.q.trim() === '' ? (
        <Empty title={t('start')}>
          <p>{t('startHint')}</p>
        </Empty>
      ) : (
        <Results list={list} words={filters.q} />
      )}
    </View>
  );
}

function Results({ list, words }: { list: List<SearchHit, SearchAnswer>; words: string }) {
  const t = useMessages(searchMessages);
  const { first } = list;
  return (
    <>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && !first && <Loading what={t('searching')} />}
      {first && (
        <div class="search-summary">
          <p class="search-total">{t('found', { count: first.total })}</p>
          <CoverageSentence coverage={first.coverage} />
        </div>
      )}
      {first && list.items.length === 0 && (
        <Empty title={t.rich('none', { words: <bdi>“{words}”</bdi> })}>
          <p>{t('noneHint')}</p>
        </Empty>
      )}
      <ol class="hits">
        {list.items.map((hit) => (
          <Hit key={hit.page} hit={hit} words={words} />
        ))}
      </ol>
      <More list={list} />
    </>
  );
}

/** What was searched and what was not: without it, "nothing found" would say too much. */
function CoverageSentence({ coverage }: { coverage: z.infer<typeof Coverage> }) {
  const t = useMessages(searchMessages);
  const searched = coverage.reviewed + coverage.transcribed + coverage.ocr;
  const parts = [
    coverage.reviewed > 0 && t('partReviewed', { number: coverage.reviewed }),
    coverage.transcribed > 0 && t('partTranscribed', { number: coverage.transcribed }),
    coverage.ocr > 0 && t('partOcr', { number: coverage.ocr }),
  ].filter((part) => part !== false);
  return (
    <p class="soft small">
      {parts.length > 0
        ? t('searchedPages', { count: searched, parts: parts.join(', ') })
        : t('searchedNothing')}{' '}
      {coverage.withoutText > 0 && t('notSearched', { count: coverage.withoutText })}
    </p>
  );
}

function apiPath(filters: Filters): string {
  return urlOfView('/search', {
    q: filters.q.trim(),
    match: filters.literal ? 'literal' : '',
    layer: filters.layers.join(','),
    from: dayOf(filters.from, 'from'),
    to: dayOf(filters.to, 'to'),
    publication: filters.publication,
  });
}
