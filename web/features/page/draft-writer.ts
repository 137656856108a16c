/** Writes the draft of a desk with every change, and says whether this device keeps up. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { afterPaint } from './after-paint.ts';
import type { Draft, DraftShelf } from './drafts.ts';
import { createStepKeeper } from './keep-steps.ts';
import { createKeeper } from './keeper.ts';
import type { LineStore } from './store.ts';

export interface DraftWriter {
  /** Nothing of the change in hand is kept yet, or not the last second of it. */
  readonly late: ReadonlySignal<boolean>;
  /** Why this device keeps no draft; null while it does. */
  readonly fails: ReadonlySignal<'full' | 'forbidden' | null>;
  /** Writes when what has changed is shown; all changes before that are one write. */
  soon(): void;
  now(): void;
  /** Begins writing all that waits: the window may be gone in a moment. */
  flush(): void;
  /** Ends when everything is written or has failed. */
  settled(): Promise<void>;
  /** The device does not even say what it holds. */
  forbid(): void;
  close(): void;
}

interface Parts {
  store: LineStore;
  shelf: DraftShelf;
  /** What the draft is called now. */
  name: () => Pick<Draft, 'user' | 'page' | 'revision'>;
  /** The draft as it is now; null where nothing is to be kept, and what was kept goes. */
  draft: () => Draft | null;
}

/** A text that is not kept for so long is said to be unsaved, in milliseconds. */
const LATE_MS = 1000;

export function createDraftWriter({ store, shelf, name, draft }: Parts): DraftWriter {
  const late = signal(true);
  const fails = signal<'full' | 'forbidden' | null>(null);
  const steps = createStepKeeper(store, (kept) => shelf.keepSteps(name(), kept));
  let lateTimer: ReturnType<typeof setTimeout> | undefined;
  const isLate = () => (late.value = true);

  const keeper = createKeeper<{ draft: Draft | null; version: number }>(
    async ({ draft: kept }) => {
      if (kept) await shelf.keep(kept);
      else await shelf.discard(name());
    },
    {
      kept({ draft: kept, version }) {
        clearTimeout(lateTimer);
        lateTimer = undefined;
        batch(() => {
          fails.value = null;
          if (kept) late.value = false;
        });
        if (kept) steps.soon();
        else steps.forget();
        if (version !== store.version.peek()) lateTimer = setTimeout(isLate, LATE_MS);
      },
      failed(error) {
        const full = error instanceof Error && error.name === 'QuotaExceededError';
        fails.value = full ? 'full' : 'forbidden';
        // Before text, everything else goes that can be had again.
        if (full) void keepInRoomMade();
      },
    },
  );

  async function keepInRoomMade(): Promise<void> {
    if (await shelf.makeRoom()) now();
  }

  /** Whether a change waits for the frame that shows it. */
  let waiting = false;
  let stopWaiting: (() => void) | undefined;

  function now(): void {
    waiting = false;
    stopWaiting?.();
    keeper.keep({ draft: draft(), version: store.version.peek() });
    if (store.dirty.peek()) lateTimer ??= setTimeout(isLate, LATE_MS);
    else late.value = true;
  }

  function flush(): void {
    if (waiting) now();
    keeper.flush();
    steps.flush();
  }

  return {
    late,
    fails,
    soon() {
      if (waiting) return;
      waiting = true;
      stopWaiting = afterPaint(now);
    },
    now,
    flush,
    async settled() {
      if (waiting) now();
      await keeper.settled();
    },
    forbid() {
      fails.value = 'forbidden';
    },
    close() {
      flush();
      clearTimeout(lateTimer);
    },
  };
}
