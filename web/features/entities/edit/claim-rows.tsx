import { useMessages } from '../../../i18n/messages.ts';
import { ChoiceOrOther } from '../../../ui/choice-or-other.tsx';
import { CalendarField, EdtfField } from '../../../ui/edtf-field.tsx';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { FoldedSource } from '../../../ui/source-fields.tsx';
import { PROPERTIES, propertyText } from '../terms.ts';
import { Contradicts } from './contradicts.tsx';
import { newClaim } from './draft.ts';
import { editMessages } from './messages.ts';
import type { PartProps } from './name-rows.tsx';

export function ClaimRows({ draft, errorFor, known }: PartProps) {
  const t = useMessages(editMessages);
  const { claims } = draft.value;
  return (
    <RowList
      rows={claims}
      onChange={(rows) => (draft.value = { ...draft.value, claims: rows })}
      newRow={newClaim}
      addLabel={t('addClaim')}
      fixedOrder
      nameOf={(row, index) =>
        row.property
          ? `${propertyText(row.property)}: ${row.printed || row.edtf || row.value}`
          : t('claimRow', { number: index + 1 })
      }
      render={(row, index, set) => {
        const error = (...path: (string | number)[]) => errorFor('claims', index, ...path);
        return (
          <>
            <div class="form-row">
              <ChoiceOrOther
                label={t('property')}
                otherLabel={t('ownProperty')}
                maxLength={60}
                value={row.property}
                choices={PROPERTIES.map((value) => ({ value, label: propertyText(value) }))}
                error={error('property')}
                onInput={(property) => set({ property })}
              />
              <CalendarField
                value={row.calendar}
                onChange={(calendar) => set({ calendar: calendar || 'julian' })}
              />
            </div>
            <div class="form-row">
              <EdtfField
                label={t('date')}
                calendar={row.calendar}
                value={row.edtf}
                error={error('date', 'edtf')}
                onInput={(edtf) => set({ edtf })}
              />
              <TextField
                label={t('printed')}
                dir="auto"
                maxLength={200}
                value={row.printed}
                error={error('date', 'printed')}
                onInput={(printed) => set({ printed })}
              />
            </div>
            <TextField
              label={t('value')}
              dir="auto"
              maxLength={1000}
              value={row.value}
              error={error('value')}
              onInput={(value) => set({ value })}
            />
            <FoldedSource
              value={row.source}
              known={known}
              required
              open={row.id === undefined}
              errorFor={(field) => error('source', field)}
              onInput={(source) => set({ source })}
            />
            <TextArea
              label={t('claimNote')}
              dir="auto"
              rows={2}
              maxLength={1000}
              value={row.note}
              error={error('note')}
              onInput={(note) => set({ note })}
            />
            <Contradicts
              claim={row.id}
              value={row.contradicts}
              error={error('contradicts')}
              onChange={(contradicts) => set({ contradicts })}
            />
          </>
        );
      }}
    />
  );
}
