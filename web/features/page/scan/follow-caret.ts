/** The scan goes with the caret: a long line, shown large, is not seen whole. */
import { shareAt } from '../../../../worker/domain/text/print-width.ts';
import type { LineStore } from '../store.ts';

const WAIT_MS = 120;

/** Calls `show` with the place of the caret on the scan, a moment after it moved; answers how to end that. */
export function followCaret(store: LineStore, show: (x: number, y: number) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    const key = store.current.peek();
    const field = document.activeElement;
    const box = key === null ? null : store.line(key).peek()?.box;
    if (!box || !(field instanceof HTMLTextAreaElement) || field.id !== `line-${key}`) return;
    const share = shareAt(field.value, field.selectionEnd);
    show(box[0] + share * box[2], box[1] + box[3] / 2);
  };
  // Never while a key is being drawn: the first move sets the time, those that follow wait for it.
  const onMove = () => {
    timer ??= setTimeout(look, WAIT_MS);
  };
  document.addEventListener('selectionchange', onMove);
  return () => {
    document.removeEventListener('selectionchange', onMove);
    clearTimeout(timer);
  };
}
