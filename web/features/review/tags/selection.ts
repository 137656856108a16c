/** Which tags are selected for one decision on all of them. */
import { signal, type ReadonlySignal } from '@preact/signals';

export interface Selection {
  readonly tags: ReadonlySignal<ReadonlySet<string>>;
  toggle(tag: string): void;
  /** Selects from the last one that was touched to `tag`, in the order shown. */
  extendTo(tag: string, order: readonly string[]): void;
  drop(tags: Iterable<string>): void;
  clear(): void;
}

export function createSelection(): Selection {
  const tags = signal<ReadonlySet<string>>(new Set());
  let anchor: string | null = null;
  return {
    tags,
    toggle(tag) {
      const next = new Set(tags.peek());
      if (!next.delete(tag)) next.add(tag);
      tags.value = next;
      anchor = tag;
    },
    extendTo(tag, order) {
      const from = anchor === null ? -1 : order.indexOf(anchor);
      const to = order.indexOf(tag);
      if (to === -1) return;
      const [first, last] = from === -1 ? [to, to] : from < to ? [from, to] : [to, from];
      tags.value = new Set([...tags.peek(), ...order.slice(first, last + 1)]);
      if (from === -1) anchor = tag;
    },
    drop(gone) {
      const next = new Set(tags.peek());
      for (const tag of gone) next.delete(tag);
      if (next.size !== tags.peek().size) tags.value = next;
    },
    clear() {
      tags.value = new Set();
      anchor = null;
    },
  };
}
