/** The same text in the three languages of the UI; texts in other languages stay as they are. */
import { LANGUAGES, type Language } from '../i18n/language.ts';
import { useMessages } from '../i18n/messages.ts';
import { TextArea, TextField } from './field.tsx';
import { formMessages } from './form-messages.ts';

interface TextsFieldProps {
  label: string;
  hint?: string;
  value: Record<string, string>;
  onInput: (value: Record<string, string>) => void;
  /** The message on the text in a language; on the whole where no language is given. */
  errorFor: (language?: string) => string | undefined;
  /** One line each. */
  short?: boolean;
}

const IN: Record<Language, 'inKk' | 'inRu' | 'inEn'> = { kk: 'inKk', ru: 'inRu', en: 'inEn' };

export function TextsField({ label, hint, value, onInput, errorFor, short }: TextsFieldProps) {
  const t = useMessages(formMessages);
  const error = errorFor();
  // Texts that the record has in a tag such as kk-Arab can be changed too.
  const tags = [
    ...LANGUAGES,
    ...Object.keys(value).filter((tag) => !(LANGUAGES as readonly string[]).includes(tag)),
  ];
  const Control = short ? TextField : TextArea;
  return (
    <fieldset aria-invalid={error ? 'true' : undefined}>
      <legend>{label}</legend>
      {hint && <p class="field-hint">{hint}</p>}
      {error && <p class="field-error">{error}</p>}
      <div class={short ? 'form-row' : 'form'}>
        {tags.map((tag) => (
          <Control
            key={tag}
            label={tag in IN ? t(IN[tag as Language]) : tag}
            lang={tag}
            dir="auto"
            maxLength={500}
            {...(short ? {} : { rows: 2 })}
            value={value[tag] ?? ''}
            error={errorFor(tag)}
            onInput={(text) => onInput({ ...value, [tag]: text })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Undefined where there is a text in no language. */
export function filledTexts(texts: Record<string, string>): Record<string, string> | undefined {
  const filled = Object.entries(texts)
    .map(([tag, text]) => [tag, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}
