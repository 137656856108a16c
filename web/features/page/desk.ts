/**
 * The desk: one person's work on one page. Holds the lines, keeps a draft on this device with every change,
 * saves on top of the revision that the work began from, and puts two people's versions side by side when
 * somebody else saved first. Knows no component and no network; both are handed in.
 */
import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Revision, Transcription, TranscriptionSave } from '../../../worker/shapes/transcriptions.ts';
import { type ApiProblem, toProblem } from '../../api/problem.ts';
import { draftTextOf, linesOfDraft } from './draft-text.ts';
import { createDraftWriter } from './draft-writer.ts';
import type { Draft, DraftShelf, FoundDraft, SaveWish } from './drafts.ts';
import { fromSaved, sameText, toSave, type WorkLines } from './lines.ts';
import { type Choice, mergeLines, mergedLines, type MergeRow } from './merge.ts';
import { ownSave } from './own-save.ts';
import { saysTheSame, stepsAgain } from './steps.ts';
import { createLineStore, type LineStore } from './store.ts';
import { createWindowsOfPage } from './windows-of-page.ts';

export interface Versioned<T> {
  data: T;
  etag: string;
  /** When the answer was given, where it is one that this device had kept; ISO 8601 UTC. */
  keptAt?: string | null;
}

/** What the desk asks of the service. All may throw ApiProblem. */
export interface DeskService {
  transcription(page: string): Promise<Versioned<Transcription>>;
  revision(id: string): Promise<Revision>;
  save(page: string, body: TranscriptionSave, etag: string): Promise<Versioned<Revision>>;
}

export type SaveState = 'saved' | 'unsaved' | 'draft' | 'saving' | 'offline' | 'conflict' | 'failed';

export interface OpenConflict {
  theirs: Transcription;
  rows: MergeRow[];
}

