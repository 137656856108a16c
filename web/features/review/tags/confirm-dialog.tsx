import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { Decision } from './decisions.ts';
import { tagReviewMessages } from './messages.ts';

/** One decision on many tags, before it is taken. */
export interface Asking {
  decision: Decision;
  tags: readonly string[];
  /** The selected ones, not a whole group. */
  selected: boolean;
  /** Own ones, and those that lost their words. */
  leftOut: number;
  /** Of the group, but not on the screen yet. */
  notShown: number;
}

export function ConfirmDialog({
  asking,
  onConfirm,
  onClose,
}: {
  asking: Asking;
  onConfirm: (asking: Asking) => void;
  onClose: () => void;
}) {
  const t = useMessages(tagReviewMessages);
  const { decision, tags, leftOut, notShown } = asking;
  const count = tags.length;
  return (
    <Dialog
      open
      title={t(decision === 'approve' ? 'confirmApprove' : 'confirmReject', { count })}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm(asking);
        }}
      >
        {leftOut > 0 && <p>{t('leftOut', { count: leftOut })}</p>}
        {notShown > 0 && <p>{t('notShown', { count: notShown })}</p>}
        <p class="soft">{t('canUndo')}</p>
        <div class="form-actions">
          <Button
            look={decision === 'approve' ? 'primary' : 'danger'}
            icon={decision === 'approve' ? 'check' : 'cross'}
            type="submit"
            autofocus
            aria-disabled={count === 0 ? 'true' : undefined}
          >
            {t(decision === 'approve' ? 'approveCount' : 'rejectCount', { count })}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
