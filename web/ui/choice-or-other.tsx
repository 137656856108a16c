/** A choice from a list, or a word of one's own where the list has none that fits. */
import { useSignal } from '@preact/signals';
import { useMessages } from '../i18n/messages.ts';
import { SelectField, TextField } from './field.tsx';
import { formMessages } from './form-messages.ts';

interface ChoiceOrOtherProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  choices: { value: string; label: string }[];
  /** What the word of one's own is called. */
  otherLabel: string;
  otherHint?: string;
  error?: string | undefined;
  maxLength?: number;
}

const OTHER = '\u0000other';

export function ChoiceOrOther(props: ChoiceOrOtherProps) {
  const { value, onInput, choices, error } = props;
  const t = useMessages(formMessages);
  const known = choices.some((choice) => choice.value === value);
  const own = useSignal(!known && value !== '');
  const free = own.value || (!known && value !== '');
  return (
    <div class="choice-or-other">
      <SelectField
        label={props.label}
        value={free ? OTHER : value}
        choices={[
          ...(value === '' && !free ? [{ value: '', label: t('choose') }] : []),
          ...choices,
          { value: OTHER, label: t('other') },
        ]}
        error={free ? undefined : error}
        onChange={(chosen) => {
          own.value = chosen === OTHER;
          onInput(chosen === OTHER ? '' : chosen);
        }}
      />
      {free && (
        <TextField
          label={props.otherLabel}
          value={value}
          onInput={onInput}
          error={error}
          dir="auto"
          {...(props.otherHint ? { hint: props.otherHint } : {})}
          {...(props.maxLength ? { maxLength: props.maxLength } : {})}
        />
      )}
    </div>
  );
}
