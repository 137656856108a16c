/**
 * The search key of a word. It blurs on purpose: two words with the same key are found by each other, in
 * whatever script and spelling they stand.
 */
import { LETTERS } from './fold-letters.ts';
import { append, settle } from './fold-rules.ts';
import { markLatin, readArabic, replaceLookAlikes } from './fold-scripts.ts';

/** Goes up with every change of what `foldWord` gives, so that an index can tell which keys are stale. */
export const FOLD_VERSION = 4;

/**
 * The key under which a word is indexed and looked up: "Қазақ", "Qazaq" and "قازاق" give "qazaq",
 * "Россійскаго" and "российского" give "rosiskogo".
 *
 * The same word always gives the same key, whatever its case, marks or Unicode form, and the key of a key is
 * itself. A key holds letters and digits only; it is empty when the word has none, and such a word cannot be
 * searched for. Letters of other scripts stay as they are, in lower case.
 *
 * What a key cannot know: spelling before 1912 leaves vowels out and writes о, ө, ұ, ү, у and в all as و,
 * which is o here (`vowels-left-out.ts` has what search does about it); in Russian ы is и, and a final ь is dropped.
 */
export function foldWord(word: string): string {
  const plain = lowerCase(word);
  const key = settle(spellOut(readArabic(markLatin(replaceLookAlikes(plain)))));
  // A sign without a sound, alone, can still be searched for.
  return key === '' ? plain.replace(NOT_KEY, '').normalize('NFC') : key;
}

const KEPT = /[\p{L}\p{N}]/u;
const NOT_KEY = /[^\p{L}\p{N}]|\u0640/gu;

/** Lower case, taken apart into letters and marks, if it is not plain letters already: most words are. */
function lowerCase(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower.normalize('NFKD').toLowerCase().normalize('NFKD').replace(UNHEARD, '');
}

/**
 * What stands between letters without being one: soft hyphens, joiners and signs of direction, tatweel, and the
 * Arabic vowel signs (tashkil). Away before any rule that looks at a letter's neighbours.
 */
const UNHEARD = /\p{Cf}|[\u0640\u064b-\u0652\u0670]/gu;

const PLAIN = /^[0-9a-zа-ёѣіѳѵғқңәөұүһءا-غف-يپچڭگۆۇۋە]*$/;

function spellOut(text: string): string {
  let key = '';
  let foreign = false;
  for (const letter of text) {
    const known = LETTERS.get(letter.codePointAt(0) ?? 0);
    if (known !== undefined) key = append(key, known);
    else if (KEPT.test(letter)) {
      foreign = true;
      key += letter;
    }
  }
  return foreign ? key.normalize('NFC') : key;
}
