import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { formatDate } from '../../../worker/domain/time/format.ts';
import type { Issue } from '../../../worker/shapes/issues.ts';
import type { Publication } from '../../../worker/shapes/publications.ts';
import { ApiProblem, post } from '../../api/client.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { useSending } from '../../ui/form.ts';
import { languageName, SOURCE_LANGUAGES } from '../../ui/language-names.ts';
import { toast } from '../../ui/live-region.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { issueMessages } from './messages.ts';

type Calendar = Issue['date']['calendar'];
const CALENDARS: Calendar[] = ['julian', 'gregorian', 'hijri'];

interface IssueFields {
  number: string;
  calendar: Calendar;
  edtf: string;
  printed: string;
  language: string;
  archive: string;
  fonds: string;
  file: string;
  rights: string;
}

/** Adds an issue to a periodical, then opens it for uploading its pages. */
export function NewIssueForm({ publication, onCancel }: { publication: Publication; onCancel: () => void }) {
  const t = useMessages(issueMessages);
  const ui = useMessages(uiMessages);
  const { route } = useLocation();
  const form = useSignal<IssueFields>({
    number: '',
    calendar: 'julian',
    edtf: '',
    printed: '',
    language: publication.languages[0] ?? 'kk-Arab',
    archive: '',
    fonds: '',
    file: '',
    rights: publication.rights?.statement ?? '',
  });
  const set = (name: keyof typeof form.value) => (value: string) => {
    form.value = { ...form.value, [name]: value };
  };

  const sending = useSending(async (idempotencyKey) => {
    const body = bodyOf(publication, form.value);
    const missing = [
      body.number === '' && { path: ['number'], code: 'missing', message: t('needNumber') },
      body.date.edtf === '' && { path: ['date', 'edtf'], code: 'missing', message: t('needDate') },
    ].filter((one) => one !== false);
    if (missing.length > 0) throw new ApiProblem('invalid-request', 0, '', { errors: missing });
    const { data } = await post<Issue>('/issues', body, { idempotencyKey });
    toast(t('created'), 'good');
    route(`/issues/${data.id}`);
  });

  const { value } = form;
  const read = readDate(value.calendar, value.edtf);
  const languages = [...new Set([...publication.languages, ...SOURCE_LANGUAGES])];
  return (
    <form class="form" onSubmit={sending.submit} noValidate>
      <ProblemNotice problem={sending.problem} />
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        maxLength={60}
        value={value.number}
        error={sending.errorFor('number')}
        onInput={set('number')}
      />
      <SelectField
        label={t('calendar')}
        value={value.calendar}
        choices={CALENDARS.map((calendar) => ({ value: calendar, label: t(calendar) }))}
        onChange={set('calendar')}
      />
      <div>
        <TextField
          label={t('edtf')}
          hint={t('edtfHint')}
          maxLength={100}
          spellcheck={false}
          value={value.edtf}
          error={
            sending.errorFor('date', 'edtf') &&
            (read === undefined ? t('edtfWrong') : sending.errorFor('date', 'edtf'))
          }
          onInput={set('edtf')}
        />
        <p class="field-hint" aria-live="polite">
          {read && t('edtfShown', { date: read })}
        </p>
      </div>
      <TextField
        label={t('printedField')}
        dir="auto"
        maxLength={200}
        value={value.printed}
        onInput={set('printed')}
      />
      <SelectField
        label={t('language')}
        value={value.language}
        choices={languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
        error={sending.errorFor('language')}
        onChange={set('language')}
      />
      <fieldset>
        <legend>{t('provenance')}</legend>
        <div class="form">
          <TextField label={t('archive')} dir="auto" value={value.archive} onInput={set('archive')} />
          <div class="form-row">
            <TextField label={t('fonds')} dir="auto" value={value.fonds} onInput={set('fonds')} />
            <TextField label={t('file')} dir="auto" value={value.file} onInput={set('file')} />
          </div>
        </div>
      </fieldset>
      <TextArea
        label={t('rightsField')}
        hint={t('rightsHint')}
        dir="auto"
        value={value.rights}
        error={sending.errorFor('rights', 'statement')}
        onInput={set('rights')}
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

/** The date in words, so that a slip shows before it is sent; undefined while it cannot be read. */
function readDate(calendar: Calendar, edtf: string): string | undefined {
  if (edtf.trim() === '') return undefined;
  try {
    return formatDate({ calendar, edtf: edtf.trim() }, language.value);
  } catch {
    return undefined;
  }
}

function bodyOf(publication: Publication, form: IssueFields) {
  const filled = (name: keyof IssueFields) => form[name].trim();
  const provenance = Object.fromEntries(
    (['archive', 'fonds', 'file'] as const)
      .map((name) => [name, filled(name)] as const)
      .filter(([, text]) => text !== ''),
  );
  return {
    publication: publication.id,
    number: filled('number'),
    date: {
      calendar: form.calendar,
      edtf: filled('edtf'),
      ...(filled('printed') ? { printed: filled('printed') } : {}),
    },
    language: filled('language'),
    // A Russian source before 1918 is in the old orthography; the reviewer said so by choosing the language.
    ...(filled('language') === 'ru-petr1708' ? { orthography: 'pre-reform' } : {}),
    ...(Object.keys(provenance).length > 0 ? { provenance } : {}),
    ...(filled('rights') ? { rights: { statement: filled('rights') } } : {}),
  };
}
