/** One word of a name, and the ways it may stand in a text. */
import { PLURAL, type RussianStem, russianStemsOf } from '../text/endings-ru.ts';
import { isOrdinalSign, ordinalOf } from './generic-words.ts';
import { type Word, kazakhStemsOf, russianStemsIn } from './words.ts';

export interface WordPattern {
  /** The search key of the word as the authority file has it. */
  key: string;
  /** Its stems in Russian, worked out when they are first asked for. */
  stems: () => RussianStem[];
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

export function patternOf(word: Word): WordPattern {
  let stems: RussianStem[] | undefined;
  return {
    key: word.key,
    stems: () => (stems ??= russianStemsOf(word.text, word.key)),
    ordinal: ordinalOf(word),
    capital: word.capital,
  };
}

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
    const stems = kazakhStemsOf(word);
    if (stems.includes(pattern.key)) return 'inflected';
    // кадеттер, of кадеты: only names that the file has in small letters are such plurals.
    const singular = pattern.capital
      ? undefined
      : pattern.stems().find((stem) => stem.classes === PLURAL)?.key;
    if (singular !== undefined && (word.key === singular || stems.includes(singular))) return 'inflected';
  }
  if (endings.russian && word.script === 'Cyrl' && hasRussianEnding(word, pattern.stems()))
    return 'inflected';
  return undefined;
}

function hasRussianEnding(word: Word, stems: RussianStem[]): boolean {
  return russianStemsIn(word).some((found) =>
    stems.some((stem) => stem.key === found.key && (stem.classes & found.classes) !== 0),
  );
}
