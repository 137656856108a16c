import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { CalendarField } from '../../ui/edtf-field.tsx';
import { readEdtf } from '../../ui/edtf.ts';
import { TextField } from '../../ui/field.tsx';
import { filterMessages } from './filter-messages.ts';
import { type Filters, dateOf } from './filters.ts';

interface DateFilterProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** From and to in a calendar of one's choice; typed dates apply when the fields are left or Enter is pressed. */
export function DateFilter({ filters, onChange }: DateFilterProps) {
  const t = useMessages(filterMessages);
  const typed = useSignal({ from: filters.from, to: filters.to });
  useEffect(() => {
    typed.value = { from: filters.from, to: filters.to };
  }, [filters.from, filters.to]);

  const readings = {
    from: read(typed.value.from, filters.calendar),
    to: read(typed.value.to, filters.calendar),
  };
  const apply = () => {
    const { from, to } = typed.peek();
    const wrong = [from, to].some((text) => read(text, filters.calendar)?.words === undefined && text.trim());
    if (wrong || (from === filters.from && to === filters.to)) return;
    onChange({ ...filters, from: from.trim(), to: to.trim() });
  };
  const field = (name: 'from' | 'to') => (
    <TextField
      label={t(name)}
      maxLength={10}
      dir="ltr"
      autocomplete="off"
      placeholder={name === 'from' ? '1905' : '1920'}
      value={typed.value[name]}
      error={readings[name]?.fault === undefined ? undefined : readings[name].fault || t('dateWrong')}
      onInput={(text) => (typed.value = { ...typed.peek(), [name]: text })}
    />
  );
  return (
    <form
      class="form date-filter"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onFocusOut={apply}
    >
      <div class="date-filter-row">
        {field('from')}
        {field('to')}
      </div>
      <p class="field-hint">{t('dateHint')}</p>
      <CalendarField
        label={t('calendar')}
        value={filters.calendar}
        onChange={(calendar) => calendar !== '' && onChange({ ...filters, ...typed.peek(), calendar })}
      />
      <Button type="submit" small>
        {t('apply')}
      </Button>
    </form>
  );
}

/** Null where nothing is typed; an empty fault where it is no date of the kinds that are taken here. */
function read(text: string, calendar: Filters['calendar']) {
  if (text.trim() === '') return null;
  const edtf = dateOf(text);
  return edtf === undefined ? { fault: '' } : readEdtf(edtf, calendar);
}
