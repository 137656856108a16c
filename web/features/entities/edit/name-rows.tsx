import type { Signal } from '@preact/signals';
import { checkNameForm } from '../../../../worker/domain/names/check-name-form.ts';
import type { Citation } from '../../../../worker/shapes/common.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { LanguageField } from '../../../ui/language-field.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { FoldedSource } from '../../../ui/source-fields.tsx';
import { directionOf, htmlLang } from '../../../ui/titles.tsx';
import { entityMessages } from '../messages.ts';
import { type EntityDraft, type NameDraft, type NameKind, newName } from './draft.ts';
import { editMessages } from './messages.ts';

export type ErrorFor = (...path: (string | number)[]) => string | undefined;

export interface PartProps {
  draft: Signal<EntityDraft>;
  errorFor: ErrorFor;
  known: readonly Citation[];
}

const KINDS: NameKind[] = ['preferred', 'variant', 'pseudonym', 'printed-as'];

export function NameRows({ draft, errorFor, known }: PartProps) {
  const t = useMessages(editMessages);
  const words = useMessages(entityMessages);
  const { nameForms } = draft.value;
  return (
    <RowList
      rows={nameForms}
      onChange={(rows) => (draft.value = { ...draft.value, nameForms: rows })}
      newRow={() => newName(nameForms.at(-1)?.language)}
      addLabel={t('addName')}
      nameOf={(row, index) => row.text || t('nameRow', { number: index + 1 })}
      render={(row, index, set) => (
        <>
          <div class="form-row">
            <div>
              <TextField
                label={t('name')}
                value={row.text}
                lang={htmlLangOf(row.language)}
                dir={directionOfTag(row.language)}
                maxLength={300}
                spellcheck={false}
                autocomplete="off"
                error={errorFor('nameForms', index, 'text')}
                onInput={(text) => set({ text })}
              />
              <LetterCheck row={row} />
            </div>
            <LanguageField
              value={row.language}
              error={errorFor('nameForms', index, 'language')}
              onInput={(language) => set({ language })}
            />
            <SelectField
              label={t('nameKind')}
              value={row.kind}
              choices={KINDS.map((kind) => ({ value: kind, label: words(kind) }))}
              error={errorFor('nameForms', index, 'kind')}
              onChange={(kind) => set({ kind: kind as NameKind })}
            />
          </div>
          <FoldedSource
            value={row.source}
            known={known}
            open={false}
            errorFor={(field) => errorFor('nameForms', index, 'source', field)}
            onInput={(source) => set({ source })}
          >
            <TextField
              label={t('nameNote')}
              dir="auto"
              maxLength={1000}
              value={row.note}
              error={errorFor('nameForms', index, 'note')}
              onInput={(note) => set({ note })}
            />
          </FoldedSource>
        </>
      )}
    />
  );
}

/** The name once more with the letter marked that is not what it looks like. */
function LetterCheck({ row }: { row: NameDraft }) {
  const t = useMessages(editMessages);
  const problem = row.text.trim() === '' || !isTag(row.language) ? undefined : checkNameForm(row)[0];
  if (!problem) return <p class="field-hint letter-check" aria-live="polite" />;
  const { code, offset } = problem;
  const letter = /^\p{L}?\p{M}*/u.exec(row.text.slice(offset))?.[0] ?? '';
  const marked = code === 'look-alike' || code === 'foreign-letter';
  const script = t(SCRIPT_KEYS.find(([pattern]) => pattern.test(letter))?.[1] ?? 'scriptOther');
  return (
    <p class="field-hint letter-check" aria-live="polite">
      {marked && (
        <bdi class="letter-check-name" lang={htmlLangOf(row.language)} dir={directionOfTag(row.language)}>
          {row.text.slice(0, offset)}
          <mark>{letter}</mark>
          {row.text.slice(offset + letter.length)}
        </bdi>
      )}{' '}
      {code === 'look-alike' && t('letterLooks', { script })}
      {code === 'foreign-letter' && t('letterForeign', { script })}
      {code === 'script' && t('scriptWrong')}
      {code === 'no-letters' && t('noLetters')}
    </p>
  );
}

const SCRIPT_KEYS = [
  [/\p{Script=Arabic}/u, 'scriptArab'],
  [/\p{Script=Cyrillic}/u, 'scriptCyrl'],
  [/\p{Script=Latin}/u, 'scriptLatn'],
] as const;

function isTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language.length > 0;
  } catch {
    return false; // half typed
  }
}

function directionOfTag(tag: string): 'rtl' | 'ltr' | 'auto' {
  return isTag(tag) ? directionOf(tag) : 'auto';
}

function htmlLangOf(tag: string): string {
  return isTag(tag) ? htmlLang(tag) : 'und';
}
