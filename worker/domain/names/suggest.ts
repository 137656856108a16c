/** Finds names of the authority file in a text, and proposes them; a person decides. */
import { readLine } from '../text/read-words.ts';
import { type Found, type Gazetteer, compileForms, createFinder } from './find-patterns.ts';
import { isKind, isKindBefore } from './generic-words.ts';
import { type Judged, judge } from './judge.ts';
import type { NameForm } from './name-form.ts';
import type { RuleName } from './rules.ts';
import { type Word, wordsOfLines } from './words.ts';

export type { NameForm } from './name-form.ts';
export { candidateKeys, firstKey } from './first-key.ts';
export { RULES, type RuleName } from './rules.ts';

export interface Suggestion {
  /** The line's id. */
  line: string;
  /** UTF-16 offsets in the line's text. */
  start: number;
  end: number;
  /** The text from `start` to `end`. */
  quote: string;
  entityId: string;
  formId: string;
  rule: RuleName;
  /** 0–1; lower where others bear the name too. */
  confidence: number;
  /** Others of the file that the words may mean. */
  alternatives?: string[];
}

export interface SuggestOptions {
  /** Of the text, BCP 47: decides which endings its words may have; of an unknown language, any. */
  language: string;
  /** What people have rejected: not proposed again for words that overlap these. */
  rejected?: readonly { line: string; start: number; end: number; entityId: string }[];
}

/**
 * Proposes the names that a text holds, in order. No two proposals overlap: the longer name wins, and where
 * several records bear it, the others are told as `alternatives`.
 */
export function suggest(
  lines: readonly { id: string; text: string }[],
  forms: readonly NameForm[],
  options: SuggestOptions,
): Suggestion[] {
  // Kazakh in Arabic script may have lines in Russian between.
  const russian =
    options.language !== 'kk-Cyrl' &&
    wordsOfLines(lines).some((words) => words.some(({ script }) => script === 'Cyrl'));
  return suggestFrom(lines, compileForms(forms, russian), options);
}

/** As `suggest`, with name forms made ready before, for many texts. */
export function suggestFrom(
  lines: readonly { id: string; text: string }[],
  gazetteer: Gazetteer,
  options: SuggestOptions,
): Suggestion[] {
  const findAt = createFinder(gazetteer, options.language);
  const rejected = Map.groupBy(options.rejected ?? [], ({ line }) => line);
  return wordsOfLines(lines).flatMap((words, index) => {
    const { id, text } = lines[index]!;
    const { plain, stored } = readLine(text);
    const found = words.flatMap((_, at) => findAt(plain, words, at));
    if (found.length === 0) return [];
    const judgedAll = judgeAll(found, plain, words, gazetteer).map(({ found, judged }): Candidate => ({
      found,
      judged: { ...judged, ...stored(judged.start, judged.end) },
    }));
    const candidates = judgedAll.filter(
      ({ judged, found }) =>
        !rejected
          .get(id)
          ?.some(
            (no) =>
              no.entityId === found.pattern.form.entityId && no.start < judged.end && judged.start < no.end,
          ),
    );
    return choose(candidates, options.language).map(({ judged, found, confidence, alternatives }) => ({
      line: id,
      start: judged.start,
      end: judged.end,
      quote: text.slice(judged.start, judged.end),
      entityId: found.pattern.form.entityId,
      formId: found.pattern.form.id,
      rule: judged.rule,
      confidence: Math.round(confidence * 100) / 100,
      ...(alternatives.length > 0 && { alternatives }),
    }));
  });
}

interface Candidate {
  found: Found;
  judged: Judged;
}

function judgeAll(found: Found[], line: string, words: Word[], gazetteer: Gazetteer): Candidate[] {
  return found.flatMap((one) => {
    const given = gazetteer.givenNames.get(one.pattern.form.entityId)!;
    const isName = (index: number) =>
      found.some((other) => other !== one && other.from <= index && index < other.to);
    const judged = judge(one, line, words, given, isName);
    return judged ? [{ found: one, judged }] : [];
  });
}

/** Names shared by others are as doubtful as this. */
const SHARED = 0.6;

function choose(candidates: Candidate[], language: string) {
  const ordered = candidates.toSorted((a, b) => compareCandidates(a, b, language));
  const chosen: (Candidate & { confidence: number; alternatives: string[] })[] = [];
  for (const longest of ordered) {
    const candidate = withoutKind(longest, ordered);
    const { start, end } = candidate.judged;
    const { entityId } = candidate.found.pattern.form;
    const same = chosen.find(({ judged }) => judged.start === start && judged.end === end);
    if (same) {
      if (same.found.pattern.form.entityId === entityId || same.alternatives.includes(entityId)) continue;
      same.alternatives.push(entityId);
      if (isAsGood(candidate, same)) same.confidence = same.judged.confidence * SHARED;
    } else if (
      !chosen.some(({ judged }) => judged.from < candidate.judged.to && candidate.judged.from < judged.to)
    ) {
      chosen.push({ ...candidate, confidence: candidate.judged.confidence, alternatives: [] });
    }
  }
  return chosen.sort((a, b) => a.judged.start - b.judged.start);
}

/**
 * The name without a word that only says its kind, where the authority file has it so too: Алашорда of
 * Алашорда үкіметі. The words themselves stay taken.
 */
function withoutKind(long: Candidate, all: Candidate[]): Candidate {
  const { pattern } = long.found;
  if (!isKindBefore(pattern.words[0]!.key) && !isKind(pattern.words.at(-1)!.key)) return long;
  const short = all.find(
    ({ found, judged }) =>
      found.pattern.form.entityId === pattern.form.entityId &&
      judged.from >= long.judged.from &&
      judged.to <= long.judged.to &&
      pattern.words.length - found.pattern.words.length ===
        pattern.words.filter((word) => isKind(word.key)).length,
  );
  return short
    ? { found: short.found, judged: { ...short.judged, from: long.judged.from, to: long.judged.to } }
    : long;
}

/** Whether nothing but the order in the file speaks for the one that was chosen. */
function isAsGood(other: Candidate, chosen: Candidate): boolean {
  return (
    other.found.pattern.derived === chosen.found.pattern.derived &&
    other.judged.to - other.judged.from === chosen.judged.to - chosen.judged.from &&
    other.judged.confidence >= chosen.judged.confidence * OTHER_SPELLING
  );
}
const OTHER_SPELLING = 0.85;

/** 2 for a name in the text's language and script, 1 for its language in another script or spelling. */
function nearness(language: string, textLanguage: string): number {
  if (language === textLanguage) return 2;
  return language.split('-')[0] === textLanguage.split('-')[0] ? 1 : 0;
}

/** The longest first, then what the authority file has literally, the surest, and the text's own language. */
function compareCandidates(a: Candidate, b: Candidate, language: string): number {
  const length = (one: Candidate) => one.judged.to - one.judged.from;
  const [left, right] = [a.found.pattern, b.found.pattern];
  return (
    length(b) - length(a) ||
    Number(left.derived) - Number(right.derived) ||
    b.judged.confidence - a.judged.confidence ||
    nearness(right.form.language, language) - nearness(left.form.language, language) ||
    Number(left.form.formKind !== 'preferred') - Number(right.form.formKind !== 'preferred') ||
    (left.form.id < right.form.id ? -1 : Number(left.form.id > right.form.id))
  );
}
