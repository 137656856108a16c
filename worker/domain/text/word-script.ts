/** Which script a word means to be in, when its letters come from several. */
import { type LetterScript, lookAlikeIn, scriptOfLetter } from './look-alikes.ts';
import type { Token } from './tokens.ts';

export interface Letter {
  /** With the marks that stand on it. */
  letter: string;
  /** UTF-16, in the text of the word. */
  offset: number;
}

export function lettersOf(word: Token): Letter[] {
  return Array.from(word.text.matchAll(/\p{L}\p{M}*/gu), (match) => ({
    letter: match[0],
    offset: word.start + match.index,
  }));
}

/**
 * The script that a word means to be in: that of the text where each of its other letters has a look-alike there
 * ("Acap" all in Latin letters is meant as "Асар"), otherwise that of most of its letters ("Times" in Russian).
 */
export function scriptOfWord(
  letters: readonly Letter[],
  text: LetterScript | undefined,
): LetterScript | undefined {
  const counts = new Map<LetterScript, number>();
  for (const { letter } of letters) {
    const found = scriptOfLetter(letter);
    if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  if (counts.size === 0) return undefined;
  const fits = (script: LetterScript) =>
    letters.every(({ letter }) => {
      const found = scriptOfLetter(letter);
      return found === undefined || found === script || lookAlikeIn(letter, script) !== undefined;
    });
  if (text !== undefined && (counts.has(text) || fits(text))) return text;
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** "II съезд" has its number in Latin letters by right; "M. Дулатов" has an initial in the wrong ones. */
export function isRomanNumeral(text: string, { text: word, end }: Token): boolean {
  if (!/^(?=[IVXLCDM])(?:M{0,3})(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(word))
    return false;
  return word.length > 1 || (/[IVX]/.test(word) && text[end] !== '.');
}
