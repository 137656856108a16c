/** Words that stand beside names and say what is named, or in which order; written in Cyrillic, compared as keys. */
import { isKazakhEnding } from '../text/endings-kk.ts';
import { foldWord } from '../text/fold.ts';

const keysOf = (list: string) => list.split(' ').map((word) => foldWord(word));

/** What may follow a name as its kind in Kazakh, and does not belong to the name itself. */
const KAZAKH_KINDS = new Set(
  keysOf('партиясы облысы уезі үйезі уезд губерниясы газеті журналы жорналы автономиясы қозғалысы қаласы'),
);
/** What may stand before a name as its kind in Russian. */
const RUSSIAN_KINDS = new Set(keysOf('партия газета журнал автономия движение город область губерния'));
/** "Son" and "daughter of", where they are printed as a word of their own. */
const PATRONYMICS = new Set(keysOf('ұлы улы оғлы оглы қызы кызы'));

/** Of these the name is not always whole without them: Алашорда үкіметі is Алашорда, Сібір үкіметі not Сібір. */
const OTHER_KINDS = new Set(keysOf('үкіметі'));

const PERIODICALS = keysOf('газет журнал жорнал');
const PARTIES = keysOf('парти фирқа пирқа');
const TSARS = keysOf('патша цар император государ');

/** Whether a name with this word is found by another of its words; the word's place in the name counts. */
export function isGeneric(key: string, index: number): boolean {
  return (
    (index > 0 && (isKindAfter(key) || OTHER_KINDS.has(key) || isPatronymicWord(key))) ||
    RUSSIAN_KINDS.has(key)
  );
}

/** облысы, партиясы, газеті …, in the form that follows a name. */
export function isKindAfter(key: string): boolean {
  return KAZAKH_KINDS.has(key);
}

/** Such a word, also one without which a name may be no name. */
export function isKind(key: string): boolean {
  return KAZAKH_KINDS.has(key) || OTHER_KINDS.has(key);
}

/** партия, газета … in the form that comes before a name. */
export function isKindBefore(key: string): boolean {
  return RUSSIAN_KINDS.has(key);
}

export function isPatronymicWord(key: string): boolean {
  return PATRONYMICS.has(key);
}

export type TitleKind = 'periodical' | 'party' | 'tsar';

const TITLE_KINDS: [TitleKind, string[]][] = [
  ['periodical', PERIODICALS],
  ['party', PARTIES],
  ['tsar', TSARS],
];

/** What a word beside a title says that the title is of, in any case and spelling: газетѣ, گازەتىنىڭ, партіи, патша. */
export function titleKind(key: string): TitleKind | undefined {
  return TITLE_KINDS.find(([, stems]) =>
    stems.some((stem) => key.startsWith(stem) && isShortRest(key.slice(stem.length))),
  )?.[0];
}

/** Long enough for партиясының and журналистами to part ways: the rest must be an ending of either language. */
function isShortRest(rest: string): boolean {
  return (
    rest.length <= 3 || isKazakhEnding(rest) || isKazakhEnding(rest.slice(1)) || isKazakhEnding(rest.slice(2))
  );
}

const ORDINAL_SIGNS = new Map(
  [
    ['i', 'і', '1'],
    ['ii', 'іі', '2'],
  ].flatMap((signs, index) => signs.map((sign) => [sign, index + 1] as const)),
);
/** Spelled out: what their keys begin with in any case. */
const ORDINAL_WORDS: [string, number][] = [
  ...keysOf('перв бірінші').map((key): [string, number] => [key, 1]),
  ...keysOf('втор екінші').map((key): [string, number] => [key, 2]),
];

/** The number that I, II (also typed with the Cyrillic і), 1, 2, первый or екінші stands for, in any case. */
export function ordinalOf(word: { text: string; key: string }): number | undefined {
  const sign = ORDINAL_SIGNS.get(word.text.toLowerCase());
  return (
    sign ?? ORDINAL_WORDS.find(([key]) => word.key.startsWith(key) && word.key.length <= key.length + 4)?.[1]
  );
}

export function isOrdinalSign(word: string): boolean {
  return word.length <= 2 && ORDINAL_SIGNS.has(word.toLowerCase());
}

/**
 * Words for which texts have another: until 1925 Russian called the Kazakhs Kirgiz, and editions of old texts
 * change the one for the other; жалпықазақ is also written as two words.
 */
const ALSO_WRITTEN: [RegExp, string[]][] = [
  [/(?:все|обще)(?:казах|киргиз)ск/i, ['всеказахск', 'всекиргизск', 'общеказахск', 'общекиргизск']],
  [/жалпықазақ/i, ['жалпықазақ', 'жалпы қазақ']],
];

/** The name itself, and with the words that stand for one another exchanged. */
export function spellingsOf(name: string): string[] {
  const found = ALSO_WRITTEN.find(([word]) => word.test(name));
  return found ? [...new Set([name, ...found[1].map((word) => name.replace(found[0], word))])] : [name];
}
