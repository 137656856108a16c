/**
 * The case endings of Russian nouns, surnames and adjectives, before and after 1918. Written in the spelling
 * of today and compared as search keys, which the old spelling shares (-аго, -ыя and ѣ fold like -ого, -ые, е).
 */
import { foldEndings, splitKey } from './ending-keys.ts';
import { foldWord } from './fold.ts';

/** How a word declines, by what its dictionary form ends in; the cut is what is taken off to get the stem. */
const CLASSES = [
  // Тургайский, Вѣрный, Тургайская, Учредительное, Внутреннія
  {
    cut: /(?:[ыи]й|ой|ая|яя|ое|ее|ые|ие)$/,
    endings:
      'ый ий ой ого его аго яго ому ему ым им ом ем ая яя ой ей ую юю ою ею ое ее ые ие ыя ия ых их ыми ими',
    bare: false,
  },
  // Москва, Уфа, Орда, Букейханова
  { cut: /а$/, endings: 'а ы и е у ой ою ам ами ах', bare: true },
  // партия, Казаня
  { cut: /я$/, endings: 'я и е ю ей ею й ь ям ями ях ий', bare: false },
  // Тургай, Казань, Кремль, Шокай
  { cut: /[йь]$/, endings: 'й ь я ю ем ей е и ев ям ями ях ью', bare: false },
  // правительство, собрание, Семиречье
  { cut: /[ое]$/, endings: 'о е а я у ю ом ем и ам ами ах ям ями ях ий', bare: true },
  // кадеты, большевики
  { cut: /[ыи]$/, endings: 'ы и ов ам ами ах а у ом е ей', bare: true },
  // Оренбург, съезд, комиссар
  { cut: /(?<=[^аеёиоуыэюяйь])$/, endings: 'а у ом ем е и ы ов ев ам ами ах', bare: true },
  // Дулатов, Сейфуллин: also of women and families
  { cut: /(?<=[оеё]в|[иы]н)$/, endings: 'а у ым е ой ою ы ых ыми', bare: true },
] as const;

const STEMS = ['бат', 'бок', 'баш', 'бор'];
/** By ending key, the classes that have it, as bits. */
const KEYS = new Map<string, number>();
CLASSES.forEach(({ endings }, index) => {
  for (const key of foldEndings(endings.split(' '), STEMS)) {
    if (key !== '') KEYS.set(key, (KEYS.get(key) ?? 0) | (1 << index));
  }
});
const LONGEST = Math.max(...[...KEYS.keys()].map((key) => key.length));

/** Which classes have forms without an ending: свобод, прав, съезд, Дулатов; and кадет, of кадеты. */
const BARE = CLASSES.reduce((bits, { bare }, index) => (bare ? bits | (1 << index) : bits), 0);
const SURNAME = 1 << 7;
/** -ов -ев -ин -ын in a key. */
const SURNAME_STEM = new RegExp(`(?:${['ов', 'ев', 'ин'].map(foldWord).join('|')})$`);

/** кадеты, большевики: their stem is the singular, which other languages take endings to. */
export const PLURAL = 1 << 5;

/** A word's stem as a search key, and the classes in which it may decline, as bits. */
export interface RussianStem {
  key: string;
  classes: number;
}

/**
 * The stems that a Russian word in its dictionary form has, whatever its spelling: one for each class it may be
 * of. `key` is the word's search key.
 */
export function russianStemsOf(word: string, key: string): RussianStem[] {
  const foreign = !/^\p{Script=Cyrillic}/u.test(word);
  const plain = foreign ? soundsOf(key) : modern(word);
  return CLASSES.flatMap(({ cut }, index) => {
    const match = cut.exec(plain);
    if (!match) return [];
    let stem = key;
    if (match.index < plain.length)
      stem = foreign ? key.slice(0, match.index) : foldWord(plain.slice(0, match.index));
    return stem.length < 2 ? [] : [{ key: stem, classes: 1 << index }];
  });
}

/** The key of a name known in another script only (Chokaev, قازان) in Cyrillic letters, as far as classes need them. */
function soundsOf(key: string): string {
  // The classes look at the last letters only.
  return (
    'т'.repeat(Math.max(0, key.length - 3)) +
    Array.from(key.slice(-3), (letter) => SOUNDS.get(letter) ?? 'т').join('')
  );
}

const SOUNDS = new Map(Array.from('аеоувн', (letter) => [foldWord(letter), letter] as const)).set(
  foldWord('и'),
  'и',
);

/** The letters that decide the class, as written after 1918. */
function modern(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/ъ$/, '')
    .replaceAll('ѣ', 'е')
    .replaceAll(/[іѵ]/g, 'и')
    .replace(/ыя$/, 'ые');
}

/** The stems that the word with this search key may have, longest first, with the classes that have its ending. */
export function russianStems(key: string): RussianStem[] {
  return splitKey(key, (ending) => KEYS.has(ending), LONGEST).map(({ stem, ending }) => ({
    key: stem,
    classes: (KEYS.get(ending) ?? 0) & (SURNAME_STEM.test(stem) ? ~0 : ~SURNAME),
  }));
}

/** Whether what follows a stem is an ending of one of these classes; none at all is one of some. */
export function russianEndingFits(ending: string, classes: number): boolean {
  return ((ending === '' ? BARE : (KEYS.get(ending) ?? 0)) & classes) !== 0;
}
