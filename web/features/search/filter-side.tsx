import { useSignal } from '@preact/signals';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useMedia } from '../page/use-media.ts';
import { filterMessages } from './filter-messages.ts';
import { FilterPanel } from './filter-panel.tsx';
import { countFilters } from './filters.ts';
import { searchMessages } from './messages.ts';
import './filter-side.css';

/** The filters: beside the results where there is room, elsewhere in a sheet of their own. */
export function FilterSide({
  sheet = false,
  ...props
}: Parameters<typeof FilterPanel>[0] & {
  /** Always in the sheet: where what is found needs the whole width. */
  sheet?: boolean;
}) {
  const t = useMessages(filterMessages);
  const words = useMessages(searchMessages);
  const wide = useMedia('(min-width: 60rem)');
  const open = useSignal(false);
  const number = countFilters(props.filters);
  if (wide.value && !sheet)
    return (
      <aside class="filter-side" aria-label={t('filters')}>
        <a class="filter-skip" href="#results" onClick={toResults}>
          {words('toResults')}
        </a>
        <FilterPanel {...props} />
      </aside>
    );
  return (
    <div class="filter-sheet">
      <Button icon="menu" aria-haspopup="dialog" onClick={() => (open.value = true)}>
        {number === 0 ? t('filters') : t('filtersCount', { number })}
      </Button>
      <Dialog open={open.value} title={t('filters')} onClose={() => (open.value = false)}>
        <FilterPanel {...props} />
        <p class="filter-done">
          <Button look="primary" onClick={() => (open.value = false)}>
            {t('showResults')}
          </Button>
        </p>
      </Dialog>
    </div>
  );
}

/** The address holds the search, so the link leads without it. */
function toResults(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('results')?.focus();
}
