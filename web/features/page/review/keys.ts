/** Keys of the review of a page. Single letters while nobody types; F7 goes from difference to difference anywhere. */
import { useEffect, useRef } from 'preact/hooks';
import { handleQueueKey } from '../../review/queue-keys.ts';

export interface ReviewCommands {
  step: (by: 1 | -1) => boolean;
  accept: () => boolean;
  /** To the note, from where the page is returned. */
  startReturn: () => boolean;
  note: () => boolean;
  edit: () => boolean;
  undo: () => boolean;
  help: () => boolean;
  /** From a line of the text back to the differences. */
  leaveLine: () => boolean;
}

export function useReviewKeys(commands: ReviewCommands): void {
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      // The scan has keys of its own.
      if (target?.closest('.scan-host, dialog')) return;
      const run = latest.current;
      if (event.key === 'F7' && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        run.step(event.shiftKey ? -1 : 1);
      } else if (event.key === 'Escape' && !event.isComposing && target?.id.startsWith('line-')) {
        if (run.leaveLine()) event.preventDefault();
      } else if (
        event.code === 'KeyE' &&
        onItem(target) &&
        !event.ctrlKey &&
        !event.altKey &&
        !event.metaKey
      ) {
        if (run.edit()) event.preventDefault();
      } else {
        handleQueueKey(event, (action) => {
          switch (action.do) {
            case 'next':
            case 'previous':
              return run.step(action.do === 'next' ? 1 : -1);
            case 'decide':
              return action.decision === 'approve' ? run.accept() : run.startReturn();
            case 'note':
              return run.note();
            case 'open':
              return run.edit();
            case 'undo':
              return run.undo();
            case 'help':
              return run.help();
            default:
              return false;
          }
        });
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

const onItem = (target: Element | null) => target?.matches('[data-queue-item]') === true;
