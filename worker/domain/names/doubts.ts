/** Names that also mean something else, and what must stand beside them so that they are suggested at all. */
import { foldWord } from '../text/fold.ts';
import { tokenise } from '../text/tokens.ts';
import type { NameForm } from './name-form.ts';
import type { Word } from './words.ts';

/**
 * - `periodical`: quotation marks, or газета, журнал beside it: Қазақ is the people, Абай the poet.
 * - `party`: quotation marks, партия beside it, or a hyphen: Алаш is also the ancestor, үш жүз three hundred.
 * - `tsar`: патша, царь beside it, or the number: others are called Николай too.
 * - `capitals`: a capital letter on each word: "Бөкей ордасы" is the region, "Бөкей ордасында" the camp as well.
 * - `alone`: alone on the line, in brackets or in quotation marks: pen names are common words.
 */
export type Need = 'periodical' | 'party' | 'tsar' | 'capitals' | 'alone' | undefined;

const keyOf = (name: string) =>
  tokenise(name)
    .map(({ text }) => foldWord(text))
    .join(' ');
const keysOf = (...names: string[]) => new Set(names.map(keyOf));

const PARTIES = keysOf('Алаш', 'Үш жүз', 'Уш жуз', 'Уч жуз');
const TSARS = keysOf('Николай');
const CAMPS = keysOf('Бөкей ордасы', 'ішкі орда');
/** Periodicals whose title is no expression that a text would have otherwise. */
const DISTINCT_TITLES = keysOf('Дала уалаяты', 'Дала уәлаяты', 'Дала вилаяты', 'Киргизская степная газета');

/** What a name form needs beside it. */
export function needOf(form: NameForm, words: Word[]): Need {
  const key = words.map((word) => word.key).join(' ');
  if (form.formKind === 'pseudonym') return 'alone';
  if (form.kind === 'periodical') return DISTINCT_TITLES.has(key) ? undefined : 'periodical';
  if (PARTIES.has(key)) return 'party';
  if (TSARS.has(key)) return 'tsar';
  if (CAMPS.has(key)) return 'capitals';
  return undefined;
}

/** What follows or comes before a word and makes it something else than the place of that name. */
const OTHER_THINGS = new Map(
  Object.entries({
    // Қазан is also October, and the revolution; Орал also the mountains.
    Қазан: 'айы айында айының төңкеріс төңкерісі төңкерісінен төңкерісінің революциясы революция',
    Орал: 'тауы тауының тауында таулары',
    Урал: 'тауы',
  }).map(([name, others]) => [foldWord(name), keysOf(...others.split(' '))]),
);

/** Whether the word after a place's name says that it is none. */
export function isOtherThing(placeKey: string, next: Word | undefined): boolean {
  return next !== undefined && (OTHER_THINGS.get(placeKey)?.has(next.key) ?? false);
}

/** Places whose name is a common word: a cauldron, a wrapping. Where there are no capitals, only an ending tells. */
const COMMON_WORDS = keysOf('Қазан', 'Орал');

export function isCommonWord(placeKey: string): boolean {
  return COMMON_WORDS.has(placeKey);
}

/** Places called by an adjective, which at the beginning of a sentence may be just that: Вѣрный. */
const ADJECTIVES = keysOf('Верный');

export function isAdjective(placeKey: string): boolean {
  return ADJECTIVES.has(placeKey);
}
