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
  },
  // Москва, Уфа, Орда, Букейханова
  { cut: /а$/, endings: 'а ы и е у ой ою ам ами ах' },
  // партия, Казаня
  { cut: /я$/, endings: 'я и е ю ей ею й ь ям ями ях ий' },
  // Тургай, Казань, Кремль, Шокай
  { cut: /[йь]$/, endings: 'й ь я ю ем ей е и ев ям ями ях ью' },
  // правительство, собрание, Семиречье
  { cut: /[ое]$/, endings: 'о е а я у ю ом ем и ам ами ах ям ями ях ий' },
  // кадеты, большевики
  { cut: /[ыи]$/, endings: 'ы и ов ам ами ах а у ом е ей' },
  // Оренбург, Дулатов: also the instrumental, the feminine and the plural of surnames
  {
    cut: /$/,
    endings: 'а у ом ем ым е и ы ов ев ой ою ам ами ах ых ыми овы',
  },
] as const;

const STEMS = ['бат', 'бок', 'баш', 'бор'];
/** By ending key, the classes that have it, as bits. */
const KEYS = new Map<string, number>();
CLASSES.forEach(({ endings }, index) => {
  for (const keys of foldEndings(endings.split(' '), STEMS).values())
    for (const key of keys) if (key !== '') KEYS.set(key, (KEYS.get(key) ?? 0) | (1 << index));
});
const LONGEST = Math.max(...[...KEYS.keys()].map((key) => key.length));
/** -ое and -ие may be of a noun (Семиречье, собрание) as well as of an adjective. */
const NOMINATIVES = CLASSES.map(({ cut }) => cut);

/** A word's stem as a search key, and the classes in which it may decline, as bits. */
export interface RussianStem {
  key: string;
  classes: number;
}

/** The stems that a Russian word in its dictionary form has, whatever its spelling: one for each class it may be of. */
export function russianStemsOf(word: string): RussianStem[] {
  const plain = modern(word);
  return NOMINATIVES.flatMap((cut, index) => {
    const stem = plain.replace(cut, '');
    if (index < CLASSES.length - 1 ? stem === plain : /[аеёиоуыэюяйь]$/.test(plain)) return [];
    const key = foldWord(stem);
    return key.length < 2 ? [] : [{ key, classes: 1 << index }];
  });
}

/** The letters that decide the class, as written after 1918. */
function modern(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/ъ$/g, '')
    .replaceAll('ѣ', 'е')
    .replaceAll(/[іѵ]/g, 'и')
    .replace(/ыя$/, 'ые');
}

/** The stems that the word with this search key may have, longest first, with the classes that have its ending. */
export function russianStems(key: string): RussianStem[] {
  return splitKey(key, (ending) => KEYS.has(ending), LONGEST).map(({ stem, ending }) => ({
    key: stem,
    classes: KEYS.get(ending) ?? 0,
  }));
}

/** Whether what follows a stem is an ending of one of these classes; no ending at all counts as one. */
export function russianEndingFits(ending: string, classes: number): boolean {
  return ending === '' || ((KEYS.get(ending) ?? 0) & classes) !== 0;
}
