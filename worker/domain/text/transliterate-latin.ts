/**
 * Kazakh in Cyrillic and in the Latin alphabet of 2021 (31 letters, presented by the National Commission in
 * January 2021). The alphabet has no letters for ц ч щ ё ю я; they are written as usual: ts tş ştş io iu ia.
 */
import type { Segment } from './transliterate.ts';

const LATIN = new Map(
  pairs(
    'аa әä бb вv гg ғğ дd еe ёio жj зz иi йi кk қq лl мm нn ңñ оo өö пp рr сs тt уu ұū үü фf хh һh цts чtş шş щştş ъ ыy іı ь эe юiu яia',
  ),
);

/** Letter by letter; a capital stays one, and of two letters for one only the first is, unless all the word is. */
export function latinFromCyrillic(word: string): string {
  const shouting = word.length > 1 && word === word.toUpperCase();
  return Array.from(word, (letter) => {
    const lower = letter.toLowerCase();
    const latin = LATIN.get(lower);
    if (latin === undefined) return letter;
    if (letter === lower) return latin;
    return shouting ? capital(latin) : capital(latin.slice(0, 1)) + latin.slice(1);
  }).join('');
}

/** и and й are İ, і is I, as in Turkish; written out, because not every engine knows. */
function capital(latin: string): string {
  return latin.replaceAll('i', 'İ').toUpperCase();
}

const VOWEL = /[aäeoöuūüyıi]$/i;

/** What two letters, or a letter at its place, are in Cyrillic; the first that fits. */
const CYRILLIC: [latin: string, place: 'after vowel' | 'first' | 'any', text: string, others?: string[]][] = [
  ['ştş', 'any', 'щ', ['штш']],
  ['tş', 'first', 'ч'],
  ['tş', 'any', 'тш', ['ч']],
  ['ts', 'first', 'ц'],
  ['ts', 'any', 'тс', ['ц']],
  ['ia', 'any', 'я', ['иа']],
  ['iu', 'any', 'ю', ['иу']],
  ['io', 'after vowel', 'йо', ['ё']],
  ['io', 'any', 'ио', ['ё']],
  ['i', 'after vowel', 'й', ['и']],
  ['i', 'any', 'и', ['й']],
  ['h', 'any', 'х', ['һ']],
  ['e', 'first', 'е', ['э']],
  ['e', 'after vowel', 'е', ['э']],
];
const SINGLE = new Map(
  pairs('aа äә bб vв gг ğғ dд eе jж zз kк qқ lл mм nн ñң oо öө pп rр sс tт uу ūұ üү fф şш yы ıі'),
);

export function cyrillicFromLatin(word: string): Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at < word.length;) {
    const before = word.slice(0, at);
    const rest = lower(word.slice(at));
    const rule = CYRILLIC.find(
      ([latin, place]) =>
        rest.startsWith(latin) &&
        (place === 'any' || (place === 'first' ? at === 0 : VOWEL.test(lower(before)))),
    );
    const length = rule?.[0].length ?? 1;
    const written = word.slice(at, at + length);
    const [text, others = []] = rule ? [rule[2], rule[3]] : [SINGLE.get(rest.slice(0, 1)) ?? written];
    const like = (reading: string) => (written === lower(written) ? reading : capitalLike(reading, written));
    segments.push({ text: like(text), others: others.map(like) });
    at += length;
  }
  return segments;
}

/** The reverse of `capital`; unlike toLowerCase alone it keeps the length of İ. */
function lower(text: string): string {
  return text.replaceAll('I', 'ı').replaceAll('İ', 'i').toLowerCase();
}

function capitalLike(reading: string, written: string): string {
  return written.length > 1 && written.slice(1) !== lower(written.slice(1))
    ? reading.toUpperCase()
    : reading.slice(0, 1).toUpperCase() + reading.slice(1);
}

/** "аa ёio ъ" to [["а", "a"], ["ё", "io"], ["ъ", ""]]. */
function pairs(list: string): [string, string][] {
  return list.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]);
}
