/** Collections in which every word stands once in each spelling, in sentences made of other words. */
import type { TestDocument } from './collection.ts';
import type { Asked } from './evaluate.ts';

/** The rows of a table without its head, as two columns. */
export function pairsOf(table: string): [string, string][] {
  return table
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [one = '', other = ''] = row.trimEnd().split('\t');
      return [one, other];
    });
}

const WORDS_OF_SENTENCE = 5;

/** Sentences of these words, in this order. */
export function sentencesOf(words: readonly string[], name: string, language: string): TestDocument[] {
  return Array.from({ length: Math.ceil(words.length / WORDS_OF_SENTENCE) }, (_, index) => ({
    id: `${name}:${index}`,
    language,
    text: words.slice(index * WORDS_OF_SENTENCE, (index + 1) * WORDS_OF_SENTENCE).join(' '),
  }));
}

/** Each word asked for, where its partner of the same place stands in these sentences. */
export function askFor(words: readonly string[], name: string): Asked[] {
  return words.map((q, index) => ({
    q,
    relevant: new Set([`${name}:${Math.floor(index / WORDS_OF_SENTENCE)}`]),
  }));
}

/** Only every n-th. */
export const sampled = <T>(all: readonly T[], every: number): T[] =>
  all.filter((_, index) => index % every === 0);
