import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { filterMessages } from './filter-messages.ts';

export interface FacetChoice {
  value: string;
  label: ComponentChildren;
  count: number;
}

interface FacetListProps {
  choices: readonly FacetChoice[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
}

/** More than so many are behind a button. */
const FIRST_CHOICES = 8;

/** What the pages found are spread over: each value with its count, a press narrows the search to it. */
export function FacetList({ choices, chosen, onToggle }: FacetListProps) {
  const t = useMessages(filterMessages);
  const all = useSignal(false);
  const shown = all.value ? choices : choices.slice(0, FIRST_CHOICES);
  if (choices.length === 0) return <p class="field-hint">{t('facetNone')}</p>;
  return (
    <>
      <ul class="facet">
        {shown.map(({ value, label, count }) => (
          <li key={value}>
            <button
              type="button"
              class="facet-choice"
              aria-pressed={chosen.includes(value)}
              onClick={() => onToggle(value)}
            >
              <span class="facet-label">{label}</span>{' '}
              <span class="facet-count">{formatNumber(count, language.value)}</span>
            </button>
          </li>
        ))}
      </ul>
      {choices.length > shown.length && (
        <Button small look="plain" onClick={() => (all.value = true)}>
          {t('showAll', { number: choices.length })}
        </Button>
      )}
    </>
  );
}
