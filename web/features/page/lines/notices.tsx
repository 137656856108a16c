import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
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

/** There was no connection when the page was opened. When it is back, the page is read anew by itself. */
export function KeptNotice({ keptAt, onRetry }: { keptAt: string; onRetry: () => Promise<unknown> }) {
  const t = useMessages(pageMessages);
  const busy = useSignal(false);
  const here = useRef(true);
  const retry = async () => {
    busy.value = true;
    await onRetry();
    busy.value = false;
    // Where it was read anew, this notice is gone.
    if (here.current) toast(t('keptStill'));
  };
  useEffect(() => {
    const onOnline = () => void onRetry();
    addEventListener('online', onOnline);
    return () => removeEventListener('online', onOnline);
  }, [onRetry]);
  useEffect(() => () => void (here.current = false), []);
  return (
    <Notice tone="warning">
      <p>{t('keptPage', { when: momentText(keptAt) })}</p>
      <Button small icon="retry" busy={busy.value} onClick={() => void retry()}>
        {t('keptRetry')}
      </Button>
    </Notice>
  );
}

/** Another window left text of this page behind. What stands here is never mixed with it without being asked. */
export function LeftNotice({ desk }: { desk: Desk }) {
  const t = useMessages(pageMessages);
  const left = desk.leftBehind.value;
  if (!left) return null;
  return (
    <Notice tone="warning">
      <p>{t('draftLeftBehind', { when: momentText(new Date(left.keptAt).toISOString()) })}</p>
      {desk.store.dirty.value ? (
        <p>{t('draftLeftFirst')}</p>
      ) : (
        <Button small onClick={() => void desk.openLeft().catch(() => toast(t('draftLeftFails'), 'bad'))}>
          {t('draftOpenLeft')}
        </Button>
      )}
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
