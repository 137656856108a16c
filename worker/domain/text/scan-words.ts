/** The words of a line, only looked at: where they stand, and which letters their keys may have. */
import { type KeyLetters, possibleLetters } from './key-letters.ts';
import { mayHaveMarks } from './marks.ts';
import { eachPlainWord } from './tokens.ts';

/** What was found, word after word: in columns, of which the first `count` places are filled. */
export class ScannedWords {
  count = 0;
  /** In UTF-16 code units of the line. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly letters: Int32Array;

  /** @param most words that there can be */
  constructor(most: number) {
    this.starts = new Int32Array(most);
    this.ends = new Int32Array(most);
    this.letters = new Int32Array(most);
  }

  add(start: number, end: number, letters: KeyLetters): void {
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.letters[this.count++] = letters;
  }
}

/**
 * Adds the words of `tokenise` with the `possibleLetters` of each, and makes no object of them: a search looks at ten
 * thousand words for each that it shows.
 * @returns false, with nothing added, where a line may hold diplomatic marks, or signs that need a closer look
 */
export function scanWords(line: string, into: ScannedWords): boolean {
  if (mayHaveMarks(line)) return false;
  const before = into.count;
  const isPlain = eachPlainWord(line, (start, end) =>
    into.add(start, end, possibleLetters(line, start, end)),
  );
  if (!isPlain) into.count = before;
  return isPlain;
}
