/** How much work a page will be, from what is known before anybody has looked at it. */

export type Difficulty = 'easy' | 'middling' | 'hard';

/** Expected lines to mend, up to which a page is easy, and middling. */
export const EASY_UP_TO = 20;
export const MIDDLING_UP_TO = 80;

export interface Reading {
  /** Of the machine, 0 to 100; null where it has read nothing. */
  meanConfidence: number | null;
  lines: number;
}

/**
 * The lines that will want mending: as many of the page's lines as the machine was unsure of. Null for a page that
 * was not read, which is typed from nothing.
 */
function linesToMend({ meanConfidence, lines }: Reading): number | null {
  return meanConfidence === null ? null : (lines * (100 - meanConfidence)) / 100;
}

/** Easy, middling or hard by the lines to mend; what was not read is hard. */
export function difficultyOf(reading: Reading): Difficulty {
  const toMend = linesToMend(reading);
  if (toMend === null || toMend > MIDDLING_UP_TO) return 'hard';
  return toMend <= EASY_UP_TO ? 'easy' : 'middling';
}
