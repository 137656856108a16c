/**
 * The words that a search found. A module of its own, fetched only by who comes from a search: the search key of
 * four scripts is not needed to read or to write.
 */
import { foldWord } from '../../../worker/domain/text/fold.ts';
import { readWords } from '../../../worker/domain/text/read-words.ts';
import { tokenise } from '../../../worker/domain/text/tokens.ts';
import type { Stretch } from './marks.ts';

/** The stretches of a line that answer a search. */
export type Finder = (text: string) => Stretch[];

/** Finds the words of a query in their old and new spellings; its quotes and operators fall away. */
export function finderOf(query: string): Finder {
  const keys = new Set(
    tokenise(query)
      .map((token) => foldWord(token.text))
      .filter((key) => key !== ''),
  );
  if (keys.size === 0) return () => [];
  return (text) =>
    readWords(text)
      .filter((token) => keys.has(foldWord(token.text)))
      .map(({ start, end }) => ({ start, end, as: 'found' }));
}
