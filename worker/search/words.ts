/** The words of a text in the two forms that the index holds. */
import { foldWord } from '../domain/text/fold.ts';
import { readWords } from '../domain/text/read-words.ts';

/** A word as it goes into the `word` column: as written, in lower case, only what FTS5 keeps of a token. */
export function literalWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll(NOT_TOKEN, '');
}

/**
 * What the index stores for a text. Word n of `written` and word n of `keys` are the same word of
 * the text, so that phrases can be matched in either column; a line's end does not break a phrase. Of a word with
 * diplomatic marks the reading is stored, without its marks.
 */
export function indexWords(lines: readonly string[]): { written: string; keys: string } {
  const written: string[] = [];
  const keys: string[] = [];
  for (const line of lines) {
    for (const token of readWords(line)) {
      const literal = literalWord(token.text);
      if (literal === '') continue;
      written.push(literal);
      keys.push(foldWord(token.text).replaceAll(NOT_TOKEN, '') || literal);
    }
  }
  return { written: written.join(' '), keys: keys.join(' ') };
}

/** Characters outside the categories that the index's tokenizer counts as parts of a word. */
const NOT_TOKEN = /[^\p{L}\p{N}\p{M}\p{Co}]/gu;
