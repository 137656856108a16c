/** Keeps the steps of undo beside the draft, when nothing else is to be done: never does a letter wait for them. */
import { whenIdle } from '../../state/when-idle.ts';
import { type KeptSteps, keptSteps, type Steps } from './steps.ts';
import type { LineStore } from './store.ts';

export interface StepKeeper {
  /** In a quiet moment; what has not changed since the last time is not written. */
  soon(): void;
  /** What waits is written now. */
  flush(): void;
  /** The draft is gone, and the steps with it. */
  forget(): void;
}

/** @param write may fail: the text is kept without its steps then, and the next step is tried again */
export function createStepKeeper(store: LineStore, write: (steps: KeptSteps) => Promise<void>): StepKeeper {
  let written: Steps | null = null;
  let stop: (() => void) | null = null;

  function flush(): void {
    if (!stop) return;
    stop();
    stop = null;
    const steps = store.steps();
    if (!store.dirty.peek() || (steps.past === written?.past && steps.future === written.future)) return;
    const kept = keptSteps(store.base(), store.lines(), steps);
    if (!kept) return;
    written = steps;
    write(kept).catch(() => (written = null));
  }

  return {
    soon() {
      stop ??= whenIdle(flush);
    },
    flush,
    forget() {
      written = null;
    },
  };
}
