/** The parts of the form, in the order in which the record shows them. */
import type { Signal } from '@preact/signals';
import { useMessages } from '../../../i18n/messages.ts';
import { sourcesOf } from '../../../ui/citations.tsx';
import { EdtfField, EdtfHelp } from '../../../ui/edtf-field.tsx';
import { citationOf } from '../../../ui/source-fields.tsx';
import { TextsField } from '../../../ui/texts-field.tsx';
import { ClaimRows } from './claim-rows.tsx';
import type { EntityDraft } from './draft.ts';
import { editMessages } from './messages.ts';
import { type ErrorFor, NameRows } from './name-rows.tsx';
import { CitationRows, IdentifierRows } from './other-rows.tsx';
import { RelationRows } from './relation-rows.tsx';

interface FormSectionsProps {
  draft: Signal<EntityDraft>;
  errorFor: ErrorFor;
  /** The id of the record, once it has one. */
  entity: string | undefined;
}

export function FormSections({ draft, errorFor, entity }: FormSectionsProps) {
  const t = useMessages(editMessages);
  const { nameForms, relations, claims, citations, dates } = draft.value;
  const known = sourcesOf(
    [...nameForms, ...relations, ...claims]
      .map((row) => row.source)
      .concat(citations.map((row) => row.citation))
      .flatMap((source) => citationOf(source) ?? [])
      .filter(({ source }) => source !== ''),
  );
  const parts = { draft, errorFor, known };
  const texts = (part: 'note' | 'doubt') => ({
    value: draft.value[part],
    onInput: (value: Record<string, string>) => (draft.value = { ...draft.peek(), [part]: value }),
    errorFor: (language?: string) => (language === undefined ? errorFor(part) : errorFor(part, language)),
  });
  const setDates = (end: 'from' | 'to') => (text: string) =>
    (draft.value = { ...draft.peek(), dates: { ...dates, [end]: text } });
  return (
    <>
      <section aria-labelledby="form-names">
        <h2 id="form-names">{t('names')}</h2>
        <p class="soft small">{t('namesHint')}</p>
        {errorFor('nameForms') && <p class="field-error">{errorFor('nameForms')}</p>}
        <NameRows {...parts} />
      </section>
      <TextsField label={t('notes')} hint={t('notesHint')} {...texts('note')} />
      <TextsField label={t('doubt')} hint={t('doubtHint')} {...texts('doubt')} />
      <EdtfHelp />
      <fieldset>
        <legend>{t('dates')}</legend>
        <p class="field-hint">{t('datesHint')}</p>
        <div class="form-row">
          {(['from', 'to'] as const).map((end) => (
            <EdtfField
              key={end}
              label={t(end)}
              calendar="gregorian"
              value={dates[end]}
              error={errorFor('dates', end)}
              onInput={setDates(end)}
            />
          ))}
        </div>
      </fieldset>
      <section aria-labelledby="form-claims">
        <h2 id="form-claims">{t('claims')}</h2>
        <p class="soft small">{t('claimsHint')}</p>
        <ClaimRows {...parts} />
      </section>
      <section aria-labelledby="form-relations">
        <h2 id="form-relations">{t('relations')}</h2>
        <p class="soft small">{t('relationsHint')}</p>
        <RelationRows {...parts} entity={entity} />
      </section>
      <section aria-labelledby="form-identifiers">
        <h2 id="form-identifiers">{t('identifiers')}</h2>
        <p class="soft small">{t('identifiersHint')}</p>
        <IdentifierRows {...parts} />
      </section>
      <section aria-labelledby="form-citations">
        <h2 id="form-citations">{t('citations')}</h2>
        <CitationRows {...parts} />
      </section>
    </>
  );
}
