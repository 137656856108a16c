/** One word of a name, and the ways it may stand in a text. */
import { kazakhStems } from '../text/endings-kk.ts';
import { PLURAL, type RussianStem, russianStems, russianStemsOf } from '../text/endings-ru.ts';
import { isOrdinalSign, ordinalOf } from './generic-words.ts';
import type { Word } from './words.ts';

export interface WordPattern {
  /** The search key of the word as the authority file has it. */
  key: string;
  /** Its stems in Russian. */
  stems: RussianStem[];
  /** The number, for первый and бірінші; such a word is also found as a figure. */
  ordinal: number | undefined;
  /** Begins with a capital letter. */
  capital: boolean;
}

/** Which endings a text's words may have. */
export interface Endings {
  kazakh: boolean;
  russian: boolean;
}

/** A word of a name as a pattern; made once for each, since a name has several patterns. */
export function patternOf(word: Word): WordPattern {
  let pattern = known.get(word);
  if (!pattern) {
    const ordinal = ordinalOf(word);
    pattern = { key: word.key, stems: russianStemsOf(word.text, word.key), ordinal, capital: word.capital };
    known.set(word, pattern);
  }
  return pattern;
}

const known = new WeakMap<Word, WordPattern>();

/** Whether a word of a text is this word of a name, with an ending or without. */
export function matchesWord(
  word: Word,
  pattern: WordPattern,
  endings: Endings,
): 'whole' | 'inflected' | undefined {
  if (word.key === pattern.key) return 'whole';
  if (pattern.ordinal !== undefined) {
    // A figure in a name is not inflected: "1" must not be found in "1917".
    return ordinalOf(word) === pattern.ordinal ? 'inflected' : undefined;
  }
  if (isOrdinalSign(word.text)) return undefined;
  if (endings.kazakh) {
    const stems = kazakhStems(word.key);
    if (stems.includes(pattern.key)) return 'inflected';
    const singular = pattern.stems.find((stem) => stem.classes === PLURAL)?.key;
    if (singular !== undefined && (word.key === singular || stems.includes(singular))) return 'inflected';
  }
  if (endings.russian && word.script === 'Cyrl' && hasRussianEnding(word.key, pattern.stems))
    return 'inflected';
  return undefined;
}

function hasRussianEnding(key: string, stems: RussianStem[]): boolean {
  if (!stems.some((stem) => key.startsWith(stem.key))) return false;
  return russianStems(key).some((found) =>
    stems.some((stem) => stem.key === found.key && (stem.classes & found.classes) !== 0),
  );
}
