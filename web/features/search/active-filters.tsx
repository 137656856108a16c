/** What the search is narrowed by, each with a way to take it back. */
import { type Translate, useMessages } from '../../i18n/messages.ts';
import { useResource } from '../../state/resource.ts';
import { Button } from '../../ui/button.tsx';
import { dateText } from '../../ui/date-text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { titleText } from '../../ui/titles.tsx';
import { layerName, scriptName, statusName } from './facet-names.ts';
import { filterMessages } from './filter-messages.ts';
import { type Filters, LAYERS, countFilters, dateOf, withoutFilters } from './filters.ts';
import './active-filters.css';

interface ActiveFiltersProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

type Words = Translate<(typeof filterMessages)['catalogues']['en']>;

/** A part of the search that has a name in this view, or a record that has one of its own. */
type Part = { name: string; path?: never } | { path: string; name?: never };

export function ActiveFilters({ filters, onChange }: ActiveFiltersProps) {
  const t = useMessages(filterMessages);
  if (countFilters(filters) === 0) return null;
  const parts = partsOf(filters, t);
  return (
    <div class="chips" role="group" aria-label={t('active')}>
      <ul>
        {parts.map(({ key, without, ...part }) => (
          <Chip key={key} part={part} onRemove={() => onChange({ ...filters, ...without })} />
        ))}
      </ul>
      <Button small look="plain" onClick={() => onChange(withoutFilters(filters))}>
        {t('reset')}
      </Button>
    </div>
  );
}

function partsOf(filters: Filters, t: Words): (Part & { key: string; without: Partial<Filters> })[] {
  const { from, to, publication, entities, place, stage, layers, script, status } = filters;
  return [
    ...(filters.literal ? [{ key: 'literal', name: t('literal'), without: { literal: false } }] : []),
    ...(filters.inflect ? [] : [{ key: 'inflect', name: t('noInflect'), without: { inflect: true } }]),
    ...(filters.near ? [] : [{ key: 'near', name: t('noNear'), without: { near: true } }]),
    ...(from || to ? [{ key: 'dates', name: spanText(filters, t), without: { from: '', to: '' } }] : []),
    ...(publication
      ? [{ key: 'publication', path: `/publications/${publication}`, without: { publication: '' } }]
      : []),
    ...entities.map((id) => ({
      key: id,
      path: `/entities/${id}`,
      without: { entities: entities.filter((one) => one !== id) },
    })),
    ...(place ? [{ key: 'place', path: `/entities/${place}`, without: { place: '' } }] : []),
    ...(stage ? [{ key: 'stage', path: `/stages/${stage}`, without: { stage: '' } }] : []),
    ...(layers.length < LAYERS.length
      ? [{ key: 'layers', name: layers.map(layerName).join(', '), without: { layers: LAYERS } }]
      : []),
    ...(script ? [{ key: 'script', name: scriptName(script), without: { script: '' } }] : []),
    ...(status ? [{ key: 'status', name: statusName(status), without: { status: '' } }] : []),
  ];
}

/** The dates in words, in the calendar that they were typed in. */
function spanText({ from, to, calendar }: Filters, t: Words): string {
  const words = (text: string) => dateText({ calendar, edtf: dateOf(text) ?? text });
  if (!to) return t('since', { from: words(from) });
  if (!from) return t('until', { to: words(to) });
  return from === to ? words(from) : t('span', { from: words(from), to: words(to) });
}

function Chip({ part, onRemove }: { part: Part; onRemove: () => void }) {
  const t = useMessages(filterMessages);
  const record = useResource<{ title?: Record<string, string>; label?: Record<string, string> }>(
    part.path ?? null,
  );
  const texts = record.data?.title ?? record.data?.label;
  // Until its name is here, or where there is none, it can be taken back all the same.
  const name = part.name ?? (texts ? titleText(texts) : '…');
  return (
    <li>
      <button type="button" class="chip" aria-label={t('remove', { filter: name })} onClick={onRemove}>
        <bdi>{name}</bdi> <Icon name="cross" size={14} />
      </button>
    </li>
  );
}
