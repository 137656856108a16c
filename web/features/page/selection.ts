/** What a tag is to be put on: the selected words, or the word under the caret. */
import { tokenise } from '../../../worker/domain/text/tokens.ts';
import type { Tag } from '../../../worker/shapes/tags.ts';
import type { LineStore } from './store.ts';

export interface Selected {
  key: string;
  start: number;
  end: number;
  quote: string;
}

/** Without the spaces around it; nothing selected means the word that the caret touches. */
export function selectedIn(key: string, text: string, from: number, to: number): Selected | null {
  let start = from;
  let end = to;
  if (start === end) {
    const word = tokenise(text).find((token) => token.start <= start && token.end >= start);
    if (!word) return null;
    ({ start, end } = word);
  }
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  return start === end ? null : { key, start, end, quote: text.slice(start, end) };
}

/** The selection as a target on the saved text; null when the words do not stand there any more. */
export function targetOf(selected: Selected, store: LineStore): Tag['target'] | null {
  const id = store.line(selected.key).peek()?.id;
  const saved = store.base().find((line) => line.key === selected.key)?.text;
  if (id === undefined || saved === undefined) return null;
  const quote = selected.quote.normalize('NFC');
  const stands = saved.slice(selected.start, selected.start + quote.length) === quote;
  const first = saved.indexOf(quote);
  const only = first !== -1 && saved.indexOf(quote, first + 1) === -1;
  if (!stands && !only) return null;
  const start = stands ? selected.start : first;
  return { type: 'span', line: id, start, end: start + quote.length, quote };
}
