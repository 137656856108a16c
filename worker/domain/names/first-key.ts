/**
 * The keys by which a database finds the names that a text may hold, so that a text's cost does not grow with
 * the authority file. They find too much rather than too little: `suggest` looks closely.
 */
import { foldWord } from '../text/fold.ts';
import { tokenise } from '../text/tokens.ts';
import { isGeneric, isOrdinalSign } from './generic-words.ts';
import { kazakhStemsOf, russianStemsIn, wordsOfLines } from './words.ts';

/** Letters that words of one stem may or may not end in, as keys have them: vowels, й and ь. */
const ENDING_LETTERS = new Set(
  Array.from('аәеиоөуұүыіэюяйь', (letter) => Array.from(foldWord(`б${letter}`)).slice(1)).flat(),
);

/**
 * The key under which a name form is kept: that of the word by which the name can still be known when it is
 * shortened, without its last vowels. That is the last word (a surname goes without the given name), unless
 * it only says what kind of thing is named (облысы, партиясы, газета, ұлы) or is a number.
 */
export function firstKey(text: string): string {
  const words = tokenise(text);
  const telling = words.filter((word, index) => {
    const initial = word.text.length === 1 && words.length > 1 && text[word.end] === '.';
    return !initial && !isOrdinalSign(word.text) && !isGeneric(foldWord(word.text), index);
  });
  return trim(foldWord((telling.at(-1) ?? words.at(-1))?.text ?? ''));
}

/**
 * Every key under which a name form may be kept that occurs in this text, whatever endings its words have. With
 * the text's language fewer are looked for: a Kazakh text in Cyrillic has no Russian endings.
 */
export function candidateKeys(lines: readonly { text: string }[], language?: string): Set<string> {
  const words = new Map(
    wordsOfLines(lines).flatMap((line) => line.map((word) => [word.type, word] as const)),
  );
  const keys = new Set<string>();
  for (const word of words.values()) {
    keys.add(trim(word.key));
    for (const stem of kazakhStemsOf(word)) keys.add(trim(stem));
    if (language !== 'kk-Cyrl') for (const stem of russianStemsIn(word)) keys.add(trim(stem.key));
  }
  keys.delete('');
  return keys;
}

function trim(key: string): string {
  let end = key.length;
  while (end > 1 && ENDING_LETTERS.has(key[end - 1] ?? '')) end -= 1;
  return key.slice(0, end);
}