export interface Desk {
  readonly store: LineStore;
  /** The revision that the work stands on. */
  readonly revision: ReadonlySignal<Transcription>;
  readonly state: ReadonlySignal<SaveState>;
  /** Why this device keeps no draft; null while it does. */
  readonly keepingFails: ReadonlySignal<'full' | 'forbidden' | null>;
  /** Goes up when a save was sent that had waited for a connection. */
  readonly savedLater: ReadonlySignal<number>;
  /** When the text that the work stands on was read, where there was no connection and this device had kept it. */
  readonly keptAt: ReadonlySignal<string | null>;
  /** A draft that was found when the page was opened; `behind` when somebody has saved since. */
  readonly restored: ReadonlySignal<{ keptAt: number; behind: boolean } | null>;
  /** Whether another window of this person has unsaved text of this page. */
  readonly elsewhere: ReadonlySignal<boolean>;
  /** A draft of a window that has left the page while this one had it open. */
  readonly leftBehind: ReadonlySignal<FoundDraft | null>;
  readonly conflict: ReadonlySignal<OpenConflict | null>;
  readonly problem: ReadonlySignal<ApiProblem | null>;
  /** Lines that the service refused: key → its error code and message. */
  readonly refused: ReadonlySignal<ReadonlyMap<string, { code: string; message: string }>>;
  /** Looks for a draft of an earlier visit. Nothing may be typed before it is over. */
  openDraft(): Promise<void>;
  /** Looks no longer: a draft that is there stays for the next visit, and is not written over. */
  leaveDraft(): void;
  discardDraft(): Promise<void>;
  /** Opens what another window left behind; only where nothing is unsaved here. @throws ApiProblem */
  openLeft(): Promise<void>;
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

/** When a save is tried again that had no connection, in milliseconds; the browser's word for it comes beside. */
const RETRY_MS = [5_000, 10_000, 20_000, 60_000];
const NONE_REFUSED: ReadonlyMap<string, { code: string; message: string }> = new Map();

export function createDesk(parts: DeskParts): Desk {
  const { page, user, service, shelf, now = Date.now } = parts;
  const store = createLineStore(fromSaved(parts.found.data.lines), {
    rightToLeft: parts.rightToLeft ?? false,
  });
  let etag = parts.found.etag;
  let theirEtag = '';
  let wanted: SaveWish = {};
  /** Asked for while there was no connection. */
  let queued: SaveWish | null = null;
  let retries = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;

  const revision = signal(parts.found.data);
  const keptAt = signal(parts.found.keptAt ?? null);
  const saving = signal(false);
  const savedLater = signal(0);
  const restored = signal<{ keptAt: number; behind: boolean } | null>(null);
  const conflict = signal<OpenConflict | null>(null);
  const problem = signal<ApiProblem | null>(null);
  const refused = signal(NONE_REFUSED);

  const state = computed<SaveState>(() => {
    if (conflict.value) return 'conflict';
    if (saving.value) return 'saving';
    if (problem.value) return problem.value.offline ? 'offline' : 'failed';
    if (!store.dirty.value) return 'saved';
    return drafts.late.value || keepingFails.value !== null ? 'unsaved' : 'draft';
  });

  const drafts = createDraftWriter({ store, shelf, name: draftName, draft: draftNow });
  const keepingFails = drafts.fails;

  /** Null where nothing is to be kept. */
  function draftNow(): Draft | null {
    if (!store.dirty.peek() && !queued) return null;
    const text = draftTextOf(store.base(), store.lines());
    return { ...draftName(), etag, text, keptAt: now(), ...(queued && { queued }) };
  }

  const onSaved = () => void takeNewer();
  const windows = createWindowsOfPage({ user, page, shelf, dirty: store.dirty, onSaved });

  function leave(): void {
    drafts.flush();
    windows.leave();
  }

  // Every change of the text, from the second run on: the first only begins to listen.
  let listening = false;
  const stopKeeping = effect(() => {
    void store.version.value;
    if (!listening) {
      listening = true;
      return;
    }
    untracked(() => drafts.soon());
    if (problem.peek() && !problem.peek()!.offline) problem.value = null;
  });

  function draftName() {
    return { user, page, revision: revision.peek().id ?? '' };
  }

  let isLeft = false;

  async function openDraft(): Promise<void> {
    const found = await shelf.list(user, page).catch(() => {
      drafts.forbid();
      // What could not be read may be there: it is not written over where writing goes again.
      shelf.leaveBehind();
      return [];
    });
    if (isLeft) return;
    windows.join(found);
    for (const draft of found.filter(({ writer }) => writer !== 'open')) {
      if (store.dirty.peek() || restored.peek() !== null) windows.leaveBehind(draft);
      else await restore(draft).catch(() => leaveForLater(draft));
    }
  }

  let closed = false;

  /** What another window saved is shown here, too, unless there is work that it will be merged with. */
  async function takeNewer(): Promise<void> {
    if (store.dirty.peek() || running) return;
    const newer = await service.transcription(page).catch(() => null);
    if (newer && !closed) adopt(newer);
  }

  function adopt(found: Versioned<Transcription>): void {
    const isAnother = found.data.id !== revision.peek().id;
    // What this device had kept is never newer than what stands here: a save that was not read back yet, say.
    if (isAnother && found.keptAt) return;
    keptAt.value = found.keptAt ?? null;
    if (!isAnother) {
      revision.value = found.data;
      return;
    }
    if (!store.dirty.peek() && !running) stand(found);
  }

  function leaveDraft(): void {
    isLeft = true;
    shelf.leaveBehind();
  }

  async function restore(draft: FoundDraft): Promise<void> {
    const behind = draft.revision !== draftName().revision;
    const current = { data: revision.peek(), etag, keptAt: keptAt.peek() };
    const old = behind ? await beganFrom(draft) : revision.peek();
    const base = fromSaved(old.lines);
    const lines = linesOfDraft(base, draft.text);
    // A draft that was saved, but whose removal a crash prevented.
    const isSaved = sameText(lines, store.base()) || saysTheSame(lines, store.base());
    if (isSaved && (behind || !draft.queued)) {
      await shelf.discard(draft).catch(() => undefined);
      return;
    }
    batch(() => {
      if (behind) {
        revision.value = old;
        etag = draft.etag;
        store.rebase(base, lines);
      } else store.replace(lines);
      if (draft.steps) store.resume(stepsAgain(base, lines, draft.steps));
      restored.value = { keptAt: draft.keptAt, behind };
    });
    if (behind) await goOnFromOwnSave(draft, current);
    if (draft.writer === 'gone') void takeOver(draft);
    if (draft.queued) void saveLater(draft.queued);
  }

  async function openLeft(): Promise<void> {
    if (store.dirty.peek()) return;
    const draft = await windows.takeLeft();
    if (!draft) return;
    // What was typed meanwhile is not written over.
    if (store.dirty.peek()) windows.leaveBehind(draft);
    else {
      await restore(draft).catch((error: unknown) => {
        windows.leaveBehind(draft);
        throw error;
      });
    }
  }

  /** Of a draft on an older version, that one is not to be had without a connection. */
  function leaveForLater(draft: FoundDraft): void {
    shelf.leaveBehind();
    windows.leaveBehind(draft);
  }

  /** Nobody else has saved since the draft was begun: it was this person, and the answer was lost on the way. */
  async function goOnFromOwnSave(draft: Draft, current: Versioned<Transcription>): Promise<void> {
    const own = ownSave(current.data, user, [store.lines(), ...store.steps().past]);
    if (!own) return;
    await accept(own, current);
    restored.value = { keptAt: draft.keptAt, behind: false };
  }

  /** The draft of a window that is gone is this window's from now on. */
  async function takeOver(draft: FoundDraft): Promise<void> {
    await drafts.settled();
    if (keepingFails.peek() !== null) return;
    await shelf.discard(draft).catch(() => undefined);
    windows.tell('taken');
  }

  async function beganFrom(draft: Draft): Promise<Transcription> {
    return draft.revision === '' ? emptyBefore(revision.peek()) : service.revision(draft.revision);
  }

  /** Sends what was asked for while there was no connection. */
  async function saveLater(wish: SaveWish): Promise<void> {
    if (await save(wish)) savedLater.value += 1;
  }

  async function discardDraft(): Promise<void> {
    await drafts.settled();
    await shelf.discard(draftName());
    unqueue();
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
      refused.value = NONE_REFUSED;
    });
    // If the answer is lost on the way, this is how the text is known again.
    store.seal();
    try {
      const body: TranscriptionSave = {
        lines: toSave(sent, store.base()),
        ...(wish.note ? { note: wish.note } : {}),
        ...(wish.submit ? { submit: true } : {}),
      };
      await accept(sent, await service.save(page, body, etag));
      return true;
    } catch (error) {
      const found = toProblem(error);
      if (found.status === 412) return onStale(wish, sent);
      onRefusal(found, sent);
      return false;
    } finally {
      saving.value = false;
    }
  }

  /** `sent` is saved: the work goes on from there. */
  async function accept(sent: WorkLines, saved: Versioned<Transcription>): Promise<void> {
    const old = draftName();
    await drafts.settled();
    unqueue();
    batch(() => {
      revision.value = saved.data;
      etag = saved.etag;
      keptAt.value = saved.keptAt ?? null;
      restored.value = null;
      wanted = {};
      store.accept(sent, fromSaved(saved.data.lines));
    });
    windows.tell('saved');
    // A failed removal is no failed save: openDraft recognises what is saved already.
    await shelf.discard(old).catch(() => undefined);
  }

  async function onStale(wish: SaveWish, sent: WorkLines): Promise<boolean> {
    unqueue();
    try {
      const theirs = await service.transcription(page);
      const own = ownSave(theirs.data, user, [sent, ...store.steps().past]);
      if (own) {
        await accept(own, theirs);
        const isDone = own === sent && (!wish.submit || theirs.data.submittedAt !== undefined);
        return isDone || (await send(wish, store.lines()));
      }
      theirEtag = theirs.etag;
      const rows = mergeLines(store.base(), store.lines(), fromSaved(theirs.data.lines));
      conflict.value = { theirs: theirs.data, rows };
    } catch (error) {
      problem.value = toProblem(error);
    }
    return false;
  }

  function onRefusal(found: ApiProblem, sent: WorkLines): void {
    if (found.offline) queue();
    else unqueue();
    batch(() => {
      problem.value = found;
      const lines = new Map<string, { code: string; message: string }>();
      for (const { path, code, message } of found.errors) {
        const line = path[0] === 'lines' && typeof path[1] === 'number' ? sent[path[1]] : undefined;
        if (line) lines.set(line.key, { code, message });
      }
      if (lines.size > 0) refused.value = lines;
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
    await drafts.settled();
    if (keepingFails.peek() === null) await shelf.discard(old).catch(() => undefined);
    return save(wanted);
  }

  /** The wish is kept with the draft, so that it outlives the window. */
  function queue(): void {
    queued = wanted;
    drafts.now();
    retryTimer = setTimeout(onOnline, RETRY_MS[Math.min(retries, RETRY_MS.length - 1)]);
    retries += 1;
  }

  function unqueue(): void {
    queued = null;
    retries = 0;
    clearTimeout(retryTimer);
  }

  function onOnline(): void {
    if (!queued || running) return;
    clearTimeout(retryTimer);
    void saveLater(queued);
  }
  // The browser writes nothing for a window that is gone.
  globalThis.addEventListener?.('online', onOnline);
  globalThis.addEventListener?.('pagehide', leave);

  return {
    store,
    revision,
    state,
    keepingFails,
    savedLater,
    keptAt,
    restored,
    elsewhere: windows.elsewhere,
    leftBehind: windows.leftBehind,
    conflict,
    problem,
    refused,
    openDraft,
    leaveDraft,
    discardDraft,
    openLeft,
    save,
    resolve,
    postpone() {
      conflict.value = null;
    },
    etag: () => etag,
    adopt,
    close() {
      closed = true;
      stopKeeping();
      drafts.close();
      windows.close();
      clearTimeout(retryTimer);
      globalThis.removeEventListener?.('online', onOnline);
      globalThis.removeEventListener?.('pagehide', leave);
    },
  };
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
