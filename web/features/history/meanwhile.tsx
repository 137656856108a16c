/** Somebody saved first: what they changed, and a way on that loses nothing of either. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FieldChanges, FieldText } from './field-changes.tsx';
import { type RecordField, diffFields } from './fields.ts';
import { type DraftConflict, mergeDrafts, takeTheirs } from './merge-drafts.ts';
import { historyMessages } from './messages.ts';

interface MeanwhileProps<T, D extends object> {
  /** The record that the form began from, and as somebody else saved it. */
  base: T;
  theirs: T;
  draft: Signal<D>;
  draftOf: (record: T) => D;
  /** Keys are `part/key` of the draft's rows and texts, `part` of a single text. */
  fieldsOf: (record: T) => RecordField[];
  fieldsOfDraft: (draft: D) => RecordField[];
  /** The form stands on their record now. */
  onDone: (record: T) => void;
}

export function Meanwhile<T, D extends object>(props: MeanwhileProps<T, D>) {
  const { base, theirs, draft, draftOf, fieldsOf, onDone } = props;
  const t = useMessages(historyMessages);
  const conflicts = useSignal<DraftConflict[] | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const bring = () => {
    const found = mergeDrafts(draftOf(base), draft.peek(), draftOf(theirs));
    draft.value = found.merged;
    if (found.conflicts.length === 0) onDone(theirs);
    else conflicts.value = found.conflicts;
  };
  const settle = (conflict: DraftConflict, take: boolean) => {
    if (take) draft.value = takeTheirs(draft.peek(), conflict);
    const rest = (conflicts.peek() ?? []).filter((one) => one !== conflict);
    conflicts.value = rest;
    if (rest.length === 0) onDone(theirs);
  };
  return (
    <Notice tone="warning">
      <h2 ref={heading} tabIndex={-1}>
        {t('meanwhile')}
      </h2>
      {conflicts.value === null ? (
        <>
          <p>{t('meanwhileLead')}</p>
          <FieldChanges changes={diffFields(fieldsOf(base), fieldsOf(theirs))} />
          <Button look="primary" onClick={bring}>
            {t('goOn')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('bothChanged')}</p>
          <ul>
            {conflicts.value.map((conflict) => (
              <li key={keyOf(conflict)}>
                <p>
                  {t.rich('yours', {
                    text: <Shown fields={props.fieldsOfDraft(draft.value)} of={conflict} />,
                  })}
                  <br />
                  {t.rich('theirs', { text: <Shown fields={fieldsOf(theirs)} of={conflict} /> })}
                </p>
                <p class="form-actions">
                  <Button small onClick={() => settle(conflict, false)}>
                    {t('keepMine')}
                  </Button>
                  <Button small onClick={() => settle(conflict, true)}>
                    {t('takeTheirs')}
                  </Button>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function keyOf({ part, key }: DraftConflict): string {
  return key === undefined ? part : `${part}/${key}`;
}

function Shown({ fields, of }: { fields: readonly RecordField[]; of: DraftConflict }) {
  const t = useMessages(historyMessages);
  const field = fields.find((one) => one.key === keyOf(of));
  return field ? <FieldText field={field} /> : <i>{t('gone')}</i>;
}
