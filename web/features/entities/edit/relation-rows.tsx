import { useMessages } from '../../../i18n/messages.ts';
import { ChoiceOrOther } from '../../../ui/choice-or-other.tsx';
import { EdtfField } from '../../../ui/edtf-field.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { FoldedSource } from '../../../ui/source-fields.tsx';
import { titleText } from '../../../ui/titles.tsx';
import { EntityLookup } from '../entity-lookup.tsx';
import { PREDICATES, predicateText } from '../terms.ts';
import { newRelation } from './draft.ts';
import { editMessages } from './messages.ts';
import type { PartProps } from './name-rows.tsx';

export function RelationRows({
  draft,
  errorFor,
  known,
  entity,
}: PartProps & { entity?: string | undefined }) {
  const t = useMessages(editMessages);
  const { relations } = draft.value;
  return (
    <RowList
      rows={relations}
      onChange={(rows) => (draft.value = { ...draft.value, relations: rows })}
      newRow={newRelation}
      addLabel={t('addRelation')}
      fixedOrder
      nameOf={(row, index) =>
        row.object
          ? `${predicateText(row.predicate)} ${titleText(row.object.label)}`.trim()
          : t('relationRow', { number: index + 1 })
      }
      render={(row, index, set) => (
        <>
          <ChoiceOrOther
            label={t('predicate')}
            otherLabel={t('ownPredicate')}
            maxLength={60}
            value={row.predicate}
            choices={PREDICATES.map((value) => ({ value, label: predicateText(value) }))}
            error={errorFor('relations', index, 'predicate')}
            onInput={(predicate) => set({ predicate })}
          />
          <EntityLookup
            label={t('object')}
            value={row.object}
            error={errorFor('relations', index, 'object')}
            onChoose={({ id, label }) => set({ object: { id, label } })}
            {...(entity === undefined ? {} : { except: entity })}
          />
          <div class="form-row">
            <EdtfField
              label={t('from')}
              calendar="gregorian"
              value={row.from}
              error={errorFor('relations', index, 'from')}
              onInput={(from) => set({ from })}
            />
            <EdtfField
              label={t('to')}
              calendar="gregorian"
              value={row.to}
              error={errorFor('relations', index, 'to')}
              onInput={(to) => set({ to })}
            />
          </div>
          <FoldedSource
            value={row.source}
            known={known}
            open={row.id === undefined}
            errorFor={(field) => errorFor('relations', index, 'source', field)}
            onInput={(source) => set({ source })}
          />
        </>
      )}
    />
  );
}
