/**
 * Drafts: what was typed and not yet saved, kept in this browser for one account, page, revision and window.
 * IndexedDB, because what it has committed outlives a crash of the browser; localStorage is written seconds late.
 */
import { giveUpKeptPages } from '../../offline/kept-pages.ts';
import { whenIdle } from '../../state/when-idle.ts';
import { type DraftText, draftTextOf } from './draft-text.ts';
import { askToLast } from './lasting-storage.ts';
import type { WorkLines } from './lines.ts';
import type { KeptSteps } from './steps.ts';
import { createThisWindow, type ThisWindow } from './this-window.ts';

export interface Draft {
  user: string;
  page: string;
  /** The revision that the work began from; '' where the page had none. */
  revision: string;
  /** Its ETag, for If-Match. */
  etag: string;
  text: DraftText;
  /** Milliseconds UTC. */
  keptAt: number;
  /** A save that could not be sent for want of a connection: it is sent as soon as there is one. */
  queued?: SaveWish;
}

export interface FoundDraft extends Draft {
  /** The window that wrote it; '' where it was of an earlier version. */
  window: string;
  /** `this` window, before it was loaded anew; one that has the page `open` and goes on writing; or one that is `gone`. */
  writer: 'this' | 'open' | 'gone';
  /** What undo led to. */
  steps?: KeptSteps;
}

/** How a text is to be saved. */
export interface SaveWish {
  submit?: boolean;
  note?: string;
}

export interface DraftShelf {
  /** The name of this window, which its drafts bear; sure once `list` has answered. */
  window(): string;
  /** From now on this window writes drafts beside those that it has, never over them. */
  leaveBehind(): void;
  /** From now on this window has the page open: nobody takes over its draft, until what is answered is called. */
  enter(page: string): () => void;
  /** Ends when the window that wrote this draft has left the page. */
  left(draft: Pick<FoundDraft, 'page' | 'window'>): Promise<void>;
  /** The drafts of one account on one page, newest first. */
  list(user: string, page: string): Promise<FoundDraft[]>;
  /** @throws where the device keeps nothing: full, or forbidden. */
  keep(draft: Draft): Promise<void>;
  /** Keeps the steps of undo of this window's draft; they go with it. @throws as `keep` does */
  keepSteps(of: Pick<Draft, 'user' | 'page' | 'revision'>, steps: KeptSteps): Promise<void>;
  /** The pages of which this account has drafts here, the newest first, each with the moment of its newest. */
  pages(user: string): Promise<{ page: string; keptAt: number }[]>;
  /** Throws away what is kept for work without a connection, and can be had again; false where nothing is. */
  makeRoom(): Promise<boolean>;
  /** This window's, unless another is named. */
  discard(draft: Pick<FoundDraft, 'user' | 'page' | 'revision'> & { window?: string }): Promise<void>;
}

const STORE = 'drafts';
/** The key of no draft: nobody's name is empty. */
const NOBODYS = ['', '', ''];

/**
 * As it is stored. `revision` holds the window, too: a key of four parts would need a new version of the database,
 * which waits for all windows of the old one. Drafts of an earlier version held all lines, as one string.
 */
type StoredDraft = Omit<Draft, 'text'> & ({ text: DraftText } | { lines: string });

/** Steps lie beside the drafts, where none is looked for: a store of their own would need a new version, too. */
interface StoredSteps {
  user: string;
  page: string;
  revision: string;
  steps: KeptSteps;
}
const ownerOfSteps = (user: string) => `${user} steps`;

/**
 * The shelf of this browser. The database is opened with the first use, and again after a failure;
 * who only reads the page takes no lock and needs no storage.
 */
export function createDraftShelf(
  factory: IDBFactory = indexedDB,
  makeWindow: () => ThisWindow = createThisWindow,
): DraftShelf {
  let opened: Promise<IDBDatabase> | null = null;
  let made: ThisWindow | undefined;
  let askedToLast = false;
  const thisWindow = () => (made ??= makeWindow());
  const keyOf = (revision: string, window = thisWindow().id) => `${revision} ${window}`;

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
    window: () => thisWindow().id,
    leaveBehind: () => thisWindow().rename(),
    enter: (page) => thisWindow().enter(page),
    left: ({ page, window }) => thisWindow().left(window, page),
    async list(user, page) {
      const of = (owner: string) => IDBKeyRange.bound([owner, page], [owner, page, []]);
      const found = await run<StoredDraft[]>('readonly', (store) => store.getAll(of(user)));
      const kept = await run<StoredSteps[]>('readonly', (store) => store.getAll(of(ownerOfSteps(user))));
      const stepsOf = new Map(kept.map(({ revision, steps }) => [revision, steps]));
      // The first write of a window takes longer than all that follow: it had better not be that of a key press.
      run('readwrite', (store) => store.delete(NOBODYS)).catch(() => undefined);
      await thisWindow().ready;
      const told = found.map(async (stored): Promise<FoundDraft> => {
        const [revision = '', window = ''] = stored.revision.split(' ');
        const text = 'text' in stored ? stored.text : draftTextOf([], JSON.parse(stored.lines) as WorkLines);
        const isOwn = window === thisWindow().id;
        const writer = isOwn ? 'this' : (await thisWindow().hasOpen(window, page)) ? 'open' : 'gone';
        const steps = stepsOf.get(stored.revision);
        return { ...stored, text, revision, window, writer, ...(steps && { steps }) };
      });
      return (await Promise.all(told)).toSorted((a, b) => b.keptAt - a.keptAt);
    },
    async keep(draft) {
      await run('readwrite', (store) => store.put({ ...draft, revision: keyOf(draft.revision) }));
      // Only now there is something to lose.
      if (!askedToLast) whenIdle(() => void askToLast(navigator.storage, Date.now()).catch(() => undefined));
      askedToLast = true;
    },
    async keepSteps({ user, page, revision }, steps) {
      const stored: StoredSteps = { user: ownerOfSteps(user), page, revision: keyOf(revision), steps };
      await run('readwrite', (store) => store.put(stored));
    },
    async pages(user) {
      const found = await run<StoredDraft[]>('readonly', (store) =>
        store.getAll(IDBKeyRange.bound([user], [user, []])),
      );
      const newest = new Map<string, number>();
      for (const { page, keptAt } of found) newest.set(page, Math.max(keptAt, newest.get(page) ?? 0));
      const pages = [...newest].map(([page, keptAt]) => ({ page, keptAt }));
      return pages.toSorted((a, b) => b.keptAt - a.keptAt);
    },
    makeRoom: giveUpKeptPages,
    async discard({ user, page, revision, window }) {
      // A draft of an earlier version has no window in its key.
      const key = window === '' ? revision : keyOf(revision, window);
      await run('readwrite', (store) => {
        store.delete([ownerOfSteps(user), page, key]);
        return store.delete([user, page, key]);
      });
    },
  };
}
