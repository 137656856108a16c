/**
 * Kazakh in Arabic script, by Baitursynov's spelling of 1912, and in Cyrillic. Letters: the table that
 * Unicode CLDR 48 uses for kk_Arab (fixtures/oracles). Vowels: a word with ە ك or گ, or one that begins with
 * hamza, has front vowels; hamza stands only where no such letter shows it ("dayekshi"; A. Baitursynuly, Oqu
 * quraly, 1912; the same in Kazakh print of China today). ق and ع go with back vowels.
 */
import type { Segment } from './transliterate.ts';

/** Cyrillic letters, and Arabic ones with the value of Arabic words in Kazakh print before 1912. */
const CONSONANTS: Record<string, string> = {
  ب: 'б',
  پ: 'п',
  ت: 'т',
  ط: 'т',
  ة: 'е',
  ث: 'с',
  س: 'с',
  ص: 'с',
  ج: 'ж',
  ژ: 'ж',
  چ: 'ч',
  ح: 'х',
  خ: 'х',
  ھ: 'һ',
  ه: 'һ',
  د: 'д',
  ذ: 'з',
  ز: 'з',
  ض: 'з',
  ظ: 'з',
  ر: 'р',
  ش: 'ш',
  ع: 'ғ',
  غ: 'ғ',
  ف: 'ф',
  ق: 'қ',
  ك: 'к',
  ک: 'к',
  گ: 'г',
  ڭ: 'ң',
  ل: 'л',
  م: 'м',
  ن: 'н',
  ۆ: 'в',
  ۋ: 'у',
};

/** Back and front vowel of one letter. */
const VOWELS: Record<string, [back: string, front: string]> = {
  ا: ['а', 'ә'],
  و: ['о', 'ө'],
  ۇ: ['ұ', 'ү'],
  ى: ['ы', 'і'],
};

interface Rule {
  /** What stands here. */
  here: RegExp;
  text: string;
  others?: string[];
}

/** What the place of a letter says; the first that fits, else the tables. Sticky. */
const PLACED: Rule[] = [
  { here: /شش/y, text: 'щ', others: ['шш'] },
  { here: /تس(?=ي)|س(?=يا)/y, text: 'ц', others: ['тс', 'с'] },
  { here: /تس/y, text: 'тс', others: ['ц'] },
  { here: /س(?=ي)/y, text: 'с', others: ['ц'] },
  // й and а are я, й and у are ю; after a consonant и stands before them, or only a soft consonant.
  { here: /(?<=[اەوۇىيۋ])يا/y, text: 'я', others: ['иа'] },
  { here: /^يا/y, text: 'я', others: ['иә', 'иа'] },
  { here: /يا/y, text: 'ия', others: ['я', 'иа'] },
  { here: /(?<=[اەوۇىيۋ])يۋ|^يۋ/y, text: 'ю', others: ['иу'] },
  { here: /يۋ$/y, text: 'ию', others: ['ю'] },
  { here: /يۋ/y, text: 'ю', others: ['ию', 'иу'] },
  { here: /(?<=[اەوۇىۋ])ي/y, text: 'й', others: ['и'] },
  { here: /(?<!^)ي$/y, text: 'и', others: ['ий'] },
  { here: /ي/y, text: 'и', others: ['й'] },
  { here: /(?<=[اوۇىي]|^)ە/y, text: 'е', others: ['э'] },
  { here: /ە/y, text: 'е' },
];

const FRONT = /[ەكگ]/;
const BACK = /[قعغ]/;

export function cyrillicFromArabic(word: string): Segment[] {
  const plain = plainArabic(word);
  const letters = plain.replace(/[ءٴ]/g, '');
  const hamza = letters !== plain;
  const known = !hamza && BACK.test(letters) && !FRONT.test(letters);
  let harmony: Harmony = {
    mixed: /[قعغۆ]/.test(letters),
    kind: known ? 'known back' : hamza ? 'hamza' : 'word',
    front: hamza || FRONT.test(letters),
  };
  const segments: Segment[] = [];
  for (let at = 0; at < letters.length;) {
    const letter = letters[at] ?? '';
    const placed = PLACED.find(({ here }) => {
      here.lastIndex = at;
      return here.test(letters);
    });
    at = placed ? placed.here.lastIndex : at + 1;
    const { text, others }: Segment = placed ??
      vowel(letter, harmony) ?? { text: CONSONANTS[letter] ?? letter };
    segments.push({ text, ...(others ? { others } : {}) });
    harmony = follow(harmony, text);
  }
  return segments;
}

