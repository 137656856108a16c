import { useMessages } from '../../i18n/messages.ts';
import { mayReview } from '../../state/session.ts';
import { SelectField } from '../../ui/field.tsx';
import { languageNames } from '../../ui/language-names.ts';
import { workMessages } from './messages.ts';
import { type Wish, changeWish, wish } from './wish.ts';

const LANGUAGES = ['kk-Arab', 'kk-Cyrl', 'kk-Latn', 'ru-petr1708', 'ru'] as const;
const DIFFICULTIES = ['easy', 'middling', 'hard'] as const;
const KINDS = ['transcribe', 'review'] as const;

/** Which pages one wants to be given. */
export function WishForm() {
  const t = useMessages(workMessages);
  const names = useMessages(languageNames);
  const { kind, language, difficulty } = wish.value;
  return (
    <details class="wish">
      <summary>{t('choose')}</summary>
      <div class="wish-fields">
        {mayReview.value && (
          <SelectField
            label={t('kind')}
            value={kind}
            choices={KINDS.map((value) => ({ value, label: t(`kind${value}`) }))}
            onChange={(value) => changeWish({ kind: value as Wish['kind'] })}
          />
        )}
        <SelectField
          label={t('language')}
          value={language}
          choices={[
            { value: '', label: t('anyLanguage') },
            ...LANGUAGES.map((value) => ({ value, label: names(value) })),
          ]}
          onChange={(value) => changeWish({ language: value })}
        />
        <SelectField
          label={t('difficulty')}
          hint={t('difficultyHint')}
          value={difficulty}
          choices={[
            { value: '', label: t('anyDifficulty') },
            ...DIFFICULTIES.map((value) => ({ value, label: t(value) })),
          ]}
          onChange={(value) => changeWish({ difficulty: value as Wish['difficulty'] })}
        />
      </div>
    </details>
  );
}
