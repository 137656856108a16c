import { Connection } from './connection.ts';
import { HranaError, isBusy } from './errors.ts';

export interface PoolOptions {
  path: string;
  pragmas: readonly string[];
  /** Connections lent at one time. */
  maxConnections: number;
  /** How long a statement waits for another connection's lock, in milliseconds. */
  busyTimeoutMs: number;
}

export interface Pool {
  acquire(): Promise<Connection>;
  release(connection: Connection): void;
  /** Runs a statement, waiting without blocking the thread while another connection holds the lock. */
  whenUnlocked<T>(run: () => T): Promise<T>;
  /** Says that a lock may have been released. */
  unlocked(): void;
  stats(): { lent: number; free: number; putAside: number };
  checkpoint(): void;
}

const MAX_RETRY_DELAY_MS = 50;

/**
 * Lends connections and takes them back, and never closes one: libsql 0.5.29 closes the native
 * handle twice (tursodatabase/libsql#2251), which can end the process. A connection that cannot
 * be used any more is put aside, referenced but unused.
 */
export function createPool({ path, pragmas, maxConnections, busyTimeoutMs }: PoolOptions): Pool {
  const free: Connection[] = [];
  const putAside: Connection[] = [];
  const locked = createWaitingRoom();
  const exhausted = createWaitingRoom();
  const schema = { version: 0 };
  let lent = 0;

  async function acquire(): Promise<Connection> {
    const deadline = Date.now() + busyTimeoutMs;
    for (;;) {
      if (lent < maxConnections) {
        const connection = free.pop() ?? new Connection(path, pragmas, schema);
        lent++;
        return connection;
      }
      const left = deadline - Date.now();
      if (left <= 0) {
        throw new HranaError('TRANSACTION_BUSY', 'Server cannot handle additional transactions', 503);
      }
      await exhausted.wait(left);
    }
  }

  function release(connection: Connection): void {
    lent--;
    if (isReusable(connection)) {
      free.push(connection);
    } else {
      connection.forgetStatements();
      putAside.push(connection);
    }
    exhausted.wakeAll();
    locked.wakeAll();
  }

  async function whenUnlocked<T>(run: () => T): Promise<T> {
    const deadline = Date.now() + busyTimeoutMs;
    for (let delay = 1; ; delay = Math.min(delay * 2, MAX_RETRY_DELAY_MS)) {
      try {
        return run();
      } catch (error) {
        if (!isBusy(error) || Date.now() >= deadline) throw error;
      }
      // The delay is for locks held outside of this server, of whose release nobody tells.
      await locked.wait(delay);
    }
  }

  return {
    acquire,
    release,
    whenUnlocked,
    unlocked: locked.wakeAll,
    stats: () => ({ lent, free: free.length, putAside: putAside.length }),
    checkpoint: () => free[0]?.checkpoint(),
  };
}

/** Undoes what a client left behind; false when the connection cannot serve another one. */
function isReusable(connection: Connection): boolean {
  try {
    connection.reset();
  } catch (error) {
    console.warn('a database connection could not be reset and is put aside', error);
    return false;
  }
  return !connection.broken;
}

/** Where requests wait to be woken, or for a time to pass, whichever comes first. */
function createWaitingRoom() {
  const waiting = new Set<() => void>();

  function wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const leave = () => {
        clearTimeout(timer);
        waiting.delete(leave);
        resolve();
      };
      const timer = setTimeout(leave, milliseconds);
      waiting.add(leave);
    });
  }

  function wakeAll(): void {
    for (const leave of waiting) leave();
  }

  return { wait, wakeAll };
}
