/** Fields for dates of sources: EDTF with its reading in words while it is typed. */
import { useSignal } from '@preact/signals';
import type { CalendarName } from '../../worker/domain/time/calendars.ts';
import { useMessages } from '../i18n/messages.ts';
import { readEdtf } from './edtf.ts';
import { edtfMessages } from './edtf-messages.ts';
import { SelectField, TextField } from './field.tsx';

interface EdtfFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  calendar: CalendarName;
  error?: string | undefined;
}

export function EdtfField({ label, value, onInput, calendar, error }: EdtfFieldProps) {
  const t = useMessages(edtfMessages);
  // A date is wrong until its last digit is typed: it is called wrong only once the field is left.
  const typing = useSignal(false);
  const reading = readEdtf(value, calendar);
  const fault = reading?.fault;
  return (
    <div class="edtf-field" onFocusOut={() => (typing.value = false)}>
      <TextField
        label={label}
        value={value}
        onInput={(text) => {
          typing.value = true;
          onInput(text);
        }}
        error={fault === undefined ? error : typing.value ? undefined : fault}
        maxLength={60}
        spellcheck={false}
        autocomplete="off"
        dir="ltr"
      />
      <p class="field-hint" aria-live="polite">
        {reading?.words !== undefined && t('reads', { date: reading.words })}
        {fault !== undefined && typing.value && fault}
      </p>
    </div>
  );
}

const CALENDARS: CalendarName[] = ['julian', 'gregorian', 'hijri'];

export function CalendarField({
  label,
  value,
  onChange,
  none,
}: {
  label?: string;
  value: CalendarName | '';
  onChange: (value: CalendarName | '') => void;
  /** What no calendar means, where that can be chosen. */
  none?: string;
}) {
  const t = useMessages(edtfMessages);
  const named = CALENDARS.map((one) => ({
    value: one as string,
    label: t(`${one}Choice` as 'julianChoice'),
  }));
  return (
    <SelectField
      label={label ?? t('calendar')}
      value={value}
      choices={none === undefined ? named : [{ value: '', label: none }, ...named]}
      onChange={(chosen) => onChange(CALENDARS.find((one) => one === chosen) ?? '')}
    />
  );
}

const EXAMPLES = [
  ['1917 · 1917-07 · 1917-07-05', 'helpYear'],
  ['1917~ · 1917? · 1917%', 'helpAbout'],
  ['191X · 1917-07-XX', 'helpUnknown'],
  ['1919-21 · 1919-22 · 1919-23 · 1919-24', 'helpSeason'],
  ['1917-12/1918-04 · 1918/.. · ../1917', 'helpInterval'],
] as const;

/** How to write what, once for a whole form. */
export function EdtfHelp() {
  const t = useMessages(edtfMessages);
  return (
    <details class="small">
      <summary>{t('help')}</summary>
      <dl class="facts">
        {EXAMPLES.map(([written, key]) => [
          <dt key={key}>
            <code>{written}</code>
          </dt>,
          <dd key={`${key}-means`}>{t(key)}</dd>,
        ])}
      </dl>
    </details>
  );
}
