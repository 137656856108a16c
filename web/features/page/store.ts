/**
 * The lines of one page in hand. Signals, but no component: what is drawn depends on this, never the reverse.
 * Each line has a signal of its own, so that a key press draws one line anew, on a page of 600 as on one of 6.
 */
import { batch, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import * as change from './lines.ts';
import type { Caret, Outcome, WorkLine, WorkLines } from './lines.ts';
import type { Steps } from './steps.ts';
import { createUndoStack } from './undo.ts';

export interface LineStore {
  /** Keys in reading order; changes only when lines come, go or move. */
  readonly keys: ReadonlySignal<readonly string[]>;
  /** The line in hand, or null. */
  readonly current: ReadonlySignal<string | null>;
  /** A wish to put the caret somewhere; a new object for every wish. */
  readonly caret: ReadonlySignal<Caret | null>;
  /** Whether the text differs from the revision it began from. */
  readonly dirty: ReadonlySignal<boolean>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Goes up with every change of the text; what keeps drafts listens to it. */
  readonly version: ReadonlySignal<number>;
  line(key: string): ReadonlySignal<WorkLine | undefined>;
  /** Whether this line is the one in hand: only the two lines concerned hear of a change. */
  inHand(key: string): ReadonlySignal<boolean>;
  lines(): WorkLines;
  /** The lines of the revision that the work began from. */
  base(): WorkLines;
  /** Whether this line says something else than the saved revision. */
  changed(key: string): boolean;
  select(key: string | null): void;
  /** Also asks for the caret to go there. */
  goTo(key: string, at?: number, end?: number): void;
  step(by: -1 | 1): void;
  edit(key: string, text: string): void;
  split(key: string, at: number): void;
  join(key: string): void;
  add(after: string | null): void;
  remove(key: string): void;
  move(key: string, by: -1 | 1): void;
  paste(key: string, start: number, end: number, text: string): void;
  undo(): void;
  redo(): void;
  /** The text as it is now stays a step of its own. */
  seal(): void;
  /** The texts that undo and redo lead to; the same lists until a step is made. */
  steps(): Steps;
  /** Goes on with the steps of an earlier visit, which led to the text that is there now. */
  resume(steps: Steps): void;
  /** Puts other lines in place of all: one step that can be undone, with others of the same `group` before a pause. */
  replace(lines: WorkLines, group?: string): void;
  /** Begins from another saved revision; the work goes on, or ends where `lines` are given. */
  rebase(base: WorkLines, lines?: WorkLines): void;
  /** After a save: `sent` became `saved`, line by line; what was typed since stays. */
  accept(sent: WorkLines, saved: WorkLines): void;
}

export interface LineStoreOptions {
  rightToLeft?: boolean;
  now?: () => number;
}

export function createLineStore(initial: WorkLines, options: LineStoreOptions = {}): LineStore {
  let base = initial;
  let baseByKey = byKey(initial);
  let present = initial;
  const history = createUndoStack(initial, options.now);
  const signals = new Map<string, Signal<WorkLine | undefined>>(
    initial.map((line) => [line.key, signal<WorkLine | undefined>(line)]),
  );
  const taken = new Map<string, Signal<boolean>>();
  const keys = signal<readonly string[]>(initial.map((line) => line.key));
  const current = signal<string | null>(null);
  const caret = signal<Caret | null>(null);
  const dirty = signal(false);
  const canUndo = signal(false);
  const canRedo = signal(false);
  const version = signal(0);

  function signalOf(key: string): Signal<WorkLine | undefined> {
    let found = signals.get(key);
    if (!found) {
      found = signal(present.find((line) => line.key === key));
      signals.set(key, found);
    }
    return found;
  }

  function inHand(key: string): Signal<boolean> {
    let found = taken.get(key);
    if (!found) {
      found = signal(current.peek() === key);
      taken.set(key, found);
    }
    return found;
  }

  function take(key: string | null): void {
    const before = current.peek();
    if (before === key) return;
    batch(() => {
      if (before !== null) inHand(before).value = false;
      current.value = key;
      if (key !== null) inHand(key).value = true;
    });
  }

  /** Shows `next`: only signals of lines that differ are set. */
  function show(next: WorkLines): void {
    batch(() => {
      const known = keys.peek();
      if (known.length !== next.length || next.some((line, index) => line.key !== known[index])) {
        const standing = new Set(next.map((line) => line.key));
        for (const key of known) if (!standing.has(key)) signalOf(key).value = undefined;
        keys.value = next.map((line) => line.key);
        if (current.peek() !== null && !standing.has(current.peek()!)) take(null);
      }
      const before = present;
      present = next;
      next.forEach((line, index) => {
        if (before[index] === line) return;
        const known = signals.get(line.key);
        if (known) known.value = line;
        else signals.set(line.key, signal(line));
      });
      dirty.value = !change.sameText(present, base);
      canUndo.value = history.canUndo();
      canRedo.value = history.canRedo();
      version.value += 1;
    });
  }

  function apply(next: WorkLines, group?: string): void {
    if (next === present) return;
    history.push(next, group);
    show(next);
  }

  function applyOutcome(outcome: Outcome): void {
    if (outcome.lines === present) return;
    batch(() => {
      apply(outcome.lines);
      if (outcome.caret.key !== '') {
        take(outcome.caret.key);
        caret.value = outcome.caret;
      }
    });
  }

  function setBase(lines: WorkLines): void {
    base = lines;
    baseByKey = byKey(lines);
  }

  const store: LineStore = {
    keys,
    current,
    caret,
    dirty,
    canUndo,
    canRedo,
    version,
    line: signalOf,
    inHand,
    lines: () => present,
    base: () => base,
    changed(key) {
      const line = signalOf(key).peek();
      const saved = baseByKey.get(key);
      return line?.text !== saved?.text;
    },
    select: take,
    goTo(key, at = 0, end = at) {
      batch(() => {
        take(key);
        caret.value = { key, at, end };
      });
    },
    step(by) {
      const order = keys.peek();
      const index = current.peek() === null ? -1 : order.indexOf(current.peek()!);
      const key = order[index + by];
      if (key === undefined) return;
      store.goTo(key, by === 1 ? 0 : (signalOf(key).peek()?.text.length ?? 0));
    },
    edit: (key, text) => apply(change.editText(present, key, text), `edit:${key}`),
    split: (key, at) => applyOutcome(change.splitLine(present, key, at, options.rightToLeft)),
    join: (key) => applyOutcome(change.joinWithPrevious(present, key)),
    add: (after) => applyOutcome(change.addLine(present, after)),
    remove: (key) => applyOutcome(change.deleteLine(present, key)),
    move: (key, by) => apply(change.moveLine(present, key, by)),
    paste: (key, start, end, text) => applyOutcome(change.pasteLines(present, key, start, end, text)),
    undo() {
      const lines = history.undo();
      if (lines) show(lines);
    },
    redo() {
      const lines = history.redo();
      if (lines) show(lines);
    },
    seal: () => history.seal(),
    steps: () => history.all(),
    resume(steps) {
      history.resume(steps);
      show(present);
    },
    replace: (lines, group) => apply(lines, group),
    rebase(newBase, lines) {
      setBase(newBase);
      if (lines) history.push(lines);
      show(lines ?? present);
    },
    accept(sent, saved) {
      const given = new Map(sent.map((line, index) => [line.key, { sent: line, saved: saved[index] }]));
      const adopt = (line: WorkLine): WorkLine => {
        const { sent: asSent, saved: asSaved } = given.get(line.key) ?? {};
        if (!asSent || !asSaved) return line;
        // The service may have written the same letters in another way (NFC).
        const text = line.text === asSent.text ? asSaved.text : line.text;
        return asSaved.id === line.id && text === line.text ? line : { ...line, ...idOf(asSaved), text };
      };
      // Keys stay, so that no input is drawn anew under the caret; the base learns them.
      setBase(saved.map((line, index) => ({ ...line, key: sent[index]?.key ?? line.key })));
      show(history.rewrite((lines) => lines.map(adopt)));
    },
  };
  return store;
}

function idOf({ id }: WorkLine): Pick<WorkLine, 'id'> {
  return id === undefined ? {} : { id };
}

function byKey(lines: WorkLines): Map<string, WorkLine> {
  return new Map(lines.map((line) => [line.key, line]));
}
