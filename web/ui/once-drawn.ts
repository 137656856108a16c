/**
 * Calls `work` when what was just changed is drawn, and before the next key: who presses a key and types on means what
 * the first key has led to. Preact draws in a microtask, which was asked for before this one; a frame would be late.
 *
 * @example
 * open.value = true;
 * onceDrawn(() => field.current?.focus());
 */
export function onceDrawn(work: () => void): void {
  queueMicrotask(work);
}
