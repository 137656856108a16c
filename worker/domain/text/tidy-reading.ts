import { lookAlikeIn, scriptOfLetter } from './look-alikes.ts';

/**
 * Letters of a reading that no type has. The stock Kazakh model writes the one letter ә in three ways, also as Latin
 * schwa and as ӛ, which no Kazakh text has. A model of several scripts writes Latin X for Х, which print alike: a word
 * with letters that only one of the two has is written in that one. Tesseract adds invisible direction marks (U+200E,
 * U+200F), which no type prints. Nothing else is ever changed in what was read.
 * @example tidyReading('əлем') // 'әлем'
 * @example tidyReading('Xанъ') // 'Ханъ', with a Cyrillic Х
 */
export function tidyReading(text: string): string {
  return text
    .replace(/[\u200e\u200f]/g, '')
    .replace(/[\u0259\u04db]/g, '\u04d9')
    .replace(/[\u018f\u04da]/g, '\u04d8')
    .normalize('NFC')
    .replace(/[\p{L}\p{M}]+/gu, inOneScript);
}

/** A Roman number has its ending in Cyrillic: XXго. */
const ROMAN = /^[IVXLCDM]{2,}/;

function inOneScript(word: string): string {
  if (!/\p{Script=Latin}/u.test(word) || !/\p{Script=Cyrillic}/u.test(word) || ROMAN.test(word)) return word;
  const letters = Array.from(word);
  const isSure = (own: 'Cyrl' | 'Latn', other: 'Cyrl' | 'Latn') =>
    letters.some((letter) => scriptOfLetter(letter) === own && lookAlikeIn(letter, other) === undefined);
  const [cyrillic, latin] = [isSure('Cyrl', 'Latn'), isSure('Latn', 'Cyrl')];
  if (cyrillic === latin) return word;
  const script = cyrillic ? 'Cyrl' : 'Latn';
  return letters
    .map((letter) => (scriptOfLetter(letter) === script ? letter : (lookAlikeIn(letter, script) ?? letter)))
    .join('');
}
