/** Whether words that could be a name are one here, by which rule, and how sure that is. */
import {
  type Place,
  beginsSentence,
  isJoined,
  isTitleOfPerson,
  kindBeside,
  meets,
  quotesAround,
} from './context.ts';
import { isAdjective, isCommonWord, isOtherThing } from './doubts.ts';
import type { Found } from './find-patterns.ts';
import { isKindAfter } from './generic-words.ts';
import { type GivenNames, isInitial, isSurname } from './name-pattern.ts';
import { RULES, type RuleName } from './rules.ts';
import { type Word, kazakhStemsOf } from './words.ts';

export interface Judged {
  /** Words taken up, with what only says the kind. */
  from: number;
  to: number;
  /** Offsets in the line of what the suggestion covers. */
  start: number;
  end: number;
  rule: RuleName;
  confidence: number;
}

/** A rule's confidence in a case that is less sure than most. */
const DOUBTFUL = 0.75;
const OTHER_SCRIPT = 0.9;

/** What the finding is worth, or undefined where it is no name. `isName` tells of another word whether it belongs to one. */
export function judge(
  found: Found,
  line: string,
  words: Word[],
  given: GivenNames,
  isName: (index: number) => boolean,
): Judged | undefined {
  const place: Place = { line, words, from: found.ownFrom, to: found.ownTo };
  const met = meets(found.pattern.need, place);
  if (!met) return undefined;
  const plain = { rule: ruleOf(found, met), doubt: 1, from: found.from };
  const judged =
    found.pattern.form.kind === 'person'
      ? judgePerson(found, place, given, isName, plain)
      : judgeThing(found, place, plain);
  if (!judged) return undefined;
  const quotes =
    found.pattern.form.kind === 'person' || found.pattern.form.kind === 'place'
      ? undefined
      : quotesAround(place);
  const first = Math.min(judged.from, found.ownFrom);
  const otherScript = found.pattern.script !== words[found.from]!.script;
  return {
    from: Math.min(judged.from, found.from),
    to: found.to,
    start: quotes?.start ?? words[judged.from < found.from ? first : found.ownFrom]!.start,
    end: quotes?.end ?? words[found.ownTo - 1]!.end,
    rule: otherScript ? 'other-script' : judged.rule,
    confidence: RULES[judged.rule].confidence * judged.doubt * (otherScript ? OTHER_SCRIPT : 1),
  };
}

interface Verdict {
  rule: RuleName;
  doubt: number;
  from: number;
}

function ruleOf({ pattern, inflected }: Found, met: 'quoted' | 'beside' | 'yes'): RuleName {
  if (met === 'quoted') return 'quoted-title';
  if (met === 'beside') return 'title-beside-its-kind';
  if (pattern.need === 'alone') return 'signature';
  if (pattern.form.kind === 'person') {
    if (pattern.shape === 'surname') return inflected ? 'surname-with-ending' : 'surname';
    return pattern.shape === 'one-word' ? 'one-word-name' : 'full-name';
  }
  if (pattern.shape === 'phrase') return 'several-words';
  if (pattern.form.kind === 'place') return 'place-name';
  return pattern.abbreviation ? 'abbreviation' : 'one-word';
}

function judgePerson(
  { pattern, from, to }: Found,
  { line, words }: Place,
  given: GivenNames,
  isName: (index: number) => boolean,
  verdict: Verdict,
): Verdict | undefined {
  if (pattern.shape !== 'surname' && pattern.shape !== 'one-word') return verdict;
  const next = words[to];
  // Ахмет Жантөрин is another Akhmet.
  if (pattern.shape === 'one-word' && next && isJoined(line, words[to - 1], next) && isSurname(next.key)) {
    if (next.capital || next.script === 'Arab') return undefined;
  }
  const initials = initialsBefore(line, words, from);
  if (initials < from) {
    const fits = given.initials.size === 0 || fitsInitial(given, words[initials]!);
    return fits
      ? { rule: 'initial-and-surname', doubt: given.initials.size === 0 ? DOUBTFUL : 1, from: initials }
      : undefined;
  }
  const before = words[from - 1];
  if (!before || !isJoined(line, before, words[from])) return verdict;
  // The parts of a name may come from two forms: Мұстафа Шоқай and М. Шоқайұлы.
  if (pattern.shape === 'surname' && given.keys.has(before.key))
    return { rule: 'full-name', doubt: 1, from: from - 1 };
  if (!before.capital || isName(from - 1) || isTitleOfPerson(before.key)) {
    return verdict;
  }
  // A given name spelt otherwise than the authority file knows it belongs to the name; another one to a namesake.
  if ([...given.keys].some((key) => key.slice(0, 3) === before.key.slice(0, 3))) {
    return { rule: 'full-name', doubt: DOUBTFUL, from: from - 1 };
  }
  // At the beginning of a sentence the word may be any; after that it is the given name of somebody else.
  return beginsSentence(line, words, from - 1) || given.keys.size === 0
    ? { ...verdict, doubt: DOUBTFUL }
    : undefined;
}

/** The index of the first of the initials that stand before a word. */
function initialsBefore(line: string, words: Word[], index: number): number {
  let first = index;
  while (first > 0 && isInitial(line, words[first - 1])) {
    const initial = words[first - 1]!;
    const lowerCase = initial.script !== 'Arab' && !initial.capital;
    if (lowerCase || !/^\.\s*$/.test(line.slice(initial.end, words[first]!.start))) break;
    first -= 1;
  }
  return first;
}

function fitsInitial(given: GivenNames, initial: Word): boolean {
  return (
    given.initials.has(initial.key) ||
    given.initials.has(initial.key.slice(0, 1)) ||
    [...given.keys].some((key) => key.startsWith(initial.key))
  );
}

function judgeThing(
  { pattern, inflected, from, to }: Found,
  place: Place,
  verdict: Verdict,
): Verdict | undefined {
  const { line, words } = place;
  const { kind } = pattern.form;
  if (kind === 'place' && pattern.shape === 'one-word') {
    const [word, next] = [words[from]!, words[to]];
    // In quotation marks it is the name of something else: кооператив «Оренбург».
    if (isOtherThing(pattern.words[0]!.key, next) || quotesAround(place)) return undefined;
    // Орал Мұхамеджанов is a man.
    if (!inflected && next && next.capital && isJoined(line, word, next) && isSurname(next.key))
      return undefined;
    if (word.script === 'Arab' && !inflected && isCommonWord(pattern.words[0]!.key)) {
      if (!next || !isJoined(line, word, next) || ![next.key, ...kazakhStemsOf(next)].some(isKindAfter))
        return undefined;
    }
    if (isAdjective(pattern.words[0]!.key) && beginsSentence(line, words, from)) return undefined;
    return verdict;
  }
  // «Алаш» газеті is no party, even where the party's name needs nothing beside it.
  const beside = kindBeside(place);
  if (kind === 'organisation' && pattern.shape === 'one-word' && beside === 'periodical') return undefined;
  return verdict;
}
