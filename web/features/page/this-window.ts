/**
 * Which of a person's windows this is, and which others have a page open. Two windows may show the same page: each
 * writes a draft of its own, and takes over that of a window that has left the page, never that of one where somebody
 * types.
 */

/** How long a lock is waited for: a window that was closed or loaded anew gives it back a moment later. */
const PATIENCE_MS = 700;
const STORED = 'qalam.window';
const lockOf = (name: string) => `qalam.window.${name}`;

export interface ThisWindow {
  /** Of this window, the same after a reload. */
  readonly id: string;
  /** Takes a new name: what was written under the one before is left to whoever opens the page next. */
  rename(): void;
  /** Ends when `id` is sure: a window that was duplicated has the name of the other one at first. */
  readonly ready: Promise<void>;
  /** From now on this window has the page open, until what is answered is called. */
  enter(page: string): () => void;
  /** Whether another window has the page open. Where the browser cannot tell, it is taken to have left it. */
  hasOpen(window: string, page: string): Promise<boolean>;
  /** Ends when the other window has left the page, was closed, or begins to be loaded anew. */
  left(window: string, page: string): Promise<void>;
}

type Locks = Pick<LockManager, 'request'>;
type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** @param store of this window alone, and @param locks of all windows of the service */
export function createThisWindow(
  store: Store = ownStorage(),
  locks: Locks | undefined = navigator.locks,
): ThisWindow {
  let id = remembered(store) ?? '';
  const entered = new Set<Seat>();
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

  /** Takes the seat under the name that this window has now; one that it had under another is free again. */
  function sit(seat: Seat): void {
    seat.leave();
    const { promise: until, resolve } = Promise.withResolvers<void>();
    seat.leave = resolve;
    // Where the browser refuses, this window is taken to have left: its draft may be opened elsewhere, and is not lost.
    locks?.request(lockOf(seatName(id, seat.page)), () => until).catch(() => undefined);
  }

  async function claim(): Promise<void> {
    if (!locks) return;
    if (await hold(locks, id)) return;
    await hold(locks, newName());
  }

  const ready = claim();
  return {
    get id() {
      return id;
    },
    rename() {
      const name = newName();
      if (locks) void hold(locks, name);
      for (const seat of entered) sit(seat);
    },
    ready,
    enter(page) {
      const seat: Seat = { page, leave: () => undefined };
      entered.add(seat);
      void ready.then(() => entered.has(seat) && sit(seat));
      return () => {
        entered.delete(seat);
        seat.leave();
      };
    },
    async hasOpen(window, page) {
      if (!locks || window === '') return false;
      return !(await take(locks, seatName(window, page), () => undefined));
    },
    async left(window, page) {
      await locks?.request(lockOf(seatName(window, page)), () => undefined);
    },
  };
}

/** A page that is open in this window. */
interface Seat {
  readonly page: string;
  leave: () => void;
}

const seatName = (window: string, page: string) => `${window} ${page}`;

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
    await locks.request(lockOf(id), { signal: AbortSignal.timeout(PATIENCE_MS) }, work);
    return true;
  } catch {
    return false;
  }
}
