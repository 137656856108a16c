import { useSignal } from '@preact/signals';
import type { Scheme } from '../../../worker/shapes/schemes.ts';
import type { FacetValues } from '../../../worker/shapes/search.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { SelectField } from '../../ui/field.tsx';
import { Loading, ProblemNotice } from '../../ui/notice.tsx';
import { Title, titleText } from '../../ui/titles.tsx';
import { FacetList } from './facet-list.tsx';
import { filterMessages } from './filter-messages.ts';

interface StageFacetProps {
  values: FacetValues['values'] | undefined;
  chosen: string;
  onChoose: (stage: string) => void;
}

/** The stages that the pages found lie in, under one division at a time: divisions overlap. */
export function StageFacet({ values, chosen, onChoose }: StageFacetProps) {
  const t = useMessages(filterMessages);
  const schemes = useList<Scheme>('/schemes?limit=100');
  const wanted = useSignal('');
  const ofChosen = schemes.items.find(({ stages }) => stages.some(({ id }) => id === chosen));
  const scheme = schemes.items.find(({ id }) => id === wanted.value) ?? ofChosen ?? schemes.items[0];
  if (!scheme)
    return (
      <>
        <ProblemNotice problem={schemes.problem} onRetry={schemes.reload} />
        {schemes.loading && <Loading />}
      </>
    );
  const counts = new Map(values?.map(({ value, count }) => [value, count]));
  const found = scheme.stages.filter(({ id }) => counts.has(id));
  return (
    <>
      <SelectField
        label={t('scheme')}
        value={scheme.id}
        choices={schemes.items.map(({ id, title }) => ({ value: id, label: titleText(title) }))}
        onChange={(id) => (wanted.value = id)}
      />
      {values === undefined ? (
        <p class="field-hint">{t('counting')}</p>
      ) : found.length === 0 ? (
        <p class="field-hint">{t('stageNone')}</p>
      ) : (
        <FacetList
          choices={found.map(({ id, key, label }) => ({
            value: id,
            count: counts.get(id) ?? 0,
            label: (
              <>
                {key}. <Title of={label} />
              </>
            ),
          }))}
          chosen={[chosen]}
          onToggle={(id) => onChoose(id === chosen ? '' : id)}
        />
      )}
    </>
  );
}
