/** What a reviewer is about to say: kept on this device until the decision, so that no reload loses it. */
import { effect, type Signal, signal } from '@preact/signals';
import { personalKey, readStored, writeStored } from '../remembered.ts';

export interface ReviewNotes {
  readonly whole: Signal<string>;
  /** By the id of the line. */
  readonly lines: Signal<ReadonlyMap<string, string>>;
  /** An empty note is none. */
  setLine(line: string, text: string): void;
  /** As they are sent. */
  sent(): { note?: string; lineNotes?: { line: string; note: string }[] };
  forget(): void;
  close(): void;
}

export function openNotes(revision: string): ReviewNotes {
  const key = personalKey(`review.${revision}`);
  const found = parse(readStored(key));
  const whole = signal(found.whole);
  const lines = signal<ReadonlyMap<string, string>>(new Map(found.lines));
  let first = true;
  const close = effect(() => {
    const kept = JSON.stringify({ whole: whole.value, lines: [...lines.value] });
    if (!first) writeStored(key, kept);
    first = false;
  });
  return {
    whole,
    lines,
    setLine(line, text) {
      const next = new Map(lines.peek());
      if (text === '') next.delete(line);
      else next.set(line, text);
      lines.value = next;
    },
    sent() {
      const note = whole.peek().trim();
      const lineNotes = [...lines.peek()].flatMap(([line, text]) =>
        text.trim() === '' ? [] : [{ line, note: text.trim() }],
      );
      return { ...(note === '' ? {} : { note }), ...(lineNotes.length === 0 ? {} : { lineNotes }) };
    },
    forget() {
      close();
      removeStored(key);
    },
    close,
  };
}

function removeStored(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}

function parse(text: string | null): { whole: string; lines: [string, string][] } {
  try {
    const value = JSON.parse(text ?? '{}') as { whole?: unknown; lines?: unknown } | null;
    const lines = Array.isArray(value?.lines) ? (value.lines as unknown[]) : [];
    return {
      whole: typeof value?.whole === 'string' ? value.whole : '',
      lines: lines.filter((each): each is [string, string] => Array.isArray(each) && each.length === 2),
    };
  } catch {
    return { whole: '', lines: [] };
  }
}
