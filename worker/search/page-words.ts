/** The words of a page as search looks at them: hundreds, of which all but a few are no more than looked at. */
import { foldWord } from '../domain/text/fold.ts';
import { type KeyLetters, possibleLetters } from '../domain/text/key-letters.ts';
import { mayHaveMarks } from '../domain/text/marks.ts';
import { readWords } from '../domain/text/read-words.ts';
import { addWordBounds } from '../domain/text/tokens.ts';
import { literalWord } from './words.ts';

/** Where a word of a page stands. */
export interface PageWord {
  /** Index of its line. */
  line: number;
  /** In UTF-16 code units of the line. */
  start: number;
  end: number;
}

/** All words of a page in reading order. Kept in columns, since an object for each took longer than all the rest. */
export class PageWords {
  readonly #lines: readonly { text: string }[];
  readonly #lineOf: number[] = [];
  /** Start and end of each. */
  readonly #bounds: number[] = [];
  readonly #letters: KeyLetters[] = [];
  /** What is read where marks stand within a word. */
  readonly #asRead = new Map<number, string>();

  constructor(lines: readonly { text: string }[]) {
    this.#lines = lines;
    for (const [line, { text }] of lines.entries()) {
      if (mayHaveMarks(text)) this.#addMarked(line, text);
      else this.#addPlain(line, text);
    }
  }

  get length(): number {
    return this.#lineOf.length;
  }

  at(index: number): PageWord | undefined {
    const line = this.#lineOf[index];
    if (line === undefined) return undefined;
    return { line, start: this.#bounds[2 * index]!, end: this.#bounds[2 * index + 1]! };
  }

  /** As the index holds it, in the column `word`. */
  literal(index: number): string {
    return formsOf(this.#text(index)).literal;
  }

  /** In the column `key`. */
  key(index: number): string {
    return formsOf(this.#text(index)).key;
  }

  /** Whether its key may have all of these letters; where it may not, it need not be made. */
  mayHave(index: number, letters: KeyLetters): boolean {
    return index < this.length && (letters & ~this.#letters[index]!) === 0;
  }

  /** The words whose keys may have all letters of one of these sets. */
  thatMayHave(sets: readonly KeyLetters[]): number[] {
    const found: number[] = [];
    for (let index = 0; index < this.#letters.length; index++) {
      const lacks = ~this.#letters[index]!;
      for (const letters of sets) {
        if ((letters & lacks) !== 0) continue;
        found.push(index);
        break;
      }
    }
    return found;
  }

  // A word begins with a letter or digit, so that each is a word of the index.
  #addPlain(line: number, text: string): void {
    let at = this.#bounds.length;
    addWordBounds(text, this.#bounds);
    for (; at < this.#bounds.length; at += 2) {
      this.#lineOf.push(line);
      this.#letters.push(possibleLetters(text, this.#bounds[at], this.#bounds[at + 1]));
    }
  }

  #addMarked(line: number, text: string): void {
    for (const word of readWords(text)) {
      this.#asRead.set(this.length, word.text);
      this.#lineOf.push(line);
      this.#bounds.push(word.start, word.end);
      this.#letters.push(possibleLetters(word.text));
    }
  }

  #text(index: number): string {
    const word = this.at(index);
    return (
      this.#asRead.get(index) ?? (word && this.#lines[word.line]?.text.slice(word.start, word.end)) ?? ''
    );
  }
}

interface Forms {
  literal: string;
  key: string;
}

/** Pages share most of their words, so each is folded once as long as this isolate has room for it. */
const known = new Map<string, Forms>();
const MOST_KNOWN = 50_000;

function formsOf(word: string): Forms {
  let forms = known.get(word);
  if (forms === undefined) {
    const literal = literalWord(word);
    forms = { literal, key: literalWord(foldWord(word)) || literal };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, forms);
  }
  return forms;
}
