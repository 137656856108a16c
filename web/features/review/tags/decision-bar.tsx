import { describeProblem } from '../../../api/problem-messages.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import type { Decision, Decisions } from './decisions.ts';
import { tagReviewMessages } from './messages.ts';
import type { Selection } from './selection.ts';

interface DecisionBarProps {
  decisions: Decisions;
  selection: Selection;
  onUndo: () => void;
  onDecide: (decision: Decision) => void;
}

/** Stays at the foot of the window: what is selected, what was decided, what could not be sent, and the way back. */
export function DecisionBar({ decisions, selection, onUndo, onDecide }: DecisionBarProps) {
  const t = useMessages(tagReviewMessages);
  const { approved, rejected, refused, unsent } = decisions.count.value;
  const selected = selection.tags.value.size;
  const stopped = decisions.stopped.value;
  if (approved + rejected + refused + selected === 0 && !stopped) return null;
  return (
    <section class="decision-bar" aria-label={t('bar')}>
      {selected > 0 && (
        <div class="decision-bar-row">
          <b>{t('selected', { count: selected })}</b>
          <Button small look="primary" icon="check" onClick={() => onDecide('approve')}>
            {t('approve')}
          </Button>
          <Button small icon="cross" onClick={() => onDecide('reject')}>
            {t('reject')}
          </Button>
          <Button small look="plain" onClick={() => selection.clear()}>
            {t('selectNone')}
          </Button>
        </div>
      )}
      {stopped && (
        <div class="decision-bar-row decision-bar-bad" role="alert">
          <span>
            {t('kept', { count: unsent })} {describeProblem(stopped)}
          </span>
          <Button small icon="retry" onClick={() => decisions.retry()}>
            {t('retry')}
          </Button>
        </div>
      )}
      {approved + rejected + refused > 0 && (
        <div class="decision-bar-row">
          <span>
            {t('approvedCount', { count: approved })}, {t('rejectedCount', { count: rejected })}
            {refused > 0 && `, ${t('refusedCount', { count: refused })}`}
            {unsent > 0 && !stopped && <span class="soft"> {t('sending')}</span>}
          </span>
          {decisions.canUndo.value && (
            <Button small icon="undo" onClick={onUndo}>
              {t('undoLast')} <kbd aria-hidden="true">u</kbd>
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
