/** The words of a line, only looked at: where they stand, and which letters their keys may have. */
import { type KeyLetters, possibleLetters } from './key-letters.ts';
import { mayHaveMarks } from './marks.ts';
import { BEGINS, BETWEEN, UNSURE, kindOf } from './tokens.ts';

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

/** By UTF-16 code unit, filled as they occur: its kind, and the letters that it may be in a key. */
const KINDS = new Uint8Array(0x1_00_00);
const LETTERS = new Int32Array(0x1_00_00);

/**
 * Adds the words of `tokenise` with the `possibleLetters` of each. One pass and no object: a search looks at ten
 * thousand words for each that it shows.
 * @returns false, with nothing added, where a line may hold diplomatic marks, or signs that need a closer look
 */
export function scanWords(line: string, into: ScannedWords): boolean {
  const before = into.count;
  let start = -1;
  let letters = 0;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    const kind = KINDS[unit] || lookUp(unit);
    if (kind === BETWEEN) {
      if (start >= 0) into.add(start, at, letters);
      start = -1;
      letters = 0;
    } else if (kind === UNSURE) {
      into.count = before;
      return false;
    } else if (start >= 0) {
      letters |= LETTERS[unit]!;
    } else if (kind === BEGINS) {
      start = at;
      letters = LETTERS[unit]!;
    }
  }
  if (start >= 0) into.add(start, line.length, letters);
  return true;
}

function lookUp(unit: number): number {
  const sign = String.fromCharCode(unit);
  LETTERS[unit] = possibleLetters(sign);
  return (KINDS[unit] = mayHaveMarks(sign) ? UNSURE : kindOf(sign));
}
