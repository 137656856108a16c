import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Page } from '../../../../worker/shapes/pages.ts';
import type { RevisionSummary } from '../../../../worker/shapes/transcriptions.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { momentText } from '../../../ui/date-text.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Desk } from '../desk.ts';
import { pageMessages } from '../messages.ts';
import { listRevisions } from '../service.ts';

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

/** What a reviewer said when the page was returned; it stays until the page is handed in again. */
export function ReturnNotice({ page, desk }: { page: Page; desk: Desk }) {
  const t = useMessages(pageMessages);
  const returned = useSignal<RevisionSummary['review'] | null>(null);
  const { id, review } = desk.revision.value;

  useEffect(() => {
    let gone = false;
    if (page.status !== 'draft') {
      returned.value = null;
      return;
    }
    if (review) {
      returned.value = review.decision === 'return' ? review : null;
      return;
    }
    const lookBack = async () => {
      // The volunteer has saved since: the note stands on an earlier version.
      const revisions = await listRevisions(page.id, 50).catch(() => []); // the note is in the history too
      const last = revisions.find((each) => each.review !== undefined)?.review;
      if (!gone) returned.value = last?.decision === 'return' ? last : null;
    };
    void lookBack();
    return () => {
      gone = true;
    };
  }, [page.id, page.status, id, review]);

  if (!returned.value) return null;
  return (
    <Notice tone="warning">
      <p>{t.rich('returnedBy', { name: <bdi>{returned.value.reviewer}</bdi> })}</p>
      <blockquote class="revision-note">
        <bdi>{returned.value.note}</bdi>
      </blockquote>
    </Notice>
  );
}
