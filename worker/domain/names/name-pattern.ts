/** The ways in which the names of the authority file may stand in a text. */
import { foldWord } from '../text/fold.ts';
import { needOf } from './doubts.ts';
import type { Need } from './doubts.ts';
import { isKindAfter, isKindBefore, isOrdinalSign, isPatronymicWord } from './generic-words.ts';
import type { NameForm } from './name-form.ts';
import { type WordPattern, patternOf } from './word-pattern.ts';
import type { Word } from './words.ts';

export type Shape = 'full-name' | 'surname' | 'one-word' | 'phrase';

export interface NamePattern {
  form: NameForm;
  words: WordPattern[];
  shape: Shape;
  /** The words that the suggestion covers: "Алашорда" of "Алашорда үкіметі". */
  from: number;
  to: number;
  /** What must stand beside it, for a name that also means something else. */
  need: Need;
  /** Whether the authority file has just this, or it was derived from a longer name. */
  derived: boolean;
  script: Word['script'];
  /** All letters are capitals, as in РСДРП. */
  abbreviation: boolean;
}

/** What is known of a person's given names, to tell namesakes apart. */
export interface GivenNames {
  keys: Set<string>;
  initials: Set<string>;
}

/** Shorter surnames than this, in letters of a key, are not looked for alone. */
const SHORTEST_SURNAME = 4;

/** The patterns of a name form; none for one that cannot be found safely. */
export function patternsOf(form: NameForm, written: Word[]): NamePattern[] {
  // 1-я, 1-ші: the ending of a figure is no word of the name.
  const words = written.filter(
    (_, index) => !isOrdinalSign(written[index - 1]?.text ?? '') || !isEndingOfFigure(written[index]!),
  );
  if (words.length === 0 || words.some((word) => word.key === '')) return [];
  if (form.kind === 'person') return personPatterns(form, words);
  if (form.kind === 'event' && words.length === 1) return [];
  const need = needOf(form, words);
  if (words.length === 1) return [make(form, words, 'one-word', { need })];
  const { from, to } = ownWords(words);
  // партия «Алаш» is Алаш beside a word that says what it is: the need does not fall away with the longer form.
  return [make(form, words, 'phrase', { need: to - from < words.length ? undefined : need, from, to })];
}

function isEndingOfFigure({ text }: Word): boolean {
  return text.length <= 3 && text === text.toLowerCase();
}

function make(
  form: NameForm,
  words: Word[],
  shape: Shape,
  rest: Partial<Pick<NamePattern, 'need' | 'from' | 'to' | 'derived'>> = {},
): NamePattern {
  return {
    form,
    words: words.map(patternOf),
    shape,
    from: 0,
    to: words.length,
    need: undefined,
    derived: false,
    script: words[0]?.script ?? 'Zyyy',
    abbreviation: words.length === 1 && /^\p{Lu}{2,}$/u.test(words[0]?.text ?? ''),
    ...rest,
  };
}

const isProper = (word: Word) => word.capital || word.script === 'Arab';

/** A name's words without the one that only says its kind, unless what is left could not stand alone. */
function ownWords(words: Word[]): { from: number; to: number } {
  const last = words.length - 1;
  if (isKindAfter(words[last]?.key ?? '') && words.slice(0, last).every(isProper))
    return { from: 0, to: last };
  if (isKindBefore(words[0]?.key ?? '') && words.slice(1).every(isProper))
    return { from: 1, to: words.length };
  return { from: 0, to: words.length };
}

function personPatterns(form: NameForm, words: Word[]): NamePattern[] {
  const need = needOf(form, words);
  if (words.length === 1 || form.formKind === 'pseudonym') {
    const shape = words.length > 1 ? 'phrase' : isSurname(words[0]?.key ?? '') ? 'surname' : 'one-word';
    return [make(form, words, shape, { need })];
  }
  const { given, surname } = partsOf(form.text, words);
  if (surname.length === 0) return [];
  const patterns: NamePattern[] = [];
  const first = given.find((word) => word.key.length > 1);
  if (first) {
    // Patronymics come and go: "Александр Ильич Дутов" is also found as "Александр Дутов".
    if (given.length > 1) patterns.push(make(form, [...given, ...surname], 'full-name'));
    patterns.push(make(form, [first, ...surname], 'full-name'), make(form, [...surname, first], 'full-name'));
  }
  const key = surname.map((word) => word.key).join('');
  if (key.length >= SHORTEST_SURNAME) patterns.push(make(form, surname, 'surname', { derived: true }));
  return patterns;
}

/** The given names (or initials) and the surname of a person's name; a surname with ұлы apart has two words. */
function partsOf(text: string, words: Word[]): { given: Word[]; surname: Word[] } {
  const split = words.length > 2 && isPatronymicWord(words.at(-1)?.key ?? '') ? 2 : 1;
  const surname = words.slice(-split);
  const roman = /^[IVXІ]+$/.test(surname.at(-1)?.text ?? '');
  return { given: words.slice(0, -split), surname: roman || isInitial(text, words.at(-1)) ? [] : surname };
}

/** What is short, has a full stop and begins with a capital letter, but is no initial: gentlemen, doctor, saint, street. */
const ABBREVIATIONS = new Set(['гг', 'др', 'св', 'ст', 'ул', 'тт', 'им']);

/** "А." or "Дж.": at most two letters with a full stop, in Arabic script one. */
export function isInitial(line: string, word: Word | undefined): boolean {
  if (!word || line[word.end] !== '.') return false;
  const letters = word.text.replace(/^[ءٴ]/, '');
  return (
    /^\p{L}{1,2}$/u.test(letters) &&
    !(word.script === 'Arab' && letters.length > 1) &&
    !ABBREVIATIONS.has(letters.toLowerCase())
  );
}

/** What the person's name form says of the given name. */
export function addGivenNames(form: NameForm, words: Word[], names: GivenNames): void {
  if (form.kind !== 'person' || form.formKind === 'pseudonym' || words.length < 2) return;
  const [first] = words;
  if (!first) return;
  if (isInitial(form.text, first)) names.initials.add(first.key);
  else {
    names.keys.add(first.key);
    // Джанша signs Д. or Дж., which his key (j) would not tell.
    names.initials.add(first.key.slice(0, 1)).add(foldWord(first.text.slice(0, 1)));
  }
}

const SURNAME_ENDINGS = ['ов', 'ев', 'ин', 'ова', 'ева', 'ұлы', 'улы', 'ский', 'ская'].map((ending) =>
  foldWord(`бат${ending}`).slice(foldWord('бат').length),
);

/** Whether a word ends like a surname. */
export function isSurname(key: string): boolean {
  return SURNAME_ENDINGS.some((ending) => key.length > ending.length + 2 && key.endsWith(ending));
}
