/**
 * Drafts: what was typed and not yet saved, kept in this browser for one account, page and revision.
 * IndexedDB, because what it has committed outlives a crash of the browser; localStorage is written seconds late.
 */
import type { WorkLines } from './lines.ts';

export interface Draft {
  user: string;
  page: string;
  /** The revision that the work began from; '' where the page had none. */
  revision: string;
  /** Its ETag, for If-Match. */
  etag: string;
  lines: WorkLines;
  /** Milliseconds UTC. */
  keptAt: number;
}

export interface DraftShelf {
  /** The drafts of one account on one page, newest first. */
  list(user: string, page: string): Promise<Draft[]>;
  /** @throws where the device keeps nothing: full, or forbidden. */
  keep(draft: Draft): Promise<void>;
  discard(draft: Pick<Draft, 'user' | 'page' | 'revision'>): Promise<void>;
}

const STORE = 'drafts';

/** As stored: the lines as one string, which is copied in a fraction of the time that 600 objects take. */
type StoredDraft = Omit<Draft, 'lines'> & { lines: string };

/** The shelf of this browser. The database is opened with the first use, and again after a failure. */
export function createDraftShelf(factory: IDBFactory = indexedDB): DraftShelf {
  let opened: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    opened ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.open('qalam', 1);
      request.addEventListener('upgradeneeded', () => {
        request.result.createObjectStore(STORE, { keyPath: ['user', 'page', 'revision'] });
      });
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('no storage')));
      request.addEventListener('blocked', () => reject(new Error('storage is blocked')));
    }).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  async function run<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const transaction = (await open()).transaction(STORE, mode);
    return new Promise<T>((resolve, reject) => {
      const request = work(transaction.objectStore(STORE));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not kept')));
      // Without this the commit waits for the next task, which a closing window no longer has.
      if (mode === 'readwrite') transaction.commit();
    });
  }

  return {
    async list(user, page) {
      const range = IDBKeyRange.bound([user, page], [user, page, []]);
      const found = await run<StoredDraft[]>('readonly', (store) => store.getAll(range));
      return found
        .map((draft) => ({ ...draft, lines: JSON.parse(draft.lines) as WorkLines }))
        .toSorted((a, b) => b.keptAt - a.keptAt);
    },
    async keep(draft) {
      const stored: StoredDraft = { ...draft, lines: JSON.stringify(draft.lines) };
      await run('readwrite', (store) => store.put(stored));
    },
    async discard({ user, page, revision }) {
      await run('readwrite', (store) => store.delete([user, page, revision]));
    },
  };
}

/**
 * Writes the newest value only, one write at a time: while one is under way the next waits, and only the last
 * of those that wait is written. Nothing is delayed otherwise.
 */
export function createKeeper<T>(
  write: (value: T) => Promise<void>,
  told: { kept: (value: T) => void; failed: (error: unknown) => void },
): { keep: (value: T) => void; settled: () => Promise<void> } {
  let waiting: { value: T } | null = null;
  let running: Promise<void> | null = null;

  async function drain(): Promise<void> {
    while (waiting) {
      const { value } = waiting;
      waiting = null;
      try {
        await write(value);
        told.kept(value);
      } catch (error) {
        told.failed(error);
      }
    }
    running = null;
  }

  return {
    keep(value) {
      waiting = { value };
      running ??= drain();
    },
    settled: async () => {
      await running;
    },
  };
}
