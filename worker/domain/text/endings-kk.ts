/**
 * The endings of Kazakh nouns: plural, possessive, case, and what is built on the locative. Written in Cyrillic
 * and compared as search keys, which the Arabic and Latin spellings share; vowel harmony and the voicing of
 * the first consonant are not checked, since keys do not keep them.
 */
import { foldEndings, splitKey } from './ending-keys.ts';
import { append } from './fold-rules.ts';

const words = (list: string) => ['', ...list.split(' ')];

const PLURALS = words('лар лер дар дер тар тер');
const POSSESSIVES = words('ы і сы сі ым ім м ымыз іміз мыз міз ың ің ңыз ңіз ыңыз іңіз');
const CASES = words(
  'ның нің дың дің тың тің ға ге қа ке а е на не ды ді ты ті ны ні н да де та те нда нде ' +
    'дан ден тан тен нан нен мен бен пен менен бенен пенен ' +
    'дағы дегі тағы тегі ндағы ндегі дағылар дегілер тағылар тегілер ' +
    'нікі дікі тікі дай дей тай тей',
);

/**
 * Spelling before the reform of about 1912 left the vowels of endings out, or wrote ه for both а and е
 * (قازاقدن, قازاقلر). Arabic script, since no other spelling does this.
 */
const CHAGATAI_PLURALS = words('لر لار');
const CHAGATAI_CASES = words(
  'نڭ ننڭ دڭ تڭ غه گه قه كه نه ده ته دا دن تن دان نی دی نى دى نده نده\u200cكی ندن من بن پن مینن دگی داغی',
);

/** Every part may be missing; where two meet, their letters join as they do in any key. */
function combine(parts: Set<string>[]): Set<string> {
  let keys = new Set(['']);
  for (const part of parts) {
    const longer = new Set<string>();
    for (const head of keys) for (const tail of part) longer.add(append(head, tail));
    keys = longer;
  }
  return keys;
}

const STEMS = ['бат', 'бала', 'бор'];
const ARABIC_STEMS = ['بات', 'بالا', 'بور'];
const KEYS = new Set([
  ...combine([PLURALS, POSSESSIVES, CASES].map((endings) => foldEndings(endings, STEMS))),
  ...combine([CHAGATAI_PLURALS, CHAGATAI_CASES].map((endings) => foldEndings(endings, ARABIC_STEMS))),
]);
const LONGEST = Math.max(...[...KEYS].map((key) => key.length));

/** Whether a search key ends like this after a Kazakh noun; no ending at all counts as one. */
export function isKazakhEnding(ending: string): boolean {
  return ending === '' || KEYS.has(ending);
}

/** The stems that the word with this search key may have, longest first, the key itself not among them. */
export function kazakhStems(key: string): string[] {
  return splitKey(key, isKazakhEnding, LONGEST).map(({ stem }) => stem);
}
