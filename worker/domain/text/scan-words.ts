/** The words of a line, only looked at: where they stand, and which letters their keys may have. */
import { type KeyLetters, LETTER_BITS, possibleLetters } from './key-letters.ts';
import { mayHaveMarks } from './marks.ts';
import { UNIT, kindOf } from './tokens.ts';

/** What was found, word after word, in one row of numbers: an object for each word takes longer than all the rest. */
export class ScannedWords {
  count = 0;
  readonly #numbers: Int32Array;

  /** @param most words that there can be; `mostWords` tells it */
  constructor(most: number) {
    this.#numbers = new Int32Array(4 * most);
  }

  /** @param line any number; @param start and @param end in UTF-16 code units of the line */
  add(line: number, start: number, end: number, letters: KeyLetters): void {
    const at = 4 * this.count++;
    this.#numbers[at] = letters;
    this.#numbers[at + 1] = line;
    this.#numbers[at + 2] = start;
    this.#numbers[at + 3] = end;
  }

  letters(index: number): KeyLetters {
    return this.#numbers[4 * index]!;
  }

  line(index: number): number {
    return this.#numbers[4 * index + 1]!;
  }

  start(index: number): number {
    return this.#numbers[4 * index + 2]!;
  }

  end(index: number): number {
    return this.#numbers[4 * index + 3]!;
  }

  /** The words whose letters hold all of one of these sets. */
  thatMayHave(sets: readonly KeyLetters[]): number[] {
    const numbers = this.#numbers;
    // What all sets have in common rules nearly every word out.
    const common = sets.reduce((all, letters) => all & letters, LETTER_BITS);
    const found: number[] = [];
    for (let index = 0, at = 0; index < this.count; index++, at += 4) {
      const lacks = ~numbers[at]!;
      if ((common & lacks) === 0 && sets.some((letters) => (letters & lacks) === 0)) found.push(index);
    }
    return found;
  }
}

/** How many words there can be in a text: each has a letter, and is parted from the next. */
export const mostWords = (text: string) => (text.length + 1) >> 1;

/** A sign between words; one that may join words, or be a diplomatic mark; and a letter or digit. */
const BETWEEN = 1 << 30;
const UNSURE = -1;
const BEGINS = 1 << 29;
/** By UTF-16 code unit, filled as they occur: one of these, and the letters that it may stand for in a key. */
const SIGNS = new Int32Array(0x1_00_00);

/**
 * Adds the words of `tokenise` with the `possibleLetters` of each, and makes no object of them: a search looks at ten
 * thousand words for each that it shows.
 * @param number of the line, kept with each word
 * @returns false, with nothing added, where a line may hold diplomatic marks, or signs that need a closer look
 */
export function scanWords(line: string, into: ScannedWords, number = 0): boolean {
  const before = into.count;
  let start = -1;
  let letters = 0;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    const sign = SIGNS[unit] || (SIGNS[unit] = signOf(line.charAt(at)));
    if (sign === BETWEEN) {
      if (start >= 0) into.add(number, start, at, letters & LETTER_BITS);
      start = -1;
      letters = 0;
    } else if (sign === UNSURE) {
      into.count = before;
      return false;
    } else if (start >= 0) letters |= sign;
    else if ((sign & BEGINS) !== 0) {
      start = at;
      letters = sign;
    }
  }
  if (start >= 0) into.add(number, start, line.length, letters & LETTER_BITS);
  return true;
}

function signOf(unit: string): number {
  const kind = kindOf(unit);
  if (kind === UNIT.unsure || mayHaveMarks(unit)) return UNSURE;
  if (kind === UNIT.between) return BETWEEN;
  return possibleLetters(unit) | (kind === UNIT.begins ? BEGINS : 0);
}
