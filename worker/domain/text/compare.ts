/** Alphabetical order, for lists. Written out because neither workerd nor Chromium collates Kazakh. */

/** The Kazakh alphabet of today, with the letters of old Russian print after those they became. */
const CYRILLIC =
  'а ә б в г ғ д е ё ѣ ж з и ї й к қ л м н ң о ө п р с т у ұ ү ф ѳ х һ ц ч ш щ ъ ы і ь э ю я ѵ';
/** Russian lists treat these as one letter, and so the old and the new spelling of a word stand together. */
const RUSSIAN_EQUALS: [string, string][] = [
  ['ё', 'е'],
  ['ѣ', 'е'],
  ['і', 'и'],
  ['ї', 'и'],
  ['ѵ', 'и'],
  ['ѳ', 'ф'],
];
/** The Kazakh Latin alphabet of 2021 within the common one. */
const LATIN = 'a ä b c d e f g ğ h i ı j k l m n ñ o ö p q r s ş t u ū ü v w x y z';
/** The usual order of the Arabic letters, with those of Kazakh and Persian after the ones they are shaped like. */
const ARABIC = 'ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ك گ ڭ ل م ن ە ه ھ و ۇ ۋ ۆ ى ي';

/** A list is read in its own script first. */
const ALPHABETS = {
  kk: [CYRILLIC, LATIN, ARABIC],
  ru: [CYRILLIC, LATIN, ARABIC],
  en: [LATIN, CYRILLIC, ARABIC],
};

const SPACE = 1;
const NUMBER = 2;
const FIRST_LETTER = 10;
const OTHER = 1_000;

const ranksByLanguage = new Map<string, Map<string, number>>();

function ranksOf(language: keyof typeof ALPHABETS): Map<string, number> {
  let ranks = ranksByLanguage.get(language);
  if (!ranks) {
    const letters = ALPHABETS[language].join(' ').split(' ');
    ranks = new Map(letters.map((letter, index) => [letter, FIRST_LETTER + index]));
    if (language !== 'kk') for (const [old, now] of RUSSIAN_EQUALS) ranks.set(old, ranks.get(now) ?? OTHER);
    ranksByLanguage.set(language, ranks);
  }
  return ranks;
}

/**
 * Compares two texts for sorting, as `Array.prototype.sort` wants it. Letters decide first, by the alphabet
 * of the language, then case and accents; runs of digits compare as numbers ("№ 2" before "№ 10");
 * punctuation does not count, a space comes before any letter. Zero only for texts that are the same in NFC.
 */
export function compareText(a: string, b: string, language: keyof typeof ALPHABETS): number {
  const [one, other] = [a.normalize('NFC'), b.normalize('NFC')];
  if (one === other) return 0;
  const [left, right] = [weightsOf(one, language), weightsOf(other, language)];
  for (let index = 0; index < left.length && index < right.length; index += 1) {
    const difference = compareWeights(left[index]!, right[index]!);
    if (difference !== 0) return difference;
  }
  if (left.length !== right.length) return left.length - right.length;
  // The same letters: small before capital, plain before accented, then by code unit, to be definite.
  const [small, otherSmall] = [one.toLowerCase(), other.toLowerCase()];
  if (small !== otherSmall) return small < otherSmall ? -1 : 1;
  return one > other ? -1 : 1;
}

interface Weight {
  rank: number;
  /** Digits without leading zeros, for a number; a letter that no alphabet here knows. */
  detail: string;
}

function weightsOf(text: string, language: keyof typeof ALPHABETS): Weight[] {
  const ranks = ranksOf(language);
  const weights: Weight[] = [];
  for (const [part] of text
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .matchAll(/\d+|\s+|\p{L}\p{M}*|\p{N}/gu)) {
    if (/^\d/.test(part)) weights.push({ rank: NUMBER, detail: part.replace(/^0+(?=\d)/, '') });
    else if (/^\s/.test(part)) weights.push({ rank: SPACE, detail: '' });
    else weights.push(weightOfLetter(part, ranks));
  }
  return weights;
}

function weightOfLetter(letter: string, ranks: Map<string, number>): Weight {
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '');
  const rank = ranks.get(letter) ?? ranks.get(letter.replace(/\p{M}/gu, '')) ?? ranks.get(base);
  return rank === undefined ? { rank: OTHER, detail: base } : { rank, detail: '' };
}

function compareWeights(a: Weight, b: Weight): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.rank === NUMBER && a.detail.length !== b.detail.length) return a.detail.length - b.detail.length;
  if (a.detail === b.detail) return 0;
  return a.detail < b.detail ? -1 : 1;
}
