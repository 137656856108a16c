/** A list of sources as rows of a form. */
import type { Citation } from '../../worker/shapes/common.ts';
import { useMessages } from '../i18n/messages.ts';
import { formMessages } from './form-messages.ts';
import { newRowKey } from './row-key.ts';
import { RowList } from './row-list.tsx';
import { NO_SOURCE, type SourceDraft, SourceFields } from './source-fields.tsx';

export interface SourceRow {
  key: string;
  citation: SourceDraft;
}

interface SourceRowsProps {
  rows: readonly SourceRow[];
  onChange: (rows: SourceRow[]) => void;
  known: readonly Citation[];
  errorFor: (index: number, field: keyof SourceDraft) => string | undefined;
}

export function SourceRows({ rows, onChange, known, errorFor }: SourceRowsProps) {
  const t = useMessages(formMessages);
  return (
    <RowList
      rows={rows}
      onChange={onChange}
      newRow={() => ({ key: newRowKey(), citation: NO_SOURCE })}
      addLabel={t('addSource')}
      nameOf={(row, index) => row.citation.source || t('sourceRow', { number: index + 1 })}
      render={(row, index, set) => (
        <SourceFields
          value={row.citation}
          known={known}
          errorFor={(field) => errorFor(index, field)}
          onInput={(citation) => set({ citation })}
        />
      )}
    />
  );
}
