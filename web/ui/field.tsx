/** Labelled fields: label, hint and error are tied to the control, so that a screen reader says all three. */
import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';

interface Common {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  /** The label is there for screen readers only. */
  hideLabel?: boolean | undefined;
}

interface Wired {
  id: string;
  'aria-invalid': 'true' | undefined;
  'aria-describedby': string | undefined;
}

function Field({
  label,
  hint,
  error,
  hideLabel,
  control,
}: Common & { control: (wired: Wired) => ComponentChildren }) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label class={hideLabel ? 'visually-hidden' : undefined} for={id}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {control({
        id,
        'aria-invalid': error ? 'true' : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

interface TextProps extends Common {
  name?: string;
  value: string;
  onInput: (value: string) => void;
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
  maxLength?: number;
  /** `auto` where the text may be in any script. */
  dir?: 'auto' | 'ltr' | 'rtl';
  lang?: string;
  autocomplete?: AutoFill;
  spellcheck?: boolean;
  /** The id of a `<datalist>` to choose from. */
  list?: string;
}

type AutoFill = 'off' | 'name' | 'email' | 'current-password' | 'new-password';

export function TextField({
  label,
  hint,
  error,
  hideLabel,
  onInput,
  inputRef,
  type = 'text',
  ...rest
}: TextProps & {
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'date';
  inputRef?: Ref<HTMLInputElement>;
}) {
  // Preact's types are a union by `type`; what all of these kinds share is what a text input takes.
  const typed = { type } as { type: 'text' };
  return (
    <Field
      {...{ label, hint, error, hideLabel }}
      control={(wired) => (
        <input
          {...rest}
          {...wired}
          {...typed}
          ref={inputRef ?? null}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    />
  );
}

export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  onInput,
  rows = 3,
  ...rest
}: TextProps & { rows?: number }) {
  return (
    <Field
      {...{ label, hint, error, hideLabel }}
      control={(wired) => (
        <textarea {...rest} {...wired} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
    />
  );
}

interface Choice {
  value: string;
  label: string;
}

interface SelectProps extends Common {
  name?: string;
  value: string;
  onChange: (value: string) => void;
  choices: Choice[];
  disabled?: boolean;
}

export function SelectField({
  label,
  hint,
  error,
  hideLabel,
  choices,
  value,
  onChange,
  ...rest
}: SelectProps) {
  return (
    <Field
      {...{ label, hint, error, hideLabel }}
      control={(wired) => (
        <select {...rest} {...wired} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    />
  );
}
