/**
 * Kazakh as it was spelled in Arabic script before the reform of about 1912: most vowels are not written (قزاق), و
 * stands for о ө ұ ү у and в, ي for ы і и й and е, ه for а and е. What was meant can not be told from the letters:
 * خلق may be халық or any other word of these consonants. So such words have no key of their own that the full
 * spelling shares; they are found beside it, by rule, and said to be so.
 */

/** Consonants that the old spelling puts for each other, or that endings change: each class as its first letter. */
const CLASSES: readonly (readonly string[])[] = [
  ['t', 'd'],
  ['b', 'p'],
  ['k', 'q', 'g', 'ğ'],
  ['š', 'č'],
  ['n', 'ŋ'],
];
const CLASS_OF = new Map(CLASSES.flatMap((letters) => letters.map((letter) => [letter, letters] as const)));
/** Written or not, and if so as one of several: not among the letters that two spellings surely share. v: و. */
const UNSURE = new Set('aeiouv');

/** What two spellings of a word surely share, of its search key: the classes of its consonants, in order. */
export function skeletonOf(key: string): string {
  let skeleton = '';
  for (const letter of key) {
    if (!UNSURE.has(letter)) skeleton += CLASS_OF.get(letter)?.[0] ?? letter;
  }
  return skeleton;
}

/** Words of fewer sure letters would be found beside too many others. */
export const LEAST_SKELETON = 2;
/** Where nothing says that vowels are left out. */
export const LEAST_UNSAID = 3;

const VOWELS: Record<string, string> = {
  a: '[ae]?',
  e: '[eia]?',
  i: '[io]?',
  o: '[ou]?',
  u: '[ouv]?',
  v: '[vou]',
};
/** At the beginning a vowel is written, with an alef or as و or ي. */
const FIRST: Record<string, string> = { a: 'a', e: '[eia]', i: 'i', o: '[ou]', u: '[ou]' };

/** Tells the keys of words that may be this word spelled with vowels left out. @param key of the full spelling */
export function spellingsWithoutVowels(key: string): (other: string) => boolean {
  const letters = Array.from(key, (letter, index) => {
    const vowel = (index === 0 ? FIRST[letter] : undefined) ?? VOWELS[letter];
    return vowel ?? `[${(CLASS_OF.get(letter) ?? [letter]).join('')}]`;
  });
  const pattern = new RegExp(`^${letters.join('')}$`, 'u');
  return (other) => pattern.test(other);
}