/** What the next vowel goes by: the word's sign of front or back, then the vowel before it. */
interface Harmony {
  kind: 'known back' | 'hamza' | 'word' | 'after e' | 'after another';
  front: boolean;
  /** ق ع or ۆ in the word. */
  mixed: boolean;
}

/** и, у and their like come with either. */
function follow(harmony: Harmony, text: string): Harmony {
  if (harmony.kind === 'known back' || !/[аәеоөұүыіэя]/.test(text)) return harmony;
  return { ...harmony, kind: /[еэ]/.test(text) ? 'after e' : 'after another', front: /[әеөүіэ]/.test(text) };
}

/**
 * A vowel by harmony. Loans and names break it (Канада has ك, Назарбаевтың ы after е), so that only this is
 * taken as known: back vowels with ق or ع and no sign of front ones; о ұ ы never, and ө ү і always, as the first
 * vowel after a hamza; і after е, unless ۆ shows a loan. ә and ө stand in first syllables only, and ә seldom
 * where ە, ك or گ is the sign.
 */
function vowel(letter: string, { kind, front, mixed }: Harmony): Segment | undefined {
  const pair = VOWELS[letter];
  if (!pair) return undefined;
  const [back, frontVowel] = pair;
  if (kind === 'known back') return { text: back };
  if (kind === 'hamza' && letter !== 'ا') return { text: frontVowel };
  if (kind === 'after e' && letter === 'ى' && !mixed) return { text: frontVowel };
  const rare = letter === 'ا' ? kind !== 'hamza' || mixed : letter === 'و' && kind !== 'word';
  return front && !rare ? { text: frontVowel, others: [back] } : { text: back, others: [frontVowel] };
}

/** Letters of presentation forms, without marks, tatweel and joiners; ي and ه as they are meant. */
function plainArabic(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/ئ(?=[اەوۇۆىيې])/g, '')
    .normalize('NFKD')
    .replace(/ه(?=\u200c|$)/g, 'ە')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replaceAll('ی', 'ي');
}

const ARABIC = new Map(
  Object.entries({
    а: 'ا',
    ә: 'ا',
    б: 'ب',
    в: 'ۆ',
    г: 'گ',
    ғ: 'ع',
    д: 'د',
    е: 'ە',
    ё: 'يو',
    ж: 'ج',
    з: 'ز',
    и: 'ي',
    й: 'ي',
    к: 'ك',
    қ: 'ق',
    л: 'ل',
    м: 'م',
    н: 'ن',
    ң: 'ڭ',
    о: 'و',
    ө: 'و',
    п: 'پ',
    р: 'ر',
    с: 'س',
    т: 'ت',
    у: 'ۋ',
    ұ: 'ۇ',
    ү: 'ۇ',
    ф: 'ف',
    х: 'ح',
    һ: 'ھ',
    ц: 'س',
    ч: 'چ',
    ш: 'ش',
    щ: 'شش',
    ъ: '',
    ы: 'ى',
    і: 'ى',
    ь: '',
    э: 'ە',
    ю: 'يۋ',
    я: 'يا',
  }),
);

/** Known in every letter. ц is س, as in most words of CLDR; hamza is U+0621, as there. */
export function arabicFromCyrillic(word: string): string {
  const plain = word.toLowerCase();
  const letters = plain
    .replace(/дж/g, 'ж')
    .replace(/[иыі]й$/, 'и')
    .replace(/[ий](?=[юя])/g, '')
    .replace(/ью/g, 'ю');
  const arabic = Array.from(letters, (letter) => ARABIC.get(letter) ?? letter).join('');
  const hamza = /[әөүі]/.test(plain) && !/[еэгк]/.test(plain);
  return hamza ? `ء${arabic}` : arabic;
}
