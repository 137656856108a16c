import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Publication } from '../../../worker/shapes/publications.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { titleText } from '../../ui/titles.tsx';
import { type Filters, LAYERS, type SearchLayer, isWrongDate } from './filters.ts';
import { searchMessages } from './messages.ts';

const LAYER_WORDS = { reviewed: 'layerReviewed', transcribed: 'layerTranscribed', ocr: 'layerOcr' } as const;

/** Choices apply at once; typed dates when the field is left or Enter is pressed. */
export function SearchFilters({
  filters,
  onChange,
}: {
  filters: Filters;
  onChange: (filters: Filters) => void;
}) {
  const t = useMessages(searchMessages);
  const ui = useMessages(uiMessages);
  const publications = useList<Publication>('/publications?limit=200');
  const dates = useSignal({ from: filters.from, to: filters.to });
  useEffect(() => {
    dates.value = { from: filters.from, to: filters.to };
  }, [filters.from, filters.to]);

  const applyDates = () => {
    const { from, to } = dates.peek();
    if (isWrongDate(from) || isWrongDate(to)) return;
    if (from !== filters.from || to !== filters.to)
      onChange({ ...filters, from: from.trim(), to: to.trim() });
  };
  const toggle = (layer: SearchLayer, on: boolean) => {
    const layers = LAYERS.filter((one) => (one === layer ? on : filters.layers.includes(one)));
    // Searching nowhere is no search: taking away the last layer brings all of them back.
    onChange({ ...filters, layers: layers.length > 0 ? layers : LAYERS });
  };
  const dateField = (name: 'from' | 'to') => (
    <TextField
      label={t(name)}
      maxLength={10}
      placeholder={name === 'from' ? '1905' : '1920'}
      value={dates.value[name]}
      error={isWrongDate(dates.value[name]) ? t('dateWrong') : undefined}
      onInput={(text) => (dates.value = { ...dates.peek(), [name]: text })}
    />
  );
  const active =
    filters.layers.length < LAYERS.length ||
    filters.from ||
    filters.to ||
    filters.publication ||
    filters.literal;

  return (
    <details class="search-filters" open={Boolean(active)}>
      <summary>{t('filters')}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          applyDates();
        }}
      >
        <fieldset class="search-layers">
          <legend>{t('layers')}</legend>
          {LAYERS.map((layer) => (
            <label class="check" key={layer}>
              <input
                type="checkbox"
                checked={filters.layers.includes(layer)}
                onChange={(event) => toggle(layer, event.currentTarget.checked)}
              />
              {ui(LAYER_WORDS[layer])}
            </label>
          ))}
        </fieldset>
        <div class="form-row" onFocusOut={applyDates}>
          {dateField('from')}
          {dateField('to')}
          <SelectField
            label={t('publication')}
            value={filters.publication}
            choices={[
              { value: '', label: t('anyPublication') },
              ...publications.items.map((one) => ({ value: one.id, label: titleText(one.title) })),
            ]}
            onChange={(publication) => onChange({ ...filters, publication })}
          />
        </div>
        <p class="field-hint">{t('dateHint')}</p>
        <label class="check">
          <input
            type="checkbox"
            checked={filters.literal}
            onChange={(event) => onChange({ ...filters, literal: event.currentTarget.checked })}
          />
          {t('literal')}
        </label>
        <div class="form-actions">
          <Button type="submit">{t('apply')}</Button>
          {active && (
            <Button
              look="plain"
              onClick={() =>
                onChange({ q: filters.q, layers: LAYERS, from: '', to: '', publication: '', literal: false })
              }
            >
              {t('reset')}
            </Button>
          )}
        </div>
      </form>
    </details>
  );
}
