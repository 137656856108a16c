/**
 * Words that a reader may have made of another word by one slip. Made from the word itself and looked up one by
 * one, which takes the same time in a vocabulary of any size.
 */

/** The letters of search keys, and what is one letter in print but two in a key: я ю щ. */
const LETTERS = 'a b c d e f g ğ h i k l m n ŋ o p q r s š t u v z ž č ia iu šč'.split(' ');
const LETTERS_AND_DIGITS = [...LETTERS, ...Array.from('0123456789')];
const PRINTED = /ia|iu|šč|./gsu;

/**
 * Letters that print alike or nearly so and are taken for each other far more often than others are, as keys have them.
 * Cyrillic: е с о, н п и, т ш щ м, к н, л п, б в, з э, ц ш, г т, with қ ғ ң against к г н. Arabic script: letters
 * that differ by their dots alone (ب پ ت ث ن ي; ج چ ح خ; د ذ; ر ز ژ; س ش; ص ض; ط ظ; ف ق), ك گ ل, و ۇ ۋ, ه ە, ا ل.
 */
const ALIKE = new Set(
  (
    'es eo oc cs np ni pi it ši iu tš tm mš kn lp bv bp bt bn bi pt tn ti ts bs ns ze šc čc gt qk ğg ŋn ' +
    'žč žh čh dz rz rž zž sš sz tz vq kg kl gl ou uv ov he al ae 0o 1i 3z 6b'
  )
    .split(' ')
    .flatMap((pair) => [pair, Array.from(pair).toReversed().join('')]),
);

/** Keys that one slip makes of another, each with whether the slip is a likely one: a letter for one that prints nearly alike. */
export type Misreadings = ReadonlyMap<string, boolean>;

/**
 * All keys that are one slip away: a letter put for another, left out, added, or changed with its neighbour. The key
 * itself is not among them.
 */
export function misreadingsOf(key: string): Misreadings {
  if (latest?.key !== key) latest = { key, misreadings: makeMisreadings(key) };
  return latest.misreadings;
}

/** A search asks twice of each word: which to look up, and what those that were found are. */
let latest: { key: string; misreadings: Misreadings } | undefined;

function makeMisreadings(key: string): Misreadings {
  const made = new Map<string, boolean>();
  const letters = Array.from(key);
  const printed = key.match(PRINTED) ?? [];
  for (const units of printed.length < letters.length ? [letters, printed] : [letters]) addSlips(units, made);
  made.delete(key);
  return made;
}

/** Adds what one slip makes of a word of these letters, and whether the slip is a likely one. */
function addSlips(units: readonly string[], made: Map<string, boolean>): void {
  let before = '';
  for (let at = 0; at <= units.length; at++) {
    const [here, next] = [units[at], units[at + 1]];
    const from = units.slice(at).join('');
    for (const letter of LETTERS) add(made, before + letter + from, false);
    if (here === undefined) break;
    const after = from.slice(here.length);
    add(made, before + after, false);
    for (const letter of LETTERS_AND_DIGITS) add(made, before + letter + after, ALIKE.has(here + letter));
    if (next !== undefined) add(made, before + next + here + after.slice(next.length), false);
    before += here;
  }
}

function add(made: Map<string, boolean>, text: string, likely: boolean): void {
  if (likely || !made.has(text)) made.set(text, likely);
}
