/**
 * Writes that are under way at once; the next waits, and only the newest of those that wait is written. On a busy
 * machine the answer to a write takes longer than keys do, and what waits for it dies with the window: a second of
 * the quickest typing is let through.
 */
export const AT_ONCE = 32;

export interface Keeper<T> {
  /**
   * Begins to write the value within this very call: every task that would come between is time in which a crash
   * loses it. While too many writes are under way it waits, and gives way to a newer one.
   */
  keep(value: T): void;
  /** Begins writing what waits, whatever is under way: the window may be gone in a moment. */
  flush(): void;
  /** Ends when everything is written or has failed. */
  settled(): Promise<void>;
}

/** @param write keeps the order of its calls, also where one is not awaited before the next, as IndexedDB does */
export function createKeeper<T>(
  write: (value: T) => Promise<void>,
  told: { kept: (value: T) => void; failed: (error: unknown) => void },
): Keeper<T> {
  let waiting: { value: T } | null = null;
  const running = new Set<Promise<void>>();

  async function run(value: T): Promise<void> {
    try {
      await write(value);
      told.kept(value);
    } catch (error) {
      told.failed(error);
    }
  }

  async function begin({ value }: { value: T }): Promise<void> {
    const own = run(value);
    running.add(own);
    await own;
    running.delete(own);
    if (waiting && running.size < AT_ONCE) flush();
  }

  function flush(): void {
    const next = waiting;
    waiting = null;
    if (next) void begin(next);
  }

  return {
    keep(value) {
      waiting = { value };
      if (running.size < AT_ONCE) flush();
    },
    flush,
    async settled() {
      flush();
      while (running.size > 0) await Promise.all(running);
    },
  };
}
