import { type ReadonlySignal, untracked, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { LineStore } from '../store.ts';

/** A pause of this length, in milliseconds: between two words, not between two letters. */
const PAUSE_MS = 200;

/**
 * The text of the line in hand, once its writer pauses: what is said about it need not follow every letter, and
 * whoever listens to a screen reader is not told of half a word. Another line is there at once.
 */
export function useSettledText(store: LineStore): ReadonlySignal<string> {
  const settled = useSignal(untracked(() => textInHand(store)));
  const of = useRef(store.current.peek());
  useSignalEffect(() => {
    const key = store.current.value;
    const text = textInHand(store);
    if (key !== of.current) {
      of.current = key;
      settled.value = text;
      return;
    }
    if (text === settled.peek()) return;
    const timer = setTimeout(() => (settled.value = text), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return settled;
}

function textInHand(store: LineStore): string {
  const key = store.current.value;
  return key === null ? '' : (store.line(key).value?.text ?? '');
}
