import type { Citation } from '../../../../worker/shapes/common.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { CalendarField, EdtfField } from '../../../ui/edtf-field.tsx';
import { SelectField, TextArea, TextField } from '../../../ui/field.tsx';
import { SourceRows } from '../../../ui/source-rows.tsx';
import { TextsField } from '../../../ui/texts-field.tsx';
import type { StageDraft } from './draft.ts';
import { editSchemeMessages } from './messages.ts';

interface StageFieldsProps {
  stage: StageDraft;
  set: (change: Partial<StageDraft>) => void;
  /** The codes of the other stages. */
  others: readonly string[];
  known: readonly Citation[];
  errorFor: (...path: (string | number)[]) => string | undefined;
}

export function StageFields({ stage, set, others, known, errorFor }: StageFieldsProps) {
  const t = useMessages(editSchemeMessages);
  const textsError = (part: 'label' | 'characterisation') => (language?: string) =>
    language === undefined ? errorFor(part) : errorFor(part, language);
  return (
    <>
      <div class="form-row">
        <TextField
          label={t('code')}
          dir="ltr"
          maxLength={20}
          autocomplete="off"
          value={stage.code}
          error={errorFor('key')}
          onInput={(code) => set({ code })}
        />
        <SelectField
          label={t('parent')}
          value={stage.parent}
          choices={[
            { value: '', label: t('topLevel') },
            ...[...new Set([...others, ...(stage.parent ? [stage.parent] : [])])].map((code) => ({
              value: code,
              label: code,
            })),
          ]}
          error={errorFor('parent')}
          onChange={(parent) => set({ parent })}
        />
      </div>
      <TextsField
        short
        label={t('label')}
        value={stage.label}
        errorFor={textsError('label')}
        onInput={(label) => set({ label })}
      />
      <div class="form-row">
        <CalendarField
          label={t('calendar')}
          value={stage.calendar}
          onChange={(calendar) => set({ calendar: calendar || 'julian' })}
        />
        <CalendarField
          label={t('toCalendar')}
          none={t('sameCalendar')}
          value={stage.toCalendar}
          onChange={(toCalendar) => set({ toCalendar })}
        />
      </div>
      <div class="form-row">
        <EdtfField
          label={t('from')}
          calendar={stage.calendar}
          value={stage.from}
          error={errorFor('from')}
          onInput={(from) => set({ from })}
        />
        <EdtfField
          label={t('to')}
          calendar={stage.toCalendar || stage.calendar}
          value={stage.to}
          error={errorFor('to')}
          onInput={(to) => set({ to })}
        />
      </div>
      <TextsField
        label={t('characterisation')}
        value={stage.characterisation}
        errorFor={textsError('characterisation')}
        onInput={(characterisation) => set({ characterisation })}
      />
      <TextField
        label={t('printed')}
        dir="auto"
        maxLength={200}
        value={stage.printed}
        error={errorFor('printed')}
        onInput={(printed) => set({ printed })}
      />
      <details>
        <summary class="small">{t('stageSources', { count: stage.citations.length })}</summary>
        <SourceRows
          rows={stage.citations}
          known={known}
          errorFor={(index, field) => errorFor('citations', index, field)}
          onChange={(citations) => set({ citations })}
        />
      </details>
      <TextArea
        label={t('stageNote')}
        dir="auto"
        rows={2}
        maxLength={2000}
        value={stage.note}
        error={errorFor('note')}
        onInput={(note) => set({ note })}
      />
    </>
  );
}
