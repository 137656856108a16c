/** The words of a page as search looks at them: hundreds, of which all but a few are no more than looked at. */
import { foldWord } from '../domain/text/fold.ts';
import { type KeyLetters, possibleLetters } from '../domain/text/key-letters.ts';
import { readWords } from '../domain/text/read-words.ts';
import { ScannedWords, mostWords, scanWords } from '../domain/text/scan-words.ts';
import { literalWord } from './words.ts';

/** Where a word of a page stands. */
export interface PageWord {
  /** Index of its line. */
  line: number;
  /** In UTF-16 code units of the line. */
  start: number;
  end: number;
}

/** All words of a page in reading order. */
export class PageWords {
  readonly #lines: readonly { text: string }[];
  readonly #words: ScannedWords;
  /** What is read where marks stand within a word. */
  readonly #asRead = new Map<number, string>();

  constructor(lines: readonly { text: string }[]) {
    this.#lines = lines;
    this.#words = new ScannedWords(lines.reduce((sum, { text }) => sum + mostWords(text), 0));
    for (const [line, { text }] of lines.entries()) {
      // A word begins with a letter or digit, so that each is a word of the index.
      if (!scanWords(text, this.#words, line)) this.#read(text, line);
    }
  }

  get length(): number {
    return this.#words.count;
  }

  at(index: number): PageWord | undefined {
    if (index < 0 || index >= this.length) return undefined;
    return {
      line: this.#words.line(index),
      start: this.#words.start(index),
      end: this.#words.end(index),
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
    return index < this.length && (letters & ~this.#words.letters(index)) === 0;
  }

  /** The words whose keys may have all letters of one of these sets. */
  thatMayHave(sets: readonly KeyLetters[]): number[] {
    return this.#words.thatMayHave(sets);
  }

  #read(text: string, line: number): void {
    for (const word of readWords(text)) {
      this.#asRead.set(this.length, word.text);
      this.#words.add(line, word.start, word.end, possibleLetters(word.text));
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
