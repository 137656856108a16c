/** Identifiers in other authority files, and sources on the whole. */
import { useMessages } from '../../../i18n/messages.ts';
import { ChoiceOrOther } from '../../../ui/choice-or-other.tsx';
import { TextField } from '../../../ui/field.tsx';
import { newRowKey } from '../../../ui/row-key.ts';
import { RowList } from '../../../ui/row-list.tsx';
import { SourceRows } from '../../../ui/source-rows.tsx';
import { AUTHORITIES } from '../terms.ts';
import { editMessages } from './messages.ts';
import type { PartProps } from './name-rows.tsx';

export function IdentifierRows({ draft, errorFor }: PartProps) {
  const t = useMessages(editMessages);
  return (
    <RowList
      rows={draft.value.authorityIds}
      onChange={(rows) => (draft.value = { ...draft.value, authorityIds: rows })}
      newRow={() => ({ key: newRowKey(), authority: '', number: '' })}
      addLabel={t('addIdentifier')}
      fixedOrder
      nameOf={(row, index) =>
        row.authority ? `${row.authority} ${row.number}` : t('identifierRow', { number: index + 1 })
      }
      render={(row, index, set) => (
        <div class="form-row">
          <ChoiceOrOther
            label={t('authority')}
            otherLabel={t('ownAuthority')}
            maxLength={40}
            value={row.authority}
            choices={AUTHORITIES.map(([value, label]) => ({ value, label }))}
            error={errorFor('authorityIds', index, 'authority')}
            onInput={(authority) => set({ authority })}
          />
          <TextField
            label={t('number')}
            dir="ltr"
            maxLength={200}
            spellcheck={false}
            autocomplete="off"
            value={row.number}
            error={errorFor('authorityIds', index, 'number')}
            onInput={(number) => set({ number })}
          />
        </div>
      )}
    />
  );
}

export function CitationRows({ draft, errorFor, known }: PartProps) {
  return (
    <SourceRows
      rows={draft.value.citations}
      onChange={(citations) => (draft.value = { ...draft.value, citations })}
      known={known}
      errorFor={(index, field) => errorFor('citations', index, field)}
    />
  );
}
