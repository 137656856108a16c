/** Putting letters and marks into the line in hand, as if they were typed: undo and drafts follow by themselves. */
import { isCharacterBoundary } from '../../../../worker/domain/text/boundaries.ts';
import type { LineStore } from '../store.ts';

export type MarkTool = 'unclear' | 'alternatives' | 'gap' | 'deleted' | 'added';

export interface Put {
  /** What stands in place of `start` to `end`. */
  text: string;
  start: number;
  end: number;
  /** Where the caret goes, from the start of the line. */
  caret: number;
}

const AROUND: Record<MarkTool, [before: string, after: string]> = {
  unclear: ['[', '?]'],
  alternatives: ['[', '|?]'],
  gap: ['[...', ']'],
  deleted: ['⟦', '⟧'],
  added: ['⟨', '⟩'],
};

/**
 * Puts a mark round what is selected; a gap stands behind it, since what is lost cannot be selected. The caret goes
 * where the next thing is typed: the other reading, the number of letters, or on behind the mark.
 */
export function putMark(value: string, from: number, to: number, tool: MarkTool): Put {
  const [before, after] = AROUND[tool];
  // Never between a letter and what is written on it.
  let start = from;
  let end = to;
  while (!isCharacterBoundary(value, start)) start -= 1;
  while (!isCharacterBoundary(value, end)) end += 1;
  if (tool === 'gap') start = end;
  const inside = value.slice(start, end);
  const text = before + inside + after;
  const empty = inside === '';
  const caret =
    tool === 'alternatives' && !empty
      ? start + text.length - 2
      : tool === 'gap'
        ? start + before.length
        : empty && tool !== 'unclear'
          ? start + before.length
          : start + text.length;
  return { text, start, end, caret };
}

/** The field of the line in hand; null while there is none. */
export function fieldInHand(store: LineStore): HTMLTextAreaElement | null {
  const key = store.current.peek() ?? store.keys.peek()[0];
  const field = document.getElementById(`line-${key}`);
  return field instanceof HTMLTextAreaElement ? field : null;
}

export function putInto(field: HTMLTextAreaElement, { text, start, end, caret }: Put): void {
  field.setRangeText(text, start, end, 'end');
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** In place of the selection, with the caret behind it. */
export function typeInto(field: HTMLTextAreaElement, text: string): void {
  const { selectionStart: start, selectionEnd: end } = field;
  putInto(field, { text, start, end, caret: start + text.length });
}
