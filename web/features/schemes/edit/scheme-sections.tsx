/** The parts of the form: whose division it is, its stages, and how that looks on the axis. */
import type { Signal } from '@preact/signals';
import { useMessages } from '../../../i18n/messages.ts';
import { sourcesOf } from '../../../ui/citations.tsx';
import { EdtfHelp } from '../../../ui/edtf-field.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { newRowKey } from '../../../ui/row-key.ts';
import { RowList } from '../../../ui/row-list.tsx';
import { citationOf } from '../../../ui/source-fields.tsx';
import { SourceRows } from '../../../ui/source-rows.tsx';
import { TextsField } from '../../../ui/texts-field.tsx';
import { titleText } from '../../../ui/titles.tsx';
import { EntityLookup } from '../../entities/entity-lookup.tsx';
import { barsOf } from '../timeline.ts';
import { TimelinePicture } from '../timeline-picture.tsx';
import { type SchemeDraft, newStage, previewOf } from './draft.ts';
import { editSchemeMessages } from './messages.ts';
import { StageFields } from './stage-fields.tsx';

interface SchemeSectionsProps {
  draft: Signal<SchemeDraft>;
  errorFor: (...path: (string | number)[]) => string | undefined;
}

export function SchemeSections({ draft, errorFor }: SchemeSectionsProps) {
  const t = useMessages(editSchemeMessages);
  const { title, attribution, scholars, year, note, citations, stages } = draft.value;
  const set = (change: Partial<SchemeDraft>) => (draft.value = { ...draft.peek(), ...change });
  const known = sourcesOf(
    [...citations, ...stages.flatMap((stage) => stage.citations)]
      .flatMap(({ citation }) => citationOf(citation) ?? [])
      .filter(({ source }) => source !== ''),
  );
  const preview = previewOf(draft.value);
  return (
    <>
      <TextsField
        short
        label={t('titleField')}
        value={title}
        errorFor={(language) => (language === undefined ? errorFor('title') : errorFor('title', language))}
        onInput={(texts) => set({ title: texts })}
      />
      <div class="form-row">
        <TextField
          label={t('attribution')}
          hint={t('attributionHint')}
          dir="auto"
          maxLength={500}
          value={attribution}
          error={errorFor('attribution')}
          onInput={(text) => set({ attribution: text })}
        />
        <TextField
          label={t('year')}
          dir="auto"
          maxLength={60}
          value={year}
          error={errorFor('year')}
          onInput={(text) => set({ year: text })}
        />
      </div>
      <fieldset>
        <legend>{t('scholars')}</legend>
        <RowList
          rows={scholars}
          onChange={(rows) => set({ scholars: rows })}
          newRow={() => ({ key: newRowKey(), scholar: null })}
          addLabel={t('addScholar')}
          nameOf={(row, index) =>
            row.scholar ? titleText(row.scholar.label) : t('scholarRow', { number: index + 1 })
          }
          render={(row, index, setRow) => (
            <EntityLookup
              label={t('scholar')}
              kind="person"
              value={row.scholar}
              error={errorFor('scholars', index)}
              onChoose={({ id, label }) => setRow({ scholar: { id, label } })}
            />
          )}
        />
      </fieldset>
      <TextArea
        label={t('note')}
        dir="auto"
        maxLength={4000}
        value={note}
        error={errorFor('note')}
        onInput={(text) => set({ note: text })}
      />
      <fieldset>
        <legend>{t('citations')}</legend>
        <SourceRows
          rows={citations}
          known={known}
          errorFor={(index, field) => errorFor('citations', index, field)}
          onChange={(rows) => set({ citations: rows })}
        />
      </fieldset>
      <section aria-labelledby="form-preview">
        <h2 id="form-preview">{t('preview')}</h2>
        {barsOf(preview.stages).length > 0 ? (
          <TimelinePicture schemes={[preview]} />
        ) : (
          <p class="soft">{t('noDates')}</p>
        )}
      </section>
      <section aria-labelledby="form-stages">
        <h2 id="form-stages">{t('stages')}</h2>
        <p class="soft small">{t('stagesHint')}</p>
        <EdtfHelp />
        <RowList
          rows={stages}
          onChange={(rows) => set({ stages: rows })}
          newRow={() => newStage(stages.at(-1))}
          addLabel={t('addStage')}
          nameOf={(row, index) =>
            [row.code, titleText(row.label)].filter(Boolean).join(' ') || t('stageRow', { number: index + 1 })
          }
          render={(row, index, setRow) => (
            <StageFields
              stage={row}
              set={setRow}
              others={stages.filter((one) => one.key !== row.key && one.code).map((one) => one.code)}
              known={known}
              errorFor={(...path) => errorFor('stages', index, ...path)}
            />
          )}
        />
      </section>
    </>
  );
}
