/**
 * Which letters the search key of a word can have, told without making the key: a page has hundreds of words, and
 * for nearly all of them that is enough to say that they are not the one looked for.
 */
import { LETTERS } from './fold-letters.ts';
import { LOOK_ALIKES } from './fold-scripts.ts';

/** A set of letters as bits; `OTHER` stands for all that are not letters of keys, `DIGIT` for any digit. */
export type KeyLetters = number;

const ALPHABET = Array.from('abcdefgğhiklmnŋopqrsštuvzžč');
const BITS = new Map(ALPHABET.map((letter, index) => [letter, 1 << index]));
const DIGIT = 1 << ALPHABET.length;
const OTHER = DIGIT << 1;
/** All bits that a set may have: any letter at all. */
export const LETTER_BITS = (OTHER << 1) - 1;

/** The letters of a key, or of the beginning of one. */
export function lettersOfKey(key: string): KeyLetters {
  let letters = 0;
  for (const letter of key) letters |= BITS.get(letter) ?? (/[0-9]/.test(letter) ? DIGIT : OTHER);
  return letters;
}

/**
 * All letters that the key of a word may have: `lettersOfKey(foldWord(word))` are always among them.
 * @example a word that has no letter for `q` is no spelling of "qazaq"
 */
export function possibleLetters(word: string): KeyLetters {
  let letters = 0;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    letters |= OF_UNIT[unit] || (OF_UNIT[unit] = lettersOfUnit(word.charAt(at).toLowerCase()));
  }
  return letters;
}

/** By UTF-16 code unit, filled as they occur. */
const OF_UNIT = new Uint32Array(0x1_00_00);

/**
 * What a letter of a key may have been, by the rules of fold-rules.ts: each letter that a rule puts into a key is
 * said here of one of those that it is put for.
 */
const BECOMES: Record<string, string> = {
  // Two letters that are one in a key: kh sh gh zh ch ŋh, ng, ts, tš, šš.
  h: 'šğžč',
  g: 'ŋ',
  n: 'ŋ',
  t: 'cč',
  s: 'c',
  š: 'č',
  // The rules of whole words.
  c: 's',
  z: 's',
  f: 'v',
  u: 'v',
  a: 'oe',
  o: 'e',
  i: 'e',
  e: 'i',
};

/** What script and neighbours make of a letter before it is looked up, by fold-scripts.ts. */
const READ_AS: Record<string, string> = { ...LOOK_ALIKES, j: 'ji', y: 'iу', ه: 'هە' };

/** @param letter in lower case */
function lettersOfUnit(letter: string): KeyLetters {
  const readings = Array.from(letter + (READ_AS[letter] ?? ''), (one) =>
    LETTERS.get(one.codePointAt(0) ?? 0),
  );
  const isLetter =
    /^\p{Lo}$|^\p{Ll}$|^[0-9]$/u.test(letter) &&
    (letter.normalize('NFKD') === letter || 'йё'.includes(letter));
  const known = readings.filter((reading) => reading !== undefined);
  // Marks, signs and whatever is not in the table may make anything of the letters beside them.
  if (!isLetter || known.length === 0) return LETTER_BITS;
  // A word of letters without a sound is its own key.
  return known.reduce((all, key) => all | (key === '' ? OTHER : withBecoming(key)), 0);
}

function withBecoming(key: string): KeyLetters {
  const reached = new Set(key);
  for (const letter of reached) for (const next of BECOMES[letter] ?? '') reached.add(next);
  return lettersOfKey([...reached].join(''));
}
