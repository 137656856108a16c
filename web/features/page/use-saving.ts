import { untracked, useSignalEffect } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { useMessages } from '../../i18n/messages.ts';
import { toast } from '../../ui/live-region.tsx';
import type { Desk } from './desk.ts';
import { pageMessages } from './messages.ts';

export type Save = (submit: boolean, note: string) => Promise<boolean>;

/**
 * Saving with its news; and a question before the window closes where no draft could be kept. What a reviewer corrects
 * is not saved: it would take the place of the text that waits; it goes with the decision.
 */
export function useSaving(desk: Desk, onSaved: () => void, reviewing: boolean): Save {
  const t = useMessages(pageMessages);

  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (desk.store.dirty.peek() && desk.keepingFails.peek() !== null) event.preventDefault();
    };
    addEventListener('beforeunload', onLeave);
    return () => removeEventListener('beforeunload', onLeave);
  }, [desk]);

  useSignalEffect(() => {
    if (desk.savedLater.value === 0) return;
    untracked(() => {
      toast(t('savedNow'), 'good');
      onSaved();
    });
  });

  return useCallback(
    async (submit, note) => {
      if (!submit && !desk.store.dirty.peek()) return true;
      if (reviewing) {
        toast(t('sentLater'));
        return false;
      }
      const saved = await desk.save({ submit, note });
      if (saved) {
        toast(t(submit ? 'submittedNow' : 'savedNow'), 'good');
        onSaved();
      }
      return saved;
    },
    [desk, onSaved, t, reviewing],
  );
}
