/** Why a person should look at a word that a machine read. Nothing is ever changed by these rules. */

export type Doubt = 'low-confidence' | 'mixed-scripts' | 'impossible-letters' | 'unlikely';

/** Below this, of 100, a word is more often wrong than right (measured on the newspaper of 1915). */
const UNSURE = 60;

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
const ARABIC = /\p{Script=Arabic}/u;

/** What no word has, in any of the orthographies: a rule each. */
const IMPOSSIBLE: RegExp[] = [
  // Hard and soft sign and й follow a letter; the signs never follow each other.
  /^[ъь]/iu,
  /[ъь][ъь]/iu,
  // No letter stands three times in a row, and no word has six consonants or five vowels together.
  /(\p{L})\1\1/iu,
  /[бвгджзйклмнпрстфхцчшщғқңһ]{7}/iu,
  /[аеёиоуыэюяіѣѵәөүұ]{5}/iu,
  // A capital within a word that is not all capitals.
  /^\p{Lu}?\p{Ll}+\p{Lu}\p{Ll}*$/u,
  // A digit within letters.
  /\p{L}\d\p{L}/u,
];

/**
 * The doubts about a word.
 * @param confidence of the model, 0 to 100
 */
export function doubtsOf({ text, confidence }: { text: string; confidence: number }): Doubt[] {
  const doubts: Doubt[] = [];
  if (confidence < UNSURE) doubts.push('low-confidence');
  const letters = text.replace(/[^\p{L}\p{M}\d]/gu, '');
  if (letters === '') return doubts;
  const scripts = [CYRILLIC, LATIN, ARABIC].filter((script) => script.test(letters));
  if (scripts.length > 1) doubts.push('mixed-scripts');
  if (IMPOSSIBLE.some((rule) => rule.test(letters))) doubts.push('impossible-letters');
  // More signs than letters: a torn edge, a rule, an ornament.
  const signs = Array.from(text).length - Array.from(letters).length;
  if (signs > Array.from(letters).length) doubts.push('unlikely');
  return doubts;
}
