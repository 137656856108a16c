/**
 * The search key of a word. It blurs on purpose: two words with the same key are found by each other.
 * For now the spellings of one script share a key; keys shared across scripts replace `foldWord` later.
 */

/** Goes up with every change of what `foldWord` gives, so that an index can tell which keys are stale. */
export const FOLD_VERSION = 1;

const LETTERS: Record<string, string> = {
  // Arabic script. Hamza marks front vowels in Kazakh, was printed from about 1912 only, and is often lost
  // in reading; on a carrier it adds nothing to a search.
  ء: '',
  ٴ: '',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ي',
  // Yeh without dots stood for yeh at the end of words before the reform; readers and keyboards mix the rest.
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ݣ: 'ڭ',
  ڬ: 'ڭ',
  ھ: 'ه',
  ہ: 'ه',
  ة: 'ە',
  ۀ: 'ە',
  // Cyrillic: the letters that the reform of 1918 took away, ё as printed without its dots, and the schwa
  // as typed with the Latin or the dotted letter.
  ѣ: 'е',
  і: 'и',
  ї: 'и',
  ѵ: 'и',
  ѷ: 'и',
  ѳ: 'ф',
  ё: 'е',
  ə: 'ә',
  ӛ: 'ә',
};

const ZWNJ = '\u200c';

/**
 * The key under which a word is indexed and looked up.
 * The same word always gives the same key, and the key of a key is itself. A key holds letters and digits
 * only; it is empty when the word has none, and such a word cannot be searched for.
 */
export function foldWord(word: string): string {
  const plain = word.normalize('NFKC').toLowerCase().normalize('NFKC');
  let key = '';
  // ئ at the beginning only carries the vowel that follows it (Uyghur and Tatar spelling).
  for (const letter of plain.replace(/^ئ(?=\p{L})/u, ''))
    key += asciiDigit(letter) ?? LETTERS[letter] ?? letter;
  // Marks (harakat, stress), tatweel, apostrophes and invisible characters go; ZWNJ is wanted once more.
  key = key.replace(/[^\p{L}\p{N}\u200c]|\u0640/gu, '');
  return dropFinalHardSign(foldHeh(key)).normalize('NFC');
}

function asciiDigit(letter: string): string | undefined {
  const code = letter.charCodeAt(0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  return undefined;
}

/**
 * Before the reform ه was also the vowel that ە writes: at the end of a word, or before a ZWNJ, which keeps
 * it from joining. Anywhere else it is the consonant, and stays.
 */
function foldHeh(key: string): string {
  return key.replace(/ه(?=\u200c*$|\u200c)/g, 'ە').replaceAll(ZWNJ, '');
}

/** The ъ that old Russian spelling puts after a final consonant. */
function dropFinalHardSign(key: string): string {
  return key.replace(/(?<=[бвгғджзйкқлмнңпрстфхһцчшщ])ъ+$/, '');
}
