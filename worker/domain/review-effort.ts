/** What reviewing a text will take: the fewer words differ from what is known already, the easier. */
import { type DiffableLine, diffLines, diffWords } from './text/diff.ts';

/** Changed words, up to which a review is easy, and middling. */
export const EASY_REVIEW_UP_TO = 20;
export const MIDDLING_REVIEW_UP_TO = 80;

export interface ReviewEffort {
  /** Words that were put in, taken out or changed; a line in which only signs changed counts as one. */
  changed: number;
  /** Words of the new text. */
  words: number;
}

/** @example countChangedWords([{ text: 'дѣло Алаша' }], [{ text: 'дело Алаша' }]) // { changed: 1, words: 2 } */
export function countChangedWords(
  before: readonly DiffableLine[],
  after: readonly DiffableLine[],
): ReviewEffort {
  let changed = 0;
  for (const row of diffLines(before, after)) {
    if (row.kind === 'added') changed += countWords(row.after.text);
    else if (row.kind === 'removed') changed += countWords(row.before.text);
    else if (row.kind === 'changed') changed += changedIn(row.before.text, row.after.text);
  }
  return { changed, words: after.reduce((sum, line) => sum + countWords(line.text), 0) };
}

function changedIn(before: string, after: string): number {
  let removed = 0;
  let added = 0;
  for (const { kind, text } of diffWords(before, after)) {
    if (kind === 'removed') removed += countWords(text);
    if (kind === 'added') added += countWords(text);
  }
  return Math.max(1, removed, added);
}

const countWords = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;

export type ReviewDifficulty = 'easy' | 'middling' | 'hard';

/** Null where it was not counted: what was handed in before it was. */
export function reviewDifficultyOf(changedWords: number | null): ReviewDifficulty {
  if (changedWords === null || changedWords > MIDDLING_REVIEW_UP_TO) return 'hard';
  return changedWords <= EASY_REVIEW_UP_TO ? 'easy' : 'middling';
}
