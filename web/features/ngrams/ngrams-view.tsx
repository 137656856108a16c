import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useMemo } from 'preact/hooks';
import type { Ngrams } from '../../../worker/shapes/ngrams.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useResource } from '../../state/resource.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Empty, Loading, ProblemNotice } from '../../ui/notice.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { LargeSearchBox } from '../search/large-search-box.tsx';
import { ActiveFilters } from '../search/active-filters.tsx';
import { CoverageSentence } from '../search/coverage.tsx';
import { FilterSide } from '../search/filter-side.tsx';
import { type Filters, filtersToApi, filtersToQuery, readFilters } from '../search/filters.ts';
import { searchMessages } from '../search/messages.ts';
import { SearchTabs } from '../search/search-tabs.tsx';
import { toQuery } from '../search/series.ts';
import { useCounts } from '../search/use-counts.ts';
import { ChosenPeriod } from './chosen-period.tsx';
import { LinesView } from './lines-view.tsx';
import { ngramMessages } from './messages.ts';
import { NgramDownloads } from './ngram-downloads.tsx';
import { NgramTable } from './ngram-table.tsx';
import { type Period, toPeriods } from './series-data.ts';
import { OutsidePicture, describePeriod } from './words-of.tsx';
import './ngrams.css';

const EXAMPLE = 'қазақ, земство, мектеп';

interface Shown {
  by: 'month' | 'year';
  relative: boolean;
}

/** How often words stand in the texts, period by period. */
export default function NgramsView() {
  const t = useMessages(ngramMessages);
  const words = useMessages(searchMessages);
  const { query, route } = useLocation();
  const filters: Filters = { ...readFilters(query), sort: 'relevance', inflect: true, near: true };
  const shown: Shown = {
    by: query['by'] === 'year' ? 'year' : 'month',
    relative: query['count'] !== 'absolute',
  };
  const go = (changed: Filters, other: Partial<Shown> = {}) =>
    route(urlOfView('/ngrams', { ...filtersToQuery(changed), ...shownToQuery({ ...shown, ...other }) }));
  const asked = filters.q.trim() === '' ? null : { ...filtersToApi(filters), by: shown.by };
  const answer = useResource<Ngrams>(asked && urlOfView('/ngrams', asked));
  const counts = useCounts(
    asked && filtersToApi({ ...filters, q: toQuery(filters.q) }),
    answer.data !== undefined,
  );
  return (
    <View
      title={filters.q ? t('titleFor', { words: filters.q }) : t('title')}
      heading={t('title')}
      lead={<p>{t('lead')}</p>}
    >
      <LargeSearchBox value={filters.q} onSearch={(q) => go({ ...filters, q })} />
      <SearchTabs filters={filters} here="/ngrams" />
      {asked === null ? (
        <Empty title={t('start')}>
          <p>
            {t('example')}{' '}
            <a href={urlOfView('/ngrams', { q: EXAMPLE })}>
              <bdi>{EXAMPLE}</bdi>
            </a>
          </p>
        </Empty>
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
          <ShownFields shown={shown} onChange={(changed) => go(filters, changed)} />
          <ProblemNotice problem={answer.problem} onRetry={answer.reload} />
          {!answer.data && answer.loading && <Loading what={words('searching')} />}
          {answer.data && <Counted data={answer.data} filters={filters} relative={shown.relative} />}
        </>
      )}
    </View>
  );
}

function ShownFields({ shown, onChange }: { shown: Shown; onChange: (changed: Partial<Shown>) => void }) {
  const t = useMessages(ngramMessages);
  return (
    <div class="form-row ng-fields">
      <SelectField
        label={t('by')}
        value={shown.by}
        choices={[
          { value: 'month', label: t('month') },
          { value: 'year', label: t('year') },
        ]}
        onChange={(by) => onChange({ by: by === 'year' ? 'year' : 'month' })}
      />
      <SelectField
        label={t('count')}
        value={shown.relative ? 'relative' : 'absolute'}
        choices={[
          { value: 'relative', label: t('relative') },
          { value: 'absolute', label: t('absolute') },
        ]}
        onChange={(count) => onChange({ relative: count === 'relative' })}
      />
    </div>
  );
}

function Counted({ data, filters, relative }: { data: Ngrams; filters: Filters; relative: boolean }) {
  const t = useMessages(ngramMessages);
  const chosen = useSignal<string | undefined>(undefined);
  const table = useSignal(false);
  const periods = useMemo(() => toPeriods(data), [data]);
  const names = useMemo(() => data.series.map(({ query }) => query), [data]);
  const describe = (period: Period) => describePeriod(period, names, language.value);
  const inView = periods.find(({ name }) => name === chosen.value);
  if (periods.length === 0)
    return (
      <>
        <CoverageSentence coverage={data.coverage} />
        <Empty title={t('none')} />
      </>
    );
  return (
    <>
      <LinesView
        names={names}
        periods={periods}
        relative={relative}
        chosen={chosen.value}
        describe={describe}
        onChoose={(name) => (chosen.value = name === chosen.peek() ? undefined : name)}
      />
      <p class="soft small" id="ng-keys">
        {t('keys')}
      </p>
      {inView && (
        <ChosenPeriod
          period={inView}
          names={names}
          filters={filters}
          vague={data.vague.pages > 0}
          onClose={() => (chosen.value = undefined)}
        />
      )}
      <OutsidePicture data={data} />
      <CoverageSentence coverage={data.coverage} />
      <section class="section" aria-labelledby="ng-table">
        <h2 id="ng-table">{t('table')}</h2>
        <Button aria-expanded={table.value} onClick={() => (table.value = !table.value)}>
          {table.value ? t('hideTable') : t('showTable')}
        </Button>
        <NgramTable names={names} periods={periods} visible={table.value} />
      </section>
      <NgramDownloads
        filters={filters}
        by={data.by}
        names={names}
        periods={periods}
        relative={relative}
        describe={describe}
      />
    </>
  );
}

function shownToQuery({ by, relative }: Shown): Record<string, string> {
  return { ...(by === 'month' ? {} : { by }), ...(relative ? {} : { count: 'absolute' }) };
}
