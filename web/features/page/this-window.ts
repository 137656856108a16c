/**
 * Which of a person's windows this is, and which others are still open. Two windows may show the same page: each
 * writes a draft of its own, and takes over that of a window that is gone, never that of one where somebody types.
 */

/** How long a lock is waited for: a window that was closed or loaded anew gives it back a moment later. */
const PATIENCE_MS = 700;
const STORED = 'qalam.window';

export interface ThisWindow {
  /** Of this window, the same after a reload. */
  readonly id: string;
  /** Takes a new name: what was written under the one before is left to whoever opens the page next. */
  rename(): void;
  /** Ends when `id` is sure: a window that was duplicated has the name of the other one at first. */
  readonly ready: Promise<void>;
  /** Whether another window is still open. Where the browser cannot tell, it is taken to be gone. */
  isOpen(id: string): Promise<boolean>;
}

type Locks = Pick<LockManager, 'request'>;
type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** @param store of this window alone, and @param locks of all windows of the service */
export function createThisWindow(
  store: Store = ownStorage(),
  locks: Locks | undefined = navigator.locks,
): ThisWindow {
  let id = remembered(store) ?? '';
  if (id === '') newName();

  function newName(): string {
    // Not randomUUID, which only secure addresses have.
    id = crypto.getRandomValues(new BigUint64Array(1))[0]!.toString(36);
    try {
      store.setItem(STORED, id);
    } catch {
      // After a reload it is another window, whose drafts are found all the same.
    }
    return id;
  }

  async function claim(): Promise<void> {
    if (!locks) return;
    if (await hold(locks, id)) return;
    await hold(locks, newName());
  }

  return {
    get id() {
      return id;
    },
    rename() {
      const name = newName();
      if (locks) void hold(locks, name);
    },
    ready: claim(),
    async isOpen(other) {
      if (!locks || other === '') return false;
      return !(await take(locks, other, () => undefined));
    },
  };
}

/** A browser that forbids storage throws when it is only asked for it. */
function ownStorage(): Store {
  try {
    return sessionStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined };
  }
}

function remembered(store: Store): string | null {
  try {
    return store.getItem(STORED);
  } catch {
    return null;
  }
}

/** Keeps the lock of a window for as long as the document lives; false where another one has it. */
async function hold(locks: Locks, id: string): Promise<boolean> {
  const { promise: taken, resolve } = Promise.withResolvers<true>();
  const keep = () => {
    resolve(true);
    return new Promise<never>(() => undefined);
  };
  return Promise.race([taken, take(locks, id, keep)]);
}

async function take(locks: Locks, id: string, work: () => unknown): Promise<boolean> {
  try {
    await locks.request(`qalam.window.${id}`, { signal: AbortSignal.timeout(PATIENCE_MS) }, work);
    return true;
  } catch {
    return false;
  }
}
