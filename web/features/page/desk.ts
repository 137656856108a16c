/**
 * The desk: one person's work on one page. Holds the lines, keeps a draft on this device with every change,
 * saves on top of the revision that the work began from, and puts two people's versions side by side when
 * somebody else saved first. Knows no component and no network; both are handed in.
 */
import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Revision, Transcription, TranscriptionSave } from '../../../worker/shapes/transcriptions.ts';
import { type ApiProblem, toProblem } from '../../api/problem.ts';
import { createKeeper, type Draft, type DraftShelf } from './drafts.ts';
import { fromSaved, sameBox, sameText, toSave, type WorkLines } from './lines.ts';
import { type Choice, mergeLines, mergedLines, type MergeRow } from './merge.ts';
import { createLineStore, type LineStore } from './store.ts';

export interface Versioned<T> {
  data: T;
  etag: string;
}

/** What the desk asks of the service. All may throw ApiProblem. */
export interface DeskService {
  transcription(page: string): Promise<Versioned<Transcription>>;
  revision(id: string): Promise<Revision>;
  save(page: string, body: TranscriptionSave, etag: string): Promise<Versioned<Revision>>;
}

export type SaveState = 'saved' | 'unsaved' | 'draft' | 'saving' | 'offline' | 'conflict' | 'failed';

export interface SaveWish {
  submit?: boolean;
  note?: string;
}

export interface OpenConflict {
  theirs: Transcription;
  rows: MergeRow[];
}

export interface Desk {
  readonly store: LineStore;
  /** The revision that the work stands on. */
  readonly revision: ReadonlySignal<Transcription>;
  readonly state: ReadonlySignal<SaveState>;
  /** When the newest draft was kept on this device, in milliseconds. */
  readonly keptAt: ReadonlySignal<number | null>;
  /** Why this device keeps no draft; null while it does. */
  readonly keepingFails: ReadonlySignal<'full' | 'forbidden' | null>;
  /** A draft that was found when the page was opened; `behind` when somebody has saved since. */
  readonly restored: ReadonlySignal<{ keptAt: number; behind: boolean } | null>;
  readonly conflict: ReadonlySignal<OpenConflict | null>;
  readonly problem: ReadonlySignal<ApiProblem | null>;
  /** Lines that the service refused: key → its error code and message. */
  readonly refused: ReadonlySignal<ReadonlyMap<string, { code: string; message: string }>>;
  /** Looks for a draft of an earlier visit. */
  openDraft(): Promise<void>;
  discardDraft(): Promise<void>;
  /** True when the text is saved. */
  save(wish?: SaveWish): Promise<boolean>;
  /** Saves the merged text on top of theirs. */
  resolve(choices: ReadonlyMap<string, Choice>): Promise<boolean>;
  /** Goes back to the text without deciding; the next save asks again. */
  postpone(): void;
  /** Of the revision that the work stands on. */
  etag(): string;
  /** A newer revision came from elsewhere (OCR, restore). Taken unless there is unsaved work, which then merges at the save. */
  adopt(found: Versioned<Transcription>): void;
  close(): void;
}

export interface DeskParts {
  page: string;
  user: string;
  found: Versioned<Transcription>;
  service: DeskService;
  shelf: DraftShelf;
  rightToLeft?: boolean;
  now?: () => number;
}

