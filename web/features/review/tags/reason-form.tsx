import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { tagReviewMessages } from './messages.ts';

/** Why a tag is rejected: Enter sends, Escape goes back to the tag. */
export function ReasonForm({ onSend, onClose }: { onSend: (note: string) => void; onClose: () => void }) {
  const t = useMessages(tagReviewMessages);
  const note = useSignal('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form
      class="queue-reason"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
        onSend(note.peek().trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        form.current?.closest<HTMLElement>('[data-queue-item]')?.focus();
        onClose();
      }}
    >
      <TextField
        label={t('reason')}
        dir="auto"
        maxLength={1000}
        value={note.value}
        onInput={(text) => (note.value = text)}
      />
      <div class="form-actions">
        <Button small look="danger" type="submit">
          {t('reject')}
        </Button>
        <Button small onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
