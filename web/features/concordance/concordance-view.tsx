import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { z } from '../../../worker/shapes/common.ts';
import type { Concordance, ConcordanceLine } from '../../../worker/shapes/concordance.ts';
import { urlOf } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { type List, useList } from '../../state/resource.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Empty, Loading, More, Notice, ProblemNotice } from '../../ui/notice.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { LargeSearchBox } from '../search/large-search-box.tsx';
import { ActiveFilters } from '../search/active-filters.tsx';
import { CoverageSentence } from '../search/coverage.tsx';
import { FilterSide } from '../search/filter-side.tsx';
import { type Filters, filtersToApi, filtersToQuery, readFilters } from '../search/filters.ts';
import { searchMessages } from '../search/messages.ts';
import { SearchTabs } from '../search/search-tabs.tsx';
import { useCounts } from '../search/use-counts.ts';
import { ConcordanceTable } from './concordance-table.tsx';
import { concordanceMessages } from './messages.ts';
import './concordance.css';

type ConcordanceAnswer = z.infer<typeof Concordance>;

const SORTS = ['page', 'left', 'right', 'date'] as const;
const SORT_WORDS = { page: 'sortPage', left: 'sortLeft', right: 'sortRight', date: 'sortDate' } as const;
const WIDTHS = ['3', '5', '8', '12', '20'];
const USUAL_WIDTH = '8';

interface Order {
  sort: (typeof SORTS)[number];
  /** Words of context on each side. */
  width: string;
}

/** Every place where the words stand, with the words around them (KWIC). */
export default function ConcordanceView() {
  const t = useMessages(concordanceMessages);
  const { query, route } = useLocation();
  const filters: Filters = { ...readFilters(query), sort: 'relevance' };
  const order = readOrder(query);
  const go = (changed: Filters, other: Partial<Order> = {}) =>
    route(urlOfView('/concordance', { ...filtersToQuery(changed), ...orderToQuery({ ...order, ...other }) }));
  const asked = filters.q.trim() === '' ? null : { ...filtersToApi(filters) };
  const list = useList<ConcordanceLine, ConcordanceAnswer>(
    asked && urlOfView('/concordance', { ...asked, ...order, limit: '50' }),
  );
  const counts = useCounts(asked, list.first !== undefined);
  const pages = list.first?.pages;
  useEffect(() => {
    if (pages !== undefined) announce(t('places', { count: pages }));
  }, [list.first]);
  return (
    <View
      title={filters.q ? t('titleFor', { words: filters.q }) : t('title')}
      heading={t('title')}
      lead={<p>{t('lead')}</p>}
      width="wide"
    >
      <LargeSearchBox value={filters.q} onSearch={(q) => go({ ...filters, q })} />
      <SearchTabs filters={filters} here="/concordance" />
      {asked === null ? (
        <Empty title={t('start')} />
      ) : (
        <>
          <FilterSide
            sheet
            filters={filters}
            counts={counts.facets}
            years={counts.years}
            onChange={(changed) => go(changed)}
          />
          <ActiveFilters filters={filters} onChange={(changed) => go(changed)} />
          <OrderFields order={order} onChange={(changed) => go(filters, changed)} />
          <Lines list={list} filters={filters} order={order} />
        </>
      )}
    </View>
  );
}

function OrderFields({ order, onChange }: { order: Order; onChange: (changed: Partial<Order>) => void }) {
  const t = useMessages(concordanceMessages);
  return (
    <div class="form-row kwic-order">
      <SelectField
        label={t('sort')}
        value={order.sort}
        choices={SORTS.map((value) => ({ value, label: t(SORT_WORDS[value]) }))}
        onChange={(value) => onChange({ sort: SORTS.find((one) => one === value) ?? 'page' })}
      />
      <SelectField
        label={t('width')}
        value={order.width}
        choices={WIDTHS.map((value) => ({ value, label: value }))}
        onChange={(width) => onChange({ width })}
      />
    </div>
  );
}

interface LinesProps {
  list: List<ConcordanceLine, ConcordanceAnswer>;
  filters: Filters;
  order: Order;
}

function Lines({ list, filters, order }: LinesProps) {
  const t = useMessages(concordanceMessages);
  const words = useMessages(searchMessages);
  const { first, items } = list;
  if (!first)
    return (
      <>
        <ProblemNotice problem={list.problem} onRetry={list.reload} />
        {list.loading && <Loading what={words('searching')} />}
      </>
    );
  const href = (format: string) =>
    urlOf('/concordance', { ...filtersToApi(filters), ...order, limit: 1000, format });
  return (
    <>
      <p class="search-total">{t('places', { count: first.pages })}</p>
      <CoverageSentence coverage={first.coverage} errorRate={first.errorRate} />
      {first.sortedPages !== null && first.sortedPages < first.pages && (
        <Notice tone="warning">
          <p>{t('partSorted', { sorted: first.sortedPages, pages: first.pages })}</p>
        </Notice>
      )}
      {items.length === 0 ? (
        <Empty title={words.rich('none', { words: <bdi>“{filters.q}”</bdi> })}>
          <p>{words('noneHint')}</p>
        </Empty>
      ) : (
        <ConcordanceTable lines={items} />
      )}
      <ProblemNotice problem={list.problem} onRetry={list.more} />
      <More list={list} />
      {items.length > 0 && (
        <section class="search-downloads" aria-labelledby="kwic-downloads">
          <h2 id="kwic-downloads">{t('download')}</h2>
          <p class="form-actions">
            {['csv', 'jsonl'].map((format) => (
              <ButtonLink key={format} icon="download" href={href(format)} download>
                {format.toUpperCase()}
              </ButtonLink>
            ))}
          </p>
          <p class="soft small">{t('downloadHint')}</p>
        </section>
      )}
    </>
  );
}

function readOrder(query: Record<string, string>): Order {
  return {
    sort: SORTS.find((one) => one === query['sort']) ?? 'page',
    width: WIDTHS.find((one) => one === query['width']) ?? USUAL_WIDTH,
  };
}

function orderToQuery({ sort, width }: Order): Record<string, string> {
  return { ...(sort === 'page' ? {} : { sort }), ...(width === USUAL_WIDTH ? {} : { width }) };
}
