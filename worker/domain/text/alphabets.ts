/**
 * The letters of each writing, for keys and for help. Sources: kk-Arab, Unicode CLDR 48 (fixtures/oracles; A. Baitursynuly's
 * spelling of 1912), with غ, which newspapers print for ғ; kk-Arab-old, the Arabic alphabet with the Persian
 * letters and ڭ, as Kazakh was printed in before; kk-Cyrl, the alphabet of 1940; kk-Latn, that of January 2021;
 * ru-petr1708, the alphabet before the decree of 10 October 1918. Letters' names are Unicode's.
 */
import type { Writing } from './writings.ts';

export interface AlphabetLetter {
  letter: string;
  /** Missing in Arabic script, which has no capitals. */
  capital?: string;
  /** What it is in Cyrillic, of Kazakh or of Russian today; `–` for no sound of its own. */
  sound: string;
  /** The name in Unicode, for letters that are not read out by every screen reader. */
  name?: string;
}

const ARABIC: Record<string, [sound: string, name: string]> = {
  ء: ['–', 'hamza'],
  ا: ['а, ә', 'alef'],
  آ: ['а', 'alef with madda above'],
  ب: ['б', 'beh'],
  پ: ['п', 'peh'],
  ت: ['т', 'teh'],
  ة: ['е', 'teh marbuta'],
  ث: ['с', 'theh'],
  ج: ['ж', 'jeem'],
  چ: ['ч', 'tcheh'],
  ح: ['х', 'hah'],
  خ: ['х', 'khah'],
  د: ['д', 'dal'],
  ذ: ['з', 'thal'],
  ر: ['р', 'reh'],
  ز: ['з', 'zain'],
  ژ: ['ж', 'jeh'],
  س: ['с', 'seen'],
  ش: ['ш', 'sheen'],
  ص: ['с', 'sad'],
  ض: ['з', 'dad'],
  ط: ['т', 'tah'],
  ظ: ['з', 'zah'],
  ع: ['ғ', 'ain'],
  غ: ['ғ', 'ghain'],
  ف: ['ф', 'feh'],
  ق: ['қ', 'qaf'],
  ك: ['к', 'kaf'],
  گ: ['г', 'gaf'],
  ڭ: ['ң', 'ng'],
  ل: ['л', 'lam'],
  م: ['м', 'meem'],
  ن: ['н', 'noon'],
  و: ['о, ө', 'waw'],
  ؤ: ['у', 'waw with hamza above'],
  ۇ: ['ұ, ү', 'u'],
  ۋ: ['у', 've'],
  ۆ: ['в', 'oe'],
  ە: ['е', 'ae'],
  ه: ['һ, е', 'heh'],
  ھ: ['һ', 'heh doachashmee'],
  ى: ['ы, і', 'alef maksura'],
  ي: ['й, и', 'yeh'],
  ئ: ['–', 'yeh with hamza above'],
};

const CYRILLIC_NAMES: Record<string, string> = {
  ә: 'schwa',
  ғ: 'ghe with stroke',
  қ: 'ka with descender',
  ң: 'en with descender',
  ө: 'barred o',
  ұ: 'straight u with stroke',
  ү: 'straight u',
  һ: 'shha',
  і: 'Byelorussian-Ukrainian i',
  ѣ: 'yat',
  ѳ: 'fita',
  ѵ: 'izhitsa',
  ъ: 'hard sign',
  ь: 'soft sign',
};

const LATIN_NAMES: Record<string, string> = {
  ä: 'a with diaeresis',
  ğ: 'g with breve',
  ı: 'dotless i',
  ñ: 'n with tilde',
  ö: 'o with diaeresis',
  ş: 's with cedilla',
  ū: 'u with macron',
  ü: 'u with diaeresis',
};

const LATIN =
  'aа äә bб dд eе fф gг ğғ hх,һ ıі iи,й jж kк lл mм nн ñң oо öө pп qқ rр sс şш tт uу ūұ üү vв yы zз';

