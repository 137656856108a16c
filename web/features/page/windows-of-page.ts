/**
 * The other windows in which one person has the same page open: which of them have text that is not saved, and what
 * one that has left the page left behind.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DraftShelf, FoundDraft } from './drafts.ts';
import type { OtherWindows, WindowNews } from './other-windows.ts';

export interface WindowsOfPage {
  /** Whether another window has text that is not saved. */
  readonly elsewhere: ReadonlySignal<boolean>;
  /** The newest draft that waits for this window to open it. */
  readonly leftBehind: ReadonlySignal<FoundDraft | null>;
  /** Begins to tell and to hear. @param drafts what lay on the shelf when the page was opened */
  join(drafts: readonly FoundDraft[]): void;
  /** This draft waits until the person opens it. */
  leaveBehind(draft: FoundDraft): void;
  /** What was left is opened here; null where another window has opened it. */
  takeLeft(): Promise<FoundDraft | null>;
  /** A new revision stands, or what a window had left is this one's. */
  tell(news: 'saved' | 'taken'): void;
  /** Nothing more is written here; the window may be gone in a moment. */
  leave(): void;
  close(): void;
}

interface Parts {
  user: string;
  page: string;
  shelf: DraftShelf;
  /** Whether this window has text that is not saved. */
  dirty: ReadonlySignal<boolean>;
  /** Another window has saved. */
  onSaved: () => void;
}

export function createWindowsOfPage({ user, page, shelf, dirty, onSaved }: Parts): WindowsOfPage {
  const writing = signal<ReadonlySet<string>>(new Set());
  const leftBehind = signal<FoundDraft | null>(null);
  /** Those whose leaving is waited for. */
  const watched = new Set<string>();
  let others: OtherWindows | undefined;
  let stopTelling: (() => void) | undefined;
  let leaveSeat: (() => void) | undefined;
  let closed = false;

  async function tellAndHear(): Promise<void> {
    const { joinWindows } = await import('./other-windows.ts');
    if (closed) return;
    others = joinWindows({ user, page, window: shelf.window() }, hear);
    others.tell('who');
    let told = false;
    stopTelling = effect(() => {
      const now = dirty.value;
      if (now !== told) others?.tell(now ? 'writing' : 'done');
      told = now;
    });
  }

  function hear(news: WindowNews, window: string): void {
    if (closed) return;
    if (news === 'saved') onSaved();
    else if (news === 'who') {
      if (dirty.peek()) others?.tell('writing');
    } else if (news === 'writing') {
      noteWriting(window);
      // It was only loaded anew.
      if (leftBehind.peek()) void lookBehind();
    } else if (news === 'taken') void lookBehind();
    else {
      writing.value = new Set([...writing.peek()].filter((one) => one !== window));
      void lookBehind();
    }
  }

  function noteWriting(window: string): void {
    writing.value = new Set([...writing.peek(), window]);
    if (watched.has(window)) return;
    watched.add(window);
    // A window that crashes says nothing.
    const gone = () => {
      watched.delete(window);
      hear('done', window);
    };
    shelf.left({ page, window }).then(gone, () => undefined);
  }

  /** One that has nothing unsaved any more saved it, or has left: then its draft is still there. */
  async function lookBehind(): Promise<void> {
    const drafts = await shelf.list(user, page).catch(() => []);
    if (!closed) leftBehind.value = drafts.find(({ writer }) => writer === 'gone') ?? null;
  }

  return {
    elsewhere: computed(() => writing.value.size > 0),
    leftBehind,
    join(drafts) {
      if (closed) return;
      leaveSeat ??= shelf.enter(page);
      // Without a connection the part that talks to other windows may be missing: the page is opened all the same.
      void tellAndHear().catch(() => undefined);
      for (const { writer, window } of drafts) if (writer === 'open') noteWriting(window);
    },
    leaveBehind(draft) {
      leftBehind.value ??= draft;
    },
    async takeLeft() {
      await lookBehind();
      const draft = leftBehind.peek();
      leftBehind.value = null;
      return draft;
    },
    tell: (news) => others?.tell(news),
    leave: () => others?.tell('done'),
    close() {
      closed = true;
      stopTelling?.();
      others?.close();
      others = undefined;
      leaveSeat?.();
    },
  };
}
