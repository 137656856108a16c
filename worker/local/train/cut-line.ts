import type { Chance } from './random.ts';

/**
 * As many words as fit a line of a length that chance gives; sometimes the last one is divided with a hyphen.
 * @param divide whether words are divided at all: Arabic script does so rarely, so its caller says no
 */
export function cutLine(words: readonly string[], by: Chance, { divide }: { divide: boolean }): string {
  const length = by.weighted([
    [by.between(4, 14), 2],
    [by.between(15, 36), 6],
    [by.between(37, 62), 3],
  ]);
  let line = '';
  for (const word of words) {
    const longer = line ? `${line} ${word}` : word;
    if (longer.length > length) {
      if (divide && /^\p{L}{6,}$/u.test(word) && (line === '' || by.happens(0.35)))
        line = `${line} ${word.slice(0, by.between(2, word.length - 3))}-`.trim();
      break;
    }
    line = longer;
  }
  return line || (words[0] ?? '').slice(0, length);
}

/** Puts a mark of punctuation of `marks`, in which `_` stands for the word, round one word. */
export function punctuate(words: string[], by: Chance, marks: readonly string[]): void {
  const at = by.between(0, words.length - 1);
  words[at] = by.pick(marks).replace('_', words[at] ?? '');
}

/** Puts `word` somewhere between the words, not only at the end, where a line is often cut before it. */
export function insert(words: string[], by: Chance, word: string): void {
  words.splice(by.between(0, Math.min(words.length, 5)), 0, word);
}
