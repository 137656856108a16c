/** The draft of a long form: kept on this device until it is saved, so that no reload and no slip loses it. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { user } from './session.ts';

interface Kept<D, B> {
  at: string;
  /** The record that the draft began from. */
  base: B;
  draft: D;
}

export interface KeptForm<D, B> {
  draft: Signal<D>;
  /** What the draft is compared with when it is saved; null for a new record. */
  base: Signal<B>;
  /** When the draft that was found on this device was last written; null where none was. */
  restoredAt: Signal<string | null>;
  dirty: () => boolean;
  /** Begins again from this record. */
  restart: (base: B) => void;
  /** After saving: nothing is kept any more, and nothing is asked on leaving. */
  forget: () => void;
}

/**
 * @param name of the record, such as `entities/{id}`; must not change while the component stands
 * @param record as it was read
 * @param draftOf begins a draft from a record
 */
export function useKeptForm<D, B>(name: string, record: B, draftOf: (record: B) => D): KeptForm<D, B> {
  const key = `qalam.form.${user.peek()?.id ?? ''}.${name}`;
  const found = useRef<Kept<D, B> | null | undefined>(undefined);
  if (found.current === undefined) found.current = readKept<D, B>(key);
  const base = useSignal(found.current?.base ?? record);
  const draft = useSignal(found.current?.draft ?? draftOf(record));
  const restoredAt = useSignal(found.current?.at ?? null);
  /** The draft that needs no saving: as it began. */
  const clean = useRef(found.current ? null : draft.peek());
  const dirty = () => clean.current !== draft.peek();

  useSignalEffect(() => {
    const kept: Kept<D, B> = { at: new Date().toISOString(), base: base.value, draft: draft.value };
    if (!dirty()) return;
    const keep = () => writeKept(key, kept);
    const timer = setTimeout(keep, 300);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
      if (dirty()) keep();
    };
  });
  useLeaveGuard(dirty);

  const restart = (from: B) => {
    const begun = draftOf(from);
    clean.current = begun;
    base.value = from;
    draft.value = begun;
    restoredAt.value = null;
    removeKept(key);
  };
  const forget = () => {
    clean.current = draft.peek();
    removeKept(key);
  };
  return { draft, base, restoredAt, dirty, restart, forget };
}

/** What is asked when somebody leaves with unsaved changes; set by the form that stands. */
let question = '';
export function setLeaveQuestion(text: string): void {
  question = text;
}

/** Closing the window and following a link ask first; the way back needs no question, as the draft is kept. */
function useLeaveGuard(dirty: () => boolean): void {
  const latest = useRef(dirty);
  latest.current = dirty;
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = event
        .composedPath()
        .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
      const opensHere =
        link && link.target !== '_blank' && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (!opensHere || link.getAttribute('href')?.startsWith('#') || !latest.current()) return;
      if (window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', onUnload);
    // Before the router, which listens where the event ends.
    window.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      window.removeEventListener('click', onClick, { capture: true });
    };
  }, []);
}

function readKept<D, B>(key: string): Kept<D, B> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<D, B> | null;
  } catch {
    return null; // storage is forbidden, or an older shape was cut off: the form begins from the record
  }
}

function writeKept(key: string, kept: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage is full or forbidden: the draft stands in the window, and leaving it asks.
  }
}

function removeKept(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}
