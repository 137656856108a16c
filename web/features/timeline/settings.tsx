import { lazy } from 'preact-iso';
import { useSignal } from '@preact/signals';
import type { Publication } from '../../../worker/shapes/publications.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { titleText } from '../../ui/titles.tsx';
import type { Shown } from './address.ts';
import { timelineMessages } from './messages.ts';
import { FIRST_YEAR, LAST_YEAR } from './picture/axis.ts';

const EntityPicker = lazy(() => import('./entity-picker.tsx'));

const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => String(FIRST_YEAR + index));

interface SettingsProps {
  shown: Shown;
  entityName: string | undefined;
  onChange: (changed: Partial<Shown>) => void;
}

/** What is shown and how; each choice applies at once and stands in the address. */
export function Settings({ shown, entityName, onChange }: SettingsProps) {
  const t = useMessages(timelineMessages);
  const publications = useList<Publication>('/publications?limit=200');
  const years = YEARS.map((year) => ({ value: year, label: year }));
  const zoom = (firstYear: number, lastYear: number) => onChange({ firstYear, lastYear });
  return (
    <section class="tl-settings form" aria-label={t('settings')}>
      <div class="form-row">
        <SelectField
          label={t('publication')}
          value={shown.publication}
          choices={[
            { value: '', label: t('allPublications') },
            ...publications.items.map((one) => ({ value: one.id, label: titleText(one.title) })),
          ]}
          onChange={(publication) => onChange({ publication })}
        />
        <SelectField
          label={t('style')}
          value={shown.style}
          choices={[
            { value: 'gregorian', label: t('gregorian') },
            { value: 'julian', label: t('julian') },
          ]}
          onChange={(style) => onChange({ style: style === 'julian' ? 'julian' : 'gregorian' })}
        />
        <SelectField
          label={t('scale')}
          value={shown.scale}
          choices={[
            { value: 'linear', label: t('linear') },
            { value: 'log', label: t('log') },
          ]}
          onChange={(scale) => onChange({ scale: scale === 'log' ? 'log' : 'linear' })}
        />
      </div>
      <div class="tl-zoom">
        <SelectField
          label={t('fromYear')}
          value={String(shown.firstYear)}
          choices={years}
          onChange={(year) => zoom(Number(year), Math.max(Number(year), shown.lastYear))}
        />
        <SelectField
          label={t('toYear')}
          value={String(shown.lastYear)}
          choices={years}
          onChange={(year) => zoom(Math.min(Number(year), shown.firstYear), Number(year))}
        />
        <Button onClick={() => zoom(FIRST_YEAR, LAST_YEAR)}>{t('wholePeriod')}</Button>
        <Button onClick={() => zoom(1917, 1918)}>{t('year1917')}</Button>
        <EntityChoice entityName={entityName} onChoose={(entity) => onChange({ entity })} />
      </div>
    </section>
  );
}

function EntityChoice({
  entityName,
  onChoose,
}: {
  entityName: string | undefined;
  onChoose: (entity: string) => void;
}) {
  const t = useMessages(timelineMessages);
  const open = useSignal(false);
  const choose = (entity: string) => {
    open.value = false;
    onChoose(entity);
  };
  return (
    <div class="tl-entity">
      {entityName !== undefined && (
        <span>
          {t('entity')}: <bdi>{entityName}</bdi>
        </span>
      )}
      <Button icon="search" onClick={() => (open.value = true)}>
        {entityName === undefined ? `${t('entity')}: ${t('chooseEntity')}` : t('otherEntity')}
      </Button>
      {entityName !== undefined && (
        <Button look="plain" icon="cross" onClick={() => choose('')}>
          {t('noEntity')}
        </Button>
      )}
      {open.value && (
        <EntityPicker onChoose={(entity) => choose(entity.id)} onClose={() => (open.value = false)} />
      )}
    </div>
  );
}