/** The alphabet of a writing, in its order. */
export const ALPHABETS: Record<Writing, readonly AlphabetLetter[]> = {
  'kk-Arab': arabic('ءابپتجچحدرزسشعغفقكگڭلمنوۇۋۆھەىي'),
  'kk-Arab-old': arabic('ءاآبپتثجچحخدذرزژسشصضطظعغفقكگڭلمنوؤهةىيئ'),
  'kk-Cyrl': cyrillic('аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя', {}),
  'kk-Latn': LATIN.split(' ').map((pair) => {
    const letter = pair.slice(0, 1);
    const name = LATIN_NAMES[letter];
    const sound = pair.slice(1).replace(',', ', ');
    return { letter, capital: letter === 'i' ? 'İ' : letter.toUpperCase(), sound, ...(name ? { name } : {}) };
  }),
  'ru-petr1708': cyrillic('абвгдеёжзийіклмнопрстуфхцчшщъыьѣэюяѳѵ', { і: 'и', ѣ: 'е', ѳ: 'ф', ѵ: 'и' }),
};

/**
 * Letters that keyboards of today lack, behind the letter that they are near to: with Alt, а gives ә, and у gives
 * ұ, then ү. For Arabic script from the Arabic and the Persian layout.
 */
const NEIGHBOURS: Record<Writing, string> = {
  'kk-Arab': 'اء بپ جچ عغ كگ کكگ نڭ وۋۇۆ هەھ يى ىي یىي',
  'kk-Arab-old': 'اآء بپ جچ كگ کكگ نڭ رژ هة وؤ يىئ یىي',
  'kk-Cyrl': 'аә гғ иі кқ нң оө уұү хһ ыі',
  'kk-Latn': 'aä gğ iı nñ oö sş uūü',
  'ru-petr1708': 'еѣ иіѵ фѳ ьъ',
};

/** Punctuation of the print that keyboards lack. */
export const SIGNS: Record<Writing, string> = {
  'kk-Arab': '،؛؟«»—ـ',
  'kk-Arab-old': '،؛؟«»—ـ',
  'kk-Cyrl': '«»—№',
  'kk-Latn': '«»—№',
  'ru-petr1708': '«»„“—№',
};

/** The letters behind a letter, capitals behind a capital; none where there are none. */
export function neighboursOf(letter: string, writing: Writing): string[] {
  const lower = letter === 'I' ? 'i' : letter.toLowerCase();
  const row = NEIGHBOURS[writing].split(' ').find((each) => each.startsWith(lower));
  if (row === undefined || lower === '') return [];
  return Array.from(row.slice(1), (each) => (letter === lower ? each : capitalOf(each, letter)));
}

/** The letters that keyboards of today lack, in the order of the alphabet. */
export function rareLetters(writing: Writing): AlphabetLetter[] {
  const rare = new Set(NEIGHBOURS[writing].split(' ').flatMap((row) => Array.from(row).slice(1)));
  return ALPHABETS[writing].filter(({ letter }) => rare.has(letter));
}

/** Which key gives a rare letter, as "у у" (Alt held) for the second behind у. */
export function keyOf(letter: string, writing: Writing): string | undefined {
  const row = NEIGHBOURS[writing].split(' ').find((each) => each.indexOf(letter, 1) > 0);
  return row === undefined ? undefined : Array(row.indexOf(letter)).fill(row[0]).join(' ');
}

/** I of an English layout stands for i, whose capital in Kazakh Latin is İ and whose neighbour ı is I. */
function capitalOf(letter: string, typed: string): string {
  return typed === 'I' ? 'İ' : letter.toUpperCase();
}

function arabic(letters: string): AlphabetLetter[] {
  return Array.from(letters, (letter) => {
    const [sound = '–', name = letter] = ARABIC[letter] ?? [];
    return { letter, sound, name };
  });
}

function cyrillic(letters: string, sounds: Record<string, string>): AlphabetLetter[] {
  return Array.from(letters, (letter) => {
    const name = CYRILLIC_NAMES[letter];
    const sound = sounds[letter] ?? (letter === 'ъ' || letter === 'ь' ? '–' : letter);
    return { letter, capital: letter.toUpperCase(), sound, ...(name ? { name } : {}) };
  });
}
