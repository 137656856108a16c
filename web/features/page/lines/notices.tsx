import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { momentText } from '../../../ui/date-text.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Desk } from '../desk.ts';
import { pageMessages } from '../messages.ts';

/** The same page is being worked on in another window of this person. */
export function ElsewhereNotice() {
  const t = useMessages(pageMessages);
  return (
    <Notice tone="warning">
      <p>{t('draftElsewhere')}</p>
    </Notice>
  );
}

/** A draft of an earlier visit was opened. */
export function DraftNotice({ desk, onDiscarded }: { desk: Desk; onDiscarded: () => void }) {
  const t = useMessages(pageMessages);
  const restored = desk.restored.value;
  if (!restored) return null;
  const when = momentText(new Date(restored.keptAt).toISOString());
  const discard = async () => {
    await desk.discardDraft();
    toast(t('draftDiscarded'));
    onDiscarded();
  };
  return (
    <Notice tone="warning">
      <p>{t(restored.behind ? 'draftBehind' : 'draftFound', { when })}</p>
      <Button small icon="trash" onClick={() => void discard()}>
        {t('draftDiscard')}
      </Button>
    </Notice>
  );
}
