/**
 * What is wrong with a name form as typed: letters that only look like those of the name's script, a script that
 * its language tag does not have, no letter at all. Variants of one letter within a script (ک and ك, і and и) are
 * spellings, not errors.
 */
import { scriptOf } from '../text/script.ts';
import { type Token, tokenise } from '../text/tokens.ts';
import { type LetterScript, lookAlikeIn, scriptOfLetter } from '../text/look-alikes.ts';
import { isRomanNumeral, lettersOf, scriptOfWord } from '../text/word-script.ts';

export interface NameFormProblem {
  code: 'no-letters' | 'look-alike' | 'foreign-letter' | 'script';
  /** UTF-16 offset of the first character concerned. */
  offset: number;
  /** A sentence for the person who typed the name. */
  message: string;
}

const NAMES: Record<LetterScript, string> = {
  Arab: 'Arabic',
  Cyrl: 'Cyrillic',
  Latn: 'Latin',
  Grek: 'Greek',
};

/** Scripts of languages that the tag need not name. Kazakh has three, so that `kk` alone promises none. */
const SCRIPT_OF_LANGUAGE: Record<string, LetterScript> = {
  ru: 'Cyrl',
  uk: 'Cyrl',
  be: 'Cyrl',
  bg: 'Cyrl',
  en: 'Latn',
  de: 'Latn',
  fr: 'Latn',
  pl: 'Latn',
  fi: 'Latn',
  la: 'Latn',
  ar: 'Arab',
  fa: 'Arab',
  ota: 'Arab',
  chg: 'Arab',
};

/**
 * The problems of a name form, in the order of its letters, at most one of each word.
 * @param language BCP 47, as `kk-Arab`, `ru-petr1708`
 */
export function checkNameForm({ text, language }: { text: string; language: string }): NameFormProblem[] {
  const words = tokenise(text);
  if (words.length === 0) {
    return [{ code: 'no-letters', offset: 0, message: 'A name needs at least one letter or digit.' }];
  }
  const wanted = scriptOfTag(language);
  const whole = scriptOf(text);
  // A name that is as a whole in another script has the wrong language, not many wrong letters.
  if (wanted !== undefined && whole !== 'Zyyy' && whole !== wanted) {
    const message = `The language ${language} is written in ${NAMES[wanted]} letters, and “${text}” is in ${NAMES[whole]} ones.`;
    return [{ code: 'script', offset: 0, message }];
  }
  const script = wanted ?? (whole === 'Zyyy' ? undefined : whole);
  return words.flatMap((word) => checkWord(text, word, script) ?? []);
}

function checkWord(text: string, word: Token, script: LetterScript | undefined): NameFormProblem | undefined {
  if (isRomanNumeral(text, word)) return undefined;
  const letters = lettersOf(word);
  const own = scriptOfWord(letters, script);
  if (own === undefined) return undefined;
  for (const [index, { letter, offset }] of letters.entries()) {
    const found = scriptOfLetter(letter);
    if (found === undefined || found === own) continue;
    const place = `Letter ${index + 1} of “${word.text}”, ${letter}, is a ${NAMES[found]} letter (${codePoint(letter)})`;
    const meant = lookAlikeIn(letter, own);
    return meant === undefined
      ? { code: 'foreign-letter', offset, message: `${place} in a word of ${NAMES[own]} letters.` }
      : {
          code: 'look-alike',
          offset,
          message: `${place} that only looks like the ${NAMES[own]} ${meant} (${codePoint(meant)}). Type the ${NAMES[own]} one.`,
        };
  }
  return undefined;
}

/** The script that a language tag names, or that its language has alone. */
function scriptOfTag(language: string): LetterScript | undefined {
  const { script, language: name } = new Intl.Locale(language);
  if (script === 'Arab' || script === 'Cyrl' || script === 'Latn' || script === 'Grek') return script;
  return script === undefined ? SCRIPT_OF_LANGUAGE[name] : undefined;
}

function codePoint(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
