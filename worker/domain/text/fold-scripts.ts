/** What a letter's neighbours and marks say about it, script by script, before the letters are looked up one by one. */

/**
 * Latin letters with a mark, of the alphabets of 2021 (ä ğ ñ ö ş ū ü), 2018 (á ǵ ń ó ú ý), 2017 (a' g' n' o' s'
 * c' u' y'), QazAqparat and scholarly transliteration (č š ž ġ ŋ): the mark matters on c g n s y z.
 */
const MARKED: Record<string, { marks: RegExp; key: string }> = {
  c: { marks: /[\u0301\u030c\u0327']/, key: 'č' },
  g: { marks: /[\u0301\u0302\u0306\u0307\u030c\u0323\u0327']/, key: 'ğ' },
  n: { marks: /[\u0301\u0303\u030c\u0307\u0323\u0327']/, key: 'ŋ' },
  s: { marks: /[\u0301\u0302\u030c\u0326\u0327']/, key: 'š' },
  y: { marks: /[\u0301']/, key: 'u' },
  z: { marks: /\u030c/, key: 'ž' },
};

const J_FOR_Y = /(?<=[aeiouyıə]\p{M}*)j(?![aeiouyıəj])/gu;

export function markLatin(text: string): string {
  if (!/[a-z]/.test(text)) return text;
  // Where ж is ž, the letter j is й; also, in most words, between a vowel and a consonant or the end.
  const plain = /z\p{M}*\u030c/u.test(text) ? text.replaceAll('j', 'i') : text.replace(J_FOR_Y, 'i');
  return plain
    .replace(/['\u2018\u2019\u02bc\u02bb]/g, "'")
    .replace(/([cgnsyz])([\p{M}']+)/gu, (_, letter: string, marks: string) =>
      MARKED[letter]?.marks.test(marks) ? MARKED[letter].key : letter,
    )
    .replace(/^ye/, 'e')
    .replaceAll('y', 'i');
}

/** Takes text in NFKD; the marks of Arabic script come off. */
export function readArabic(text: string): string {
  if (!/\p{Script=Arabic}/u.test(text)) return text;
  return (
    text
      .replace(/^[ءٴ]+(?=.)/u, '')
      // ئ at the beginning, or before a vowel, only carries the vowel (Uyghur and Tatar spelling).
      .replace(/ي\u0654(?=[اەوۇۆۈىيې])/g, '')
      .replace(/[\p{M}\u0640]/gu, '')
      // So does an alif before و and ۇ at the beginning: no Kazakh word begins with "ао" or "аұ".
      .replace(/^ا(?=[وۇى])/, '')
      // Before the reform ه was also the vowel that ە writes: at the end, before a ZWNJ, between consonants.
      .replace(VOWEL_HEH, 'ە')
  );
}

const CONSONANT = '[بپتثجچحخدذرزژسشصضطظعغفقكکگڭلمن]';
const VOWEL_HEH = new RegExp(`ه(?=\\u200c|$)|(?<=${CONSONANT})ه(?=${CONSONANT})`, 'gu');

export const LOOK_ALIKES: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
  m: 'м',
  t: 'т',
};

/** Latin letters within a Cyrillic word are slips of a keyboard or of a reader. */
export function replaceLookAlikes(text: string): string {
  if (!/[а-яә]/.test(text)) return text;
  return text.replace(/[aceopxykmt]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
}
