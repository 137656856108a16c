/**
 * Letters of one script that print like letters of another. Chosen from Unicode's confusables (UTS #39,
 * https://www.unicode.org/Public/security/latest/confusables.txt): the pairs that Kazakh and Russian keyboards confuse.
 */
export type LetterScript = 'Arab' | 'Cyrl' | 'Latn' | 'Grek';

const PATTERNS: [LetterScript, RegExp][] = [
  ['Cyrl', /^\p{Script=Cyrillic}/u],
  ['Latn', /^\p{Script=Latin}/u],
  ['Arab', /^\p{Script=Arabic}/u],
  ['Grek', /^\p{Script=Greek}/u],
];

/** The script of a letter, of those that look alike or are used in the periodicals. */
export function scriptOfLetter(letter: string): LetterScript | undefined {
  return PATTERNS.find(([, pattern]) => pattern.test(letter))?.[0];
}

/** In pairs. */
const LATIN_CYRILLIC =
  'AА BВ CС EЕ HН IІ KК MМ OО PР TТ XХ YУ aа bь cс eе hһ iі kк mм oо pр tт xх yу ƏӘ əә ƟӨ ɵө ÏЇ ïї ËЁ ëё ǴЃ ÄӒ äӓ ÖӦ öӧ ÜӰ';
const LATIN_GREEK = 'AΑ BΒ EΕ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ XΧ YΥ ZΖ oο vν uυ iι aα pρ';
const CYRILLIC_GREEK = 'АΑ ВΒ ЕΕ НΗ ІΙ КΚ МΜ ОΟ РΡ ТΤ ХΧ УΥ ФΦ ГΓ ПΠ оο аα рρ';

const LOOK_ALIKES = new Map<string, Map<LetterScript, string>>();
for (const pair of `${LATIN_CYRILLIC} ${LATIN_GREEK} ${CYRILLIC_GREEK}`.split(' ')) {
  const [one = '', other = ''] = pair;
  add(one, other);
  add(other, one);
}

function add(letter: string, alike: string): void {
  const script = scriptOfLetter(alike);
  if (!script) return;
  const known = LOOK_ALIKES.get(letter) ?? new Map<LetterScript, string>();
  if (!known.has(script)) known.set(script, alike);
  LOOK_ALIKES.set(letter, known);
}

/** The letter of this script that a letter of another prints like. */
export function lookAlikeIn(letter: string, script: LetterScript): string | undefined {
  return LOOK_ALIKES.get(letter.normalize('NFC'))?.get(script);
}
