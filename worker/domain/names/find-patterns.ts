/** Finds where a text has the words of a name, whatever their endings. */
import { isOrdinalSign, ordinalOf, spellingsOf } from './generic-words.ts';
import { mayPartName } from './context.ts';
import type { NameForm } from './name-form.ts';
import { type GivenNames, type NamePattern, addGivenNames, patternsOf } from './name-pattern.ts';
import { type Endings, matchesWord } from './word-pattern.ts';
import { type Word, type WordType, kazakhStemsOf, russianStemsIn, wordsOf } from './words.ts';

/** Name forms made ready for looking them up in texts. */
export interface Gazetteer {
  /** By the keys of the first word, and of its Russian stems. */
  patterns: Map<string, NamePattern[]>;
  /** By entity. */
  givenNames: Map<string, GivenNames>;
}

/** Makes name forms ready, for texts with Russian words in Cyrillic or without; the cost is one folding per word. */
export function compileForms(forms: readonly NameForm[], russian = true): Gazetteer {
  const patterns = new Map<string, NamePattern[]>();
  const givenNames = new Map<string, GivenNames>();
  for (const form of forms) {
    const words = wordsOf(form.text);
    const spellings = spellingsOf(form.text).map((text) => (text === form.text ? words : wordsOf(text)));
    for (const pattern of spellings.flatMap((spelling) => patternsOf(form, spelling))) {
      const first = pattern.words[0]!;
      const keys =
        first.ordinal === undefined
          ? [first.key, ...(russian || !first.capital ? first.stems().map((stem) => stem.key) : [])]
          : [ordinalKey(first.ordinal)];
      for (const key of new Set(keys)) {
        const same = patterns.get(key);
        if (same) same.push(pattern);
        else patterns.set(key, [pattern]);
      }
    }
    let given = givenNames.get(form.entityId);
    if (!given) givenNames.set(form.entityId, (given = { keys: new Set(), initials: new Set() }));
    addGivenNames(form, words, given);
  }
  return { patterns, givenNames };
}

/** Numbers are found as figures and as words, so they have a key of their own, which no word has. */
const ordinalKey = (ordinal: number) => `#${ordinal}`;

export interface Found {
  pattern: NamePattern;
  from: number;
  /** After the last word. */
  to: number;
  /** The words that the suggestion covers. */
  ownFrom: number;
  ownTo: number;
  inflected: boolean;
}

/** Looks names up in lines of one language; remembers what it learnt about each word. */
export function createFinder(gazetteer: Gazetteer, language: string) {
  const candidates = new Map<WordType, NamePattern[]>();
  const kazakhLine = rememberLast((line) => KAZAKH_LETTER.test(line));

  function candidatesFor(word: Word): NamePattern[] {
    let found = candidates.get(word.type);
    if (!found) {
      const stems = new Set([
        word.key,
        ...kazakhStemsOf(word),
        ...russianStemsIn(word).map((stem) => stem.key),
      ]);
      const ordinal = ordinalOf(word);
      if (ordinal !== undefined) stems.add(ordinalKey(ordinal));
      found = [...new Set([...stems].flatMap((stem) => gazetteer.patterns.get(stem) ?? []))];
      candidates.set(word.type, found);
    }
    return found;
  }

  return function findAt(line: string, words: Word[], index: number): Found[] {
    const word = words[index]!;
    const endings = endingsOf(language, word, kazakhLine(line));
    return candidatesFor(word).flatMap((pattern) => {
      const found = match(pattern, line, words, index, endings);
      return found ? [found] : [];
    });
  };
}

/** No Russian word has them; і is left out, which Russian had before 1918. */
const KAZAKH_LETTER = /[әғқңөұүһ]/i;

/** The words of a line are looked at one after the other, so the last line's answer is the next one's. */
function rememberLast(look: (line: string) => boolean): (line: string) => boolean {
  let last: { line: string; answer: boolean } | undefined;
  return (line) => {
    if (last?.line !== line) last = { line, answer: look(line) };
    return last.answer;
  };
}

/** A line in another script than its page's may be in any language, and so may one with letters that Russian lacks. */
function endingsOf(language: string, word: Word, inKazakh: boolean): Endings {
  const kazakh = language.startsWith('kk') && (word.script !== 'Cyrl' || !/Arab|Latn/.test(language));
  const russian = language.startsWith('ru') && word.script === 'Cyrl' && !inKazakh;
  return kazakh || russian ? { kazakh, russian } : { kazakh: true, russian: true };
}

function match(
  pattern: NamePattern,
  line: string,
  words: Word[],
  index: number,
  endings: Endings,
): Found | undefined {
  let at = index;
  let inflected = false;
  let [ownFrom, ownTo] = [index, index];
  for (const [position, part] of pattern.words.entries()) {
    const word = words[at];
    if (
      !word ||
      (position > 0 &&
        !isSpace(line, words[at - 1]!.end, word.start) &&
        !mayPartName(line.slice(words[at - 1]!.end, word.start)))
    )
      return undefined;
    if (needsCapital(pattern, position) && word.script !== 'Arab' && !word.capital) return undefined;
    const last = position === pattern.words.length - 1;
    // In a Kazakh name of several words only the last takes endings.
    const how = matchesWord(word, part, last ? endings : { ...endings, kazakh: false });
    if (!how) return undefined;
    if (last) inflected = how === 'inflected';
    at += 1;
    // 1-й, 1-ші: the ending of a figure is a word of its own.
    if (part.ordinal !== undefined && isOrdinalSign(word.text) && line[word.end] === '-') at += 1;
    if (position < pattern.from) ownFrom = at;
    if (position < pattern.to) ownTo = at;
  }
  if (pattern.abbreviation && !/^\p{Lu}{2}/u.test(words[index]!.text)) return undefined;
  return { pattern, from: index, to: at, ownFrom, ownTo, inflected };
}

function isSpace(line: string, start: number, end: number): boolean {
  return end === start + 1 && line[start] === ' ';
}

/**
 * People and places are written with capitals, and so is a single word that the authority file writes so;
 * in names of several words print varies (временное правительство).
 */
function needsCapital({ form, words, shape, script }: NamePattern, position: number): boolean {
  if (form.kind === 'person') return true;
  if (form.kind === 'place') return position === 0;
  return shape === 'one-word' && (words[0]?.capital === true || script === 'Arab');
}
