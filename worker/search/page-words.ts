/** The words of a page as search looks at them: hundreds, of which all but a few are no more than looked at. */
import { foldWord } from '../domain/text/fold.ts';
import { type KeyLetters, possibleLetters } from '../domain/text/key-letters.ts';
import { readWords } from '../domain/text/read-words.ts';
import { ScannedWords, scanWords } from '../domain/text/scan-words.ts';
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
  readonly #lineOf: Int32Array;
  readonly #words: ScannedWords;
  /** What is read where marks stand within a word. */
  readonly #asRead = new Map<number, string>();

  constructor(lines: readonly { text: string }[]) {
    this.#lines = lines;
    // A word has a letter at least, and is parted from the next.
    const most = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
    this.#words = new ScannedWords(most);
    this.#lineOf = new Int32Array(most);
    for (const [line, { text }] of lines.entries()) {
      const before = this.length;
      // A word begins with a letter or digit, so that each is a word of the index.
      if (!scanWords(text, this.#words)) this.#read(text);
      this.#lineOf.fill(line, before, this.length);
    }
  }

  get length(): number {
    return this.#words.count;
  }

  at(index: number): PageWord | undefined {
    if (index < 0 || index >= this.length) return undefined;
    return {
      line: this.#lineOf[index]!,
      start: this.#words.starts[index]!,
      end: this.#words.ends[index]!,
    };
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
    return index < this.length && (letters & ~this.#words.letters[index]!) === 0;
  }

  /** The words whose keys may have all letters of one of these sets. */
  thatMayHave(sets: readonly KeyLetters[]): number[] {
    const found: number[] = [];
    for (let index = 0; index < this.length; index++) {
      const lacks = ~this.#words.letters[index]!;
      for (const letters of sets) {
        if ((letters & lacks) !== 0) continue;
        found.push(index);
        break;
      }
    }
    return found;
  }

  #read(text: string): void {
    for (const word of readWords(text)) {
      this.#asRead.set(this.length, word.text);
      this.#words.add(word.start, word.end, possibleLetters(word.text));
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
