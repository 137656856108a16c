import { useMessages } from '../i18n/messages.ts';
import { ChoiceOrOther } from './choice-or-other.tsx';
import { formMessages } from './form-messages.ts';
import { SOURCE_LANGUAGES, languageName } from './language-names.ts';

/** The language and script of a text, by name; any other by its tag. */
export function LanguageField({
  value,
  onInput,
  error,
}: {
  value: string;
  onInput: (tag: string) => void;
  error?: string | undefined;
}) {
  const t = useMessages(formMessages);
  return (
    <ChoiceOrOther
      label={t('languageField')}
      value={value}
      choices={SOURCE_LANGUAGES.map((tag) => ({ value: tag, label: languageName(tag) }))}
      otherLabel={t('languageTag')}
      otherHint={t('languageTagHint')}
      maxLength={35}
      error={error}
      onInput={onInput}
    />
  );
}