export function createDesk(parts: DeskParts): Desk {
  const { page, user, service, shelf, now = Date.now } = parts;
  const store = createLineStore(fromSaved(parts.found.data.lines), {
    rightToLeft: parts.rightToLeft ?? false,
  });
  let etag = parts.found.etag;
  let theirEtag = '';
  let wanted: SaveWish = {};
  let running: Promise<boolean> | null = null;

  const revision = signal(parts.found.data);
  const saving = signal(false);
  const keptVersion = signal(-1);
  const keptAt = signal<number | null>(null);
  const keepingFails = signal<'full' | 'forbidden' | null>(null);
  const restored = signal<{ keptAt: number; behind: boolean } | null>(null);
  const conflict = signal<OpenConflict | null>(null);
  const problem = signal<ApiProblem | null>(null);
  const refused = signal<ReadonlyMap<string, { code: string; message: string }>>(new Map());

  const state = computed<SaveState>(() => {
    if (conflict.value) return 'conflict';
    if (saving.value) return 'saving';
    if (problem.value) return problem.value.offline ? 'offline' : 'failed';
    if (!store.dirty.value) return 'saved';
    return keptVersion.value === store.version.value ? 'draft' : 'unsaved';
  });

  const keeper = createKeeper<{ draft: Draft | null; version: number }>(
    async ({ draft }) => {
      if (draft) await shelf.keep(draft);
      else await shelf.discard(draftName());
    },
    {
      kept({ draft, version }) {
        batch(() => {
          keptVersion.value = version;
          keptAt.value = draft?.keptAt ?? null;
          keepingFails.value = null;
        });
      },
      failed(error) {
        const full = error instanceof Error && error.name === 'QuotaExceededError';
        keepingFails.value = full ? 'full' : 'forbidden';
      },
    },
  );

  // Every change of the text, from the second run on: the first only begins to listen.
  let listening = false;
  const stopKeeping = effect(() => {
    const version = store.version.value;
    if (!listening) {
      listening = true;
      return;
    }
    const draft = store.dirty.peek() ? { ...draftName(), etag, lines: store.lines(), keptAt: now() } : null;
    keeper.keep({ draft, version });
    if (problem.peek() && !problem.peek()!.offline) problem.value = null;
  });

  function draftName() {
    return { user, page, revision: revision.peek().id ?? '' };
  }

  async function openDraft(): Promise<void> {
    const drafts = await shelf.list(user, page).catch(() => {
      keepingFails.value = 'forbidden';
      return [];
    });
    for (const draft of drafts) {
      // A draft that was saved, but whose removal a crash prevented.
      if (saysTheSame(draft.lines, store.base())) await shelf.discard(draft).catch(() => undefined);
      else if (!store.dirty.peek() && restored.peek() === null) await restore(draft);
    }
  }

  async function restore(draft: Draft): Promise<void> {
    const behind = draft.revision !== (revision.peek().id ?? '');
    if (behind) {
      const old =
        draft.revision === '' ? emptyBefore(revision.peek()) : await service.revision(draft.revision);
      batch(() => {
        revision.value = old;
        etag = draft.etag;
        store.rebase(fromSaved(old.lines), draft.lines);
      });
    } else {
      store.replace(draft.lines);
    }
    restored.value = { keptAt: draft.keptAt, behind };
  }

  async function discardDraft(): Promise<void> {
    await keeper.settled();
    await shelf.discard(draftName());
    batch(() => {
      store.replace(store.base());
      restored.value = null;
      problem.value = null;
    });
    if (revision.peek().current) return;
    stand(await service.transcription(page));
  }

  /** The work now stands on this revision, with its text. */
  function stand(found: Versioned<Transcription>): void {
    batch(() => {
      revision.value = found.data;
      etag = found.etag;
      const lines = fromSaved(found.data.lines);
      store.rebase(lines, lines);
    });
  }

  function save(wish: SaveWish = {}): Promise<boolean> {
    // One save at a time; what is typed while it runs waits for the next.
    running ??= send(wish, store.lines()).finally(() => {
      running = null;
    });
    return running;
  }

  async function send(wish: SaveWish, sent: WorkLines): Promise<boolean> {
    wanted = wish;
    batch(() => {
      saving.value = true;
      problem.value = null;
      refused.value = new Map();
    });
    const old = draftName();
    try {
      const body: TranscriptionSave = {
        lines: toSave(sent, store.base()),
        ...(wish.note ? { note: wish.note } : {}),
        ...(wish.submit ? { submit: true } : {}),
      };
      const saved = await service.save(page, body, etag);
      await keeper.settled();
      batch(() => {
        revision.value = saved.data;
        etag = saved.etag;
        restored.value = null;
        wanted = {};
        store.accept(sent, fromSaved(saved.data.lines));
      });
      // A failed removal is no failed save: openDraft recognises what is saved already.
      await shelf.discard(old).catch(() => undefined);
      return true;
    } catch (error) {
      await onRefusal(toProblem(error), sent);
      return false;
    } finally {
      saving.value = false;
    }
  }

  async function onRefusal(found: ApiProblem, sent: WorkLines): Promise<void> {
    if (found.status === 412) {
      try {
        const theirs = await service.transcription(page);
        theirEtag = theirs.etag;
        const rows = mergeLines(store.base(), store.lines(), fromSaved(theirs.data.lines));
        conflict.value = { theirs: theirs.data, rows };
      } catch (error) {
        problem.value = toProblem(error);
      }
      return;
    }
    batch(() => {
      problem.value = found;
      const lines = new Map<string, { code: string; message: string }>();
      for (const { path, code, message } of found.errors) {
        const line = path[0] === 'lines' && typeof path[1] === 'number' ? sent[path[1]] : undefined;
        if (line) lines.set(line.key, { code, message });
      }
      refused.value = lines;
      const [first] = lines.keys();
      if (first !== undefined) store.goTo(first);
    });
  }

  async function resolve(choices: ReadonlyMap<string, Choice>): Promise<boolean> {
    const open = conflict.peek();
    if (!open) return false;
    const old = draftName();
    const theirs = fromSaved(open.theirs.lines);
    const merged = mergedLines(open.rows, choices, theirs);
    batch(() => {
      revision.value = open.theirs;
      etag = theirEtag;
      conflict.value = null;
      store.rebase(theirs, merged);
    });
    // The merged text is a draft on the new revision by now; the old one is not needed any more.
    await keeper.settled();
    if (keepingFails.peek() === null) await shelf.discard(old).catch(() => undefined);
    return save(wanted);
  }

  function onOnline(): void {
    if (problem.peek()?.offline) void save(wanted);
  }
  globalThis.addEventListener?.('online', onOnline);

  return {
    store,
    revision,
    state,
    keptAt,
    keepingFails,
    restored,
    conflict,
    problem,
    refused,
    openDraft,
    discardDraft,
    save,
    resolve,
    postpone() {
      conflict.value = null;
    },
    etag: () => etag,
    adopt(found) {
      if (found.data.id === revision.peek().id) {
        revision.value = found.data;
        return;
      }
      if (!store.dirty.peek() && !running) stand(found);
    },
    close() {
      stopKeeping();
      globalThis.removeEventListener?.('online', onOnline);
    },
  };
}

function saysTheSame(a: WorkLines, b: WorkLines): boolean {
  if (sameText(a, b)) return true;
  return (
    a.length === b.length && a.every((line, at) => line.text === b[at]!.text && sameBox(line.box, b[at]!.box))
  );
}

function emptyBefore(revision: Transcription): Transcription {
  return {
    id: null,
    page: revision.page,
    number: 0,
    parent: null,
    origin: null,
    lines: [],
    current: false,
    createdAt: revision.createdAt,
  };
}
