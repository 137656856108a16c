/**
 * Shortcuts in a line: Alt with a letter gives its neighbour (а → ә), and again the next one (у → ұ → ү). Commands go
 * by their place on the keyboard, where the layout's own letter there has no neighbour; F2 and F4 open the letters
 * and the transliteration in any layout. By punctuation keys, since those have no neighbours anywhere.
 */
import { neighboursOf } from '../../../../worker/domain/text/alphabets.ts';
import type { Writing } from '../../../../worker/domain/text/writings.ts';
import { type MarkTool, putInto, putMark, typeInto } from './put.ts';

export interface LetterCommands {
  keys: () => void;
  transliteration: () => void;
  replace: () => void;
  leave: () => void;
}

const MARK_KEYS: Record<string, MarkTool> = {
  Slash: 'unclear',
  Backslash: 'alternatives',
  Period: 'gap',
  Minus: 'deleted',
  Equal: 'added',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

export type Action =
  | { kind: 'letters'; base: string; letters: string[] }
  | { kind: 'mark'; tool: MarkTool }
  | { kind: 'command'; command: keyof LetterCommands };

/** What a key press means; null where it is not ours. */
export function actionOf(event: Pressed, writing: Writing): Action | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (!event.altKey) {
    if (event.key === 'F2') return { kind: 'command', command: 'keys' };
    return event.key === 'F4' ? { kind: 'command', command: 'transliteration' } : null;
  }
  const letters = event.key.length === 1 ? neighboursOf(event.key, writing) : [];
  if (letters.length > 0) return { kind: 'letters', base: event.key, letters };
  const tool = MARK_KEYS[event.code];
  if (tool && !event.shiftKey) return { kind: 'mark', tool };
  if (event.code === 'Quote') return { kind: 'command', command: event.shiftKey ? 'leave' : 'replace' };
  if (event.shiftKey) return null;
  if (event.code === 'KeyK') return { kind: 'command', command: 'keys' };
  return event.code === 'KeyT' ? { kind: 'command', command: 'transliteration' } : null;
}

/** A listener for the document; acts only in the fields of lines, where a person types. */
export function createLetterKeys(writing: () => Writing, commands: LetterCommands) {
  /** Where Alt put a letter last, to go on to the next one behind the same key. */
  let last: { field: HTMLTextAreaElement; at: number; base: string; turn: number; value: string } | null =
    null;

  return (event: KeyboardEvent): void => {
    const field = event.target;
    if (event.isComposing || !(field instanceof HTMLTextAreaElement) || !field.id.startsWith('line-')) return;
    const action = actionOf(event, writing());
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'command') commands[action.command]();
    else if (action.kind === 'mark') {
      putInto(field, putMark(field.value, field.selectionStart, field.selectionEnd, action.tool));
    } else {
      const { base, letters } = action;
      const again =
        last?.field === field &&
        last.base === base &&
        last.value === field.value &&
        field.selectionStart === last.at &&
        field.selectionEnd === last.at;
      const turn = again && last ? (last.turn + 1) % letters.length : 0;
      if (again) field.setSelectionRange(field.selectionStart - 1, field.selectionStart);
      typeInto(field, letters[turn] ?? '');
      last = { field, at: field.selectionStart, base, turn, value: field.value };
    }
  };
}
