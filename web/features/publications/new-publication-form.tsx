import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import type { Publication } from '../../../worker/shapes/publications.ts';
import { ApiProblem, post } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useSending } from '../../ui/form.ts';
import { languageName, SOURCE_LANGUAGES } from '../../ui/language-names.ts';
import { toast } from '../../ui/live-region.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { publicationMessages } from './messages.ts';

const TITLES = [
  ['kk-Arab', 'titleKkArab'],
  ['kk-Cyrl', 'titleKkCyrl'],
  ['ru-petr1708', 'titleRuOld'],
  ['ru', 'titleRu'],
  ['ar', 'titleAr'],
  ['en', 'titleEn'],
] as const;

/** Adds a periodical, then opens it. */
export function NewPublicationForm({ onCancel }: { onCancel: () => void }) {
  const t = useMessages(publicationMessages);
  const ui = useMessages(uiMessages);
  const { route } = useLocation();
  const titles = useSignal<Record<string, string>>({});
  const place = useSignal('');
  const editors = useSignal('');
  const languages = useSignal<string[]>([]);
  const rights = useSignal('');

  const sending = useSending(async (idempotencyKey) => {
    const title = withoutEmpty(titles.value);
    const missing = [
      Object.keys(title).length === 0 && { path: ['title'], code: 'missing', message: t('needTitle') },
      languages.value.length === 0 && { path: ['languages'], code: 'missing', message: t('needLanguage') },
    ].filter((one) => one !== false);
    if (missing.length > 0) throw new ApiProblem('invalid-request', 0, '', { errors: missing });
    const body = {
      title,
      languages: languages.value,
      ...(place.value.trim() ? { place: { en: place.value.trim() } } : {}),
      ...(editors.value.trim() ? { editors: linesOf(editors.value) } : {}),
      ...(rights.value.trim() ? { rights: { statement: rights.value.trim() } } : {}),
    };
    const { data } = await post<Publication>('/publications', body, { idempotencyKey });
    toast(t('created'), 'good');
    route(`/publications/${data.id}`);
  });

  const toggle = (tag: string, on: boolean) => {
    languages.value = on ? [...languages.value, tag] : languages.value.filter((one) => one !== tag);
  };

  return (
    <form class="form" onSubmit={sending.submit} noValidate>
      <ProblemNotice problem={sending.problem} />
      <fieldset>
        <legend>{t('titleField')}</legend>
        <p class="field-hint">{t('titleHint')}</p>
        {sending.errorFor('title') && <p class="field-error">{sending.errorFor('title')}</p>}
        <div class="form">
          {TITLES.map(([tag, key]) => (
            <TextField
              key={tag}
              label={t(key)}
              dir="auto"
              maxLength={500}
              value={titles.value[tag] ?? ''}
              error={sending.errorFor('title', tag)}
              onInput={(text) => (titles.value = { ...titles.value, [tag]: text })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t('languagesField')}</legend>
        {sending.errorFor('languages') && <p class="field-error">{sending.errorFor('languages')}</p>}
        <div class="checks">
          {SOURCE_LANGUAGES.map((tag) => (
            <label class="check" key={tag}>
              <input
                type="checkbox"
                checked={languages.value.includes(tag)}
                onChange={(event) => toggle(tag, event.currentTarget.checked)}
              />
              {languageName(tag)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={t('placeField')}
        dir="auto"
        value={place.value}
        onInput={(text) => (place.value = text)}
      />
      <TextArea
        label={t('editorsField')}
        hint={t('editorsHint')}
        dir="auto"
        value={editors.value}
        error={sending.errorFor('editors')}
        onInput={(text) => (editors.value = text)}
      />
      <TextArea
        label={t('rightsField')}
        hint={t('rightsHint')}
        dir="auto"
        value={rights.value}
        error={sending.errorFor('rights', 'statement')}
        onInput={(text) => (rights.value = text)}
      />
      <div class="form-actions">
        <Button type="submit" look="primary" busy={sending.busy}>
          {t('create')}
        </Button>
        <Button onClick={onCancel}>{ui('cancel')}</Button>
      </div>
    </form>
  );
}

function withoutEmpty(texts: Record<string, string>): Record<string, string> {
  const filled = Object.entries(texts).map(([tag, text]) => [tag, text.trim()] as const);
  return Object.fromEntries(filled.filter(([, text]) => text !== ''));
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
