import { useSignal } from '@preact/signals';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useSending } from '../../ui/form.ts';
import { toast } from '../../ui/live-region.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { FieldChanges } from './field-changes.tsx';
import type { FieldChange } from './fields.ts';
import { historyMessages } from './messages.ts';

interface RestoreDialogProps {
  version: number;
  /** From the record as it is to what it will be. */
  changes: FieldChange[];
  restore: (changeNote: string) => Promise<void>;
  onClose: () => void;
}

/** Shows what a way back would change before it is taken. */
export function RestoreDialog({ version, changes, restore, onClose }: RestoreDialogProps) {
  const t = useMessages(historyMessages);
  const ui = useMessages(uiMessages);
  const note = useSignal(t('restoreDefault', { number: version }));
  const sending = useSending(async () => {
    await restore(note.peek().trim());
    toast(t('restored', { number: version }), 'good');
  });
  return (
    <Dialog open title={t('restoreTitle', { number: version })} onClose={onClose}>
      <form class="form" onSubmit={sending.submit}>
        <p>{t('restoreLead')}</p>
        <FieldChanges changes={changes} />
        <TextField
          label={t('restoreNote')}
          dir="auto"
          maxLength={1000}
          value={note.value}
          onInput={(text) => (note.value = text)}
        />
        <ProblemNotice problem={sending.problem} />
        <div class="form-actions">
          <Button type="submit" look="primary" busy={sending.busy}>
            {t('restore')}
          </Button>
          <Button onClick={onClose}>{ui('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
