/** What the keys do in a line. Everything here can also be done with the buttons above the lines. */
import type { LineStore } from '../store.ts';
import { onceDrawn } from '../../../ui/once-drawn.ts';
import { lineElement } from './find-line.ts';

type LineKeyEvent = KeyboardEvent & { currentTarget: HTMLTextAreaElement };

export function onLineKey(event: LineKeyEvent, store: LineStore, key: string): void {
  // An input method uses Enter and the arrows for itself.
  if (event.isComposing) return;
  if (handle(event, store, key)) event.preventDefault();
}

function handle(event: LineKeyEvent, store: LineStore, key: string): boolean {
  const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
  const control = event.ctrlKey || event.metaKey;
  const nothingSelected = start === end;
  switch (event.key) {
    case 'Enter':
      return onEnter(event, store, key, start);
    case 'ArrowUp':
    case 'ArrowDown': {
      const by = event.key === 'ArrowUp' ? -1 : 1;
      if (event.altKey) {
        store.move(key, by);
        focusAgain(key);
        return true;
      }
      return (
        !control && !event.shiftKey && leavesLine(event.currentTarget, by) && stepTo(store, key, by, start)
      );
    }
    case 'Backspace':
      if (control && event.shiftKey) store.remove(key);
      else if (start === 0 && nothingSelected && !control) store.join(key);
      else return false;
      return true;
    case 'Delete': {
      const next = store.keys.peek()[store.keys.peek().indexOf(key) + 1];
      if (!nothingSelected || start !== value.length || next === undefined || control) return false;
      store.join(next);
      return true;
    }
    default:
      return control && !event.altKey && onUndoKey(event, store);
  }
}

function onEnter(event: LineKeyEvent, store: LineStore, key: string, at: number): boolean {
  const keys = store.keys.peek();
  if (event.ctrlKey || event.metaKey) store.split(key, at);
  else if (event.altKey) store.add(key);
  else if (event.shiftKey) store.step(-1);
  else if (keys.at(-1) !== key) store.step(1);
  // Enter at the end of the page goes on with a new line, for a page that is typed by hand.
  else if (event.currentTarget.value !== '') store.add(key);
  return true;
}

function onUndoKey(event: LineKeyEvent, store: LineStore): boolean {
  // By place on the keyboard, since the layout may be Kazakh or Arabic.
  if (event.code === 'KeyZ') {
    if (event.shiftKey) store.redo();
    else store.undo();
    return true;
  }
  if (event.code === 'KeyY') {
    store.redo();
    return true;
  }
  return false;
}

/** Whether the caret has no row of the same line above or below it. */
function leavesLine(field: HTMLTextAreaElement, by: -1 | 1): boolean {
  const rows = Math.round(field.clientHeight / Number.parseFloat(getComputedStyle(field).lineHeight));
  if (rows <= 1) return true;
  return by === -1 ? field.selectionStart === 0 : field.selectionEnd === field.value.length;
}

/** To the line above or below, at the same column where it is long enough. */
function stepTo(store: LineStore, key: string, by: -1 | 1, column: number): boolean {
  const keys = store.keys.peek();
  const to = keys[keys.indexOf(key) + by];
  if (to === undefined) return false;
  store.goTo(to, Math.min(column, store.line(to).peek()?.text.length ?? 0));
  return true;
}

/** Moving a line takes its element out and in again, and the focus with it. */
function focusAgain(key: string): void {
  onceDrawn(() => lineElement(key)?.focus());
}
