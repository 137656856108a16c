/** Steps back and forward over immutable values. Typing in one place counts as one step until a pause. */

export interface UndoStack<T> {
  /** Remembers `value` as the present. Values with the same `group` within a second of each other are one step. */
  push(value: T, group?: string): void;
  /** The present value stays a step of its own, whatever comes next. */
  seal(): void;
  undo(): T | undefined;
  redo(): T | undefined;
  canUndo(): boolean;
  canRedo(): boolean;
  /** Changes every remembered value, e.g. when the service has given the lines their ids; answers the present one. */
  rewrite(change: (value: T) => T): T;
  /** Values before the present one, oldest first, and behind it, the nearest last. New lists with every step. */
  all(): { past: readonly T[]; future: readonly T[] };
  /** Puts the steps of an earlier visit in place of all; the present stays. */
  resume(steps: { past: readonly T[]; future: readonly T[] }): void;
}

const PAUSE_MS = 1000;
const KEEP = 1000;

export function createUndoStack<T>(first: T, now: () => number = Date.now): UndoStack<T> {
  let past: readonly T[] = [];
  let present = first;
  let future: readonly T[] = [];
  let lastGroup: string | undefined;
  let lastTime = 0;

  return {
    push(value, group) {
      if (value === present) return;
      const time = now();
      const continues = group !== undefined && group === lastGroup && time - lastTime < PAUSE_MS;
      if (!continues) past = [...past.slice(-KEEP), present];
      present = value;
      if (future.length > 0) future = [];
      lastGroup = group;
      lastTime = time;
    },
    seal() {
      lastGroup = undefined;
    },
    undo() {
      const value = past.at(-1);
      if (value === undefined) return undefined;
      past = past.slice(0, -1);
      future = [...future, present];
      present = value;
      lastGroup = undefined;
      return value;
    },
    redo() {
      const value = future.at(-1);
      if (value === undefined) return undefined;
      future = future.slice(0, -1);
      past = [...past, present];
      present = value;
      lastGroup = undefined;
      return value;
    },
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    rewrite(change) {
      past = past.map(change);
      present = change(present);
      future = future.map(change);
      lastGroup = undefined;
      return present;
    },
    all: () => ({ past, future }),
    resume(steps) {
      ({ past, future } = steps);
      lastGroup = undefined;
    },
  };
}
