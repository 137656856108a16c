import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Page } from '../../../../worker/shapes/pages.ts';
import type { Desk } from '../desk.ts';
import type { DoubtfulWords } from './doubtful.ts';

/** The doubtful words of a page that the machine has read, once they are there; `withKey`: F7 goes from one to the next. */
export function useDoubtfulWords(page: Page, desk: Desk, withKey: boolean): DoubtfulWords | null {
  const doubts = useSignal<DoubtfulWords | null>(null);
  const isRead = page.ocrRun !== undefined;
  useEffect(() => {
    doubts.value = null;
    if (!isRead) return;
    let gone = false;
    let stop: (() => void) | undefined;
    const load = async () => {
      const { openDoubtfulWords } = await import('./open-doubtful-words.ts');
      const opened = await openDoubtfulWords(page, desk.store, withKey);
      if (gone) opened?.stop();
      else if (opened) {
        doubts.value = opened.words;
        stop = opened.stop;
      }
    };
    // Without them, whole lines are marked.
    load().catch(() => undefined);
    return () => {
      gone = true;
      stop?.();
    };
  }, [page.id, page.ocrRun, desk, withKey]);
  return doubts.value;
}
