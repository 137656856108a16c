import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { useMedia } from '../use-media.ts';
import type { Desk } from '../desk.ts';
import { pageMessages } from '../messages.ts';
import { reviewMessages } from './messages.ts';

/** Below the lines while a text is reviewed: corrections are not saved by themselves, but go with the decision. */
export default function KeptBar({ desk, onReview }: { desk: Desk; onReview: () => void }) {
  const t = useMessages(reviewMessages);
  const p = useMessages(pageMessages);
  const wide = useMedia('(min-width: 75rem)').value;
  const dirty = desk.store.dirty.value;
  if (!dirty && wide) return null;
  return (
    <div class="save-bar">
      <div class="save-row">
        <p class={`save-state save-${dirty ? desk.state.value : 'saved'}`} role="status">
          {dirty && <span class="save-dot" aria-hidden="true" />}
          {dirty && p('sentLater')}
        </p>
        {!wide && (
          <Button small look="primary" onClick={onReview}>
            {t('toDecision')}
          </Button>
        )}
      </div>
    </div>
  );
}
