/** All that narrows a search, with the number of pages that each choice would leave. */
import type { ComponentChildren } from 'preact';
import type { FacetValues } from '../../../worker/shapes/search.ts';
import { formatNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Title } from '../../ui/titles.tsx';
import { DateFilter } from './date-filter.tsx';
import { FacetList } from './facet-list.tsx';
import { layerName, scriptName, statusName } from './facet-names.ts';
import { filterMessages } from './filter-messages.ts';
import { type Filters, LAYERS, type SearchLayer } from './filters.ts';
import { StageFacet } from './stage-facet.tsx';
import { YearBars } from './year-bars.tsx';
import './filter-panel.css';

type Facet = FacetValues['facet'];
type Values = FacetValues['values'];

interface FilterPanelProps {
  filters: Filters;
  /** Undefined until they are counted, and where nothing is searched. */
  counts: readonly FacetValues[] | undefined;
  /** Years are counted as if no dates were chosen, so that another year can be chosen. */
  years: Values | undefined;
  onChange: (filters: Filters) => void;
}

export function FilterPanel({ filters, counts, years, onChange }: FilterPanelProps) {
  const t = useMessages(filterMessages);
  const valuesOf = (facet: Facet) => counts?.find((one) => one.facet === facet)?.values;
  const change = (changed: Partial<Filters>) => onChange({ ...filters, ...changed });
  const one = (facet: 'publication' | 'place' | 'script' | 'status', name?: (value: string) => string) => {
    const chosen = filters[facet];
    return (
      <Counted values={valuesOf(facet)}>
        {(values) => (
          <FacetList
            // What has no value cannot be searched for.
            choices={values
              .filter(({ value }) => value !== '')
              .map(({ value, label, count }) => ({
                value,
                count,
                label: label ? <Title of={label} /> : (name?.(value) ?? value),
              }))}
            chosen={[chosen]}
            onToggle={(value) => change({ [facet]: value === chosen ? '' : value })}
          />
        )}
      </Counted>
    );
  };
  return (
    <div class="filter-panel">
      <Group title={t('how')} open>
        <Switch label={t('literal')} on={filters.literal} onChange={(literal) => change({ literal })} />
        <Switch
          label={t('inflect')}
          on={filters.inflect && !filters.literal}
          disabled={filters.literal}
          onChange={(inflect) => change({ inflect })}
        />
        <Switch
          label={t('near')}
          on={filters.near && !filters.literal}
          disabled={filters.literal}
          onChange={(near) => change({ near })}
        />
      </Group>
      <Group title={t('when')} open>
        {years && <YearBars counts={years} filters={filters} onChange={onChange} />}
        <DateFilter filters={filters} onChange={onChange} />
      </Group>
      <Group title={t('publication')} open>
        {one('publication')}
      </Group>
      <Group title={t('layer')} open>
        <Layers filters={filters} counts={valuesOf('layer')} onChange={change} />
      </Group>
      <Group title={t('stage')} open={filters.stage !== ''}>
        <StageFacet
          values={valuesOf('stage')}
          chosen={filters.stage}
          onChoose={(stage) => change({ stage })}
        />
      </Group>
      <Group title={t('entity')} open={filters.entities.length > 0}>
        <Counted values={valuesOf('entity')}>
          {(values) => (
            <>
              <FacetList
                choices={values.map(({ value, label, count }) => ({
                  value,
                  count,
                  label: label ? <Title of={label} /> : value,
                }))}
                chosen={filters.entities}
                onToggle={(id) =>
                  change({
                    entities: filters.entities.includes(id)
                      ? filters.entities.filter((other) => other !== id)
                      : [...filters.entities, id],
                  })
                }
              />
              <p class="field-hint">{t('facetTags')}</p>
            </>
          )}
        </Counted>
      </Group>
      <Group title={t('place')} open={filters.place !== ''}>
        {one('place')}
      </Group>
      <Group title={t('script')} open={filters.script !== ''}>
        {one('script', scriptName)}
      </Group>
      <Group title={t('status')} open={filters.status !== ''}>
        {one('status', statusName)}
      </Group>
    </div>
  );
}

function Group({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) {
  return (
    <details class="filter-group" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** The counts come after the hits. */
function Counted({
  values,
  children,
}: {
  values: Values | undefined;
  children: (values: Values) => ComponentChildren;
}) {
  const t = useMessages(filterMessages);
  return <>{values ? children(values) : <p class="field-hint">{t('counting')}</p>}</>;
}

function Switch({
  label,
  on,
  disabled,
  onChange,
}: {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

function Layers({
  filters,
  counts,
  onChange,
}: {
  filters: Filters;
  counts: Values | undefined;
  onChange: (changed: Partial<Filters>) => void;
}) {
  const toggle = (layer: SearchLayer, on: boolean) => {
    const layers = LAYERS.filter((one) => (one === layer ? on : filters.layers.includes(one)));
    // Searching nowhere is no search: taking away the last layer brings all of them back.
    onChange({ layers: layers.length > 0 ? layers : LAYERS });
  };
  return (
    <ul class="facet">
      {LAYERS.map((layer) => {
        const count = counts?.find(({ value }) => value === layer)?.count ?? (counts ? 0 : undefined);
        return (
          <li key={layer} class="facet-check">
            <Switch
              label={layerName(layer)}
              on={filters.layers.includes(layer)}
              onChange={(on) => toggle(layer, on)}
            />
            {count !== undefined && filters.layers.includes(layer) && (
              <span class="facet-count">{formatNumber(count, language.value)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
