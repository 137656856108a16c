/** What stands around a name in its line. */
import { foldWord } from '../text/fold.ts';
import { isKazakhEnding } from '../text/endings-kk.ts';
import type { Need } from './doubts.ts';
import { ordinalOf, titleKind } from './generic-words.ts';
import type { Word } from './words.ts';

const OPENING = '«»“”„‟"‹›';
const CLOSING = '»«“”"‹›';
const BRACKETS: Record<string, string> = { '(': ')', '[': ']', '﴾': '﴿', '﴿': '﴾' };

/** A line of text with its words, and the words of it that a name takes up: from `from` to before `to`. */
export interface Place {
  line: string;
  words: Word[];
  from: number;
  to: number;
}

/** The offsets of the quotation marks around the name, and of a case ending after them («Қазақ»тың); or undefined. */
export function quotesAround({ line, words, from, to }: Place): { start: number; end: number } | undefined {
  const start = (words[from]?.start ?? 0) - 1;
  const end = words[to - 1]?.end ?? 0;
  if (start < 0 || !OPENING.includes(line[start]!) || end >= line.length || !CLOSING.includes(line[end]!)) {
    return undefined;
  }
  // »…« is in use as well as «…»: a mark that may do either closes what it follows without a space («Қазақ»Алаш«).
  const sure = /^(?:«»|‹›|[„‟].)$/u.test(`${line[start]}${line[end]}`);
  if (!sure && /[\p{L}\p{M}\p{N}]/u.test(line[start - 1] ?? '')) return undefined;
  const next = words[to];
  const ending = next?.start === end + 1 && !next.capital && isKazakhEnding(next.key);
  return { start, end: ending ? next.end : end + 1 };
}

/** Whether only this is between brackets, or on the line. */
function standsAlone(place: Place): boolean {
  const { line, words, from, to } = place;
  if (from === 0 && to === words.length) return true;
  const closing = BRACKETS[line[(words[from]?.start ?? 0) - 1] ?? ''];
  return closing !== undefined && line[words[to - 1]?.end ?? 0] === closing;
}

/** Whether two neighbouring words belong to one sentence part: only spaces between them. */
export function isJoined(line: string, left: Word | undefined, right: Word | undefined): boolean {
  return left !== undefined && right !== undefined && /^\s+$/.test(line.slice(left.end, right.start));
}

/** Whether words of one name may have this between them: spaces, a hyphen, a quotation mark. */
export function mayPartName(between: string): boolean {
  return /^\s*[-‐‑–«»“”„"]?\s*$/.test(between);
}

/** The word before or after the name, unless a sentence ends between them. */
function neighbours({ line, words, from, to }: Place): Word[] {
  const [before, after] = [words[from - 1], words[to]];
  const [first, last] = [words[from], words[to - 1]];
  const close = (left: Word | undefined, right: Word | undefined) =>
    left && right && /^[\s«»“”„"‹›-]*$/.test(line.slice(left.end, right.start));
  return [...(close(before, first) ? [before!] : []), ...(close(last, after) ? [after!] : [])];
}

/** What the word beside a title says it is: газета «Алаш» is no party. */
export function kindBeside(place: Place) {
  return neighbours(place)
    .map((word) => titleKind(word.key))
    .find((kind) => kind !== undefined);
}

/** With a hyphen the words are a name and nothing else: Уш-Жуз, where үш жүз is also three hundred. */
function isHyphenated({ line, words, from, to }: Place): boolean {
  return to - from > 1 && /[-‐‑]/.test(line.slice(words[from]!.end, words[to - 1]!.start));
}

/** Whether the name has beside it what it needs, and if so, by quotation marks or by a word. */
export function meets(need: Need, place: Place): 'quoted' | 'beside' | 'yes' | undefined {
  const quoted = quotesAround(place) !== undefined;
  switch (need) {
    case undefined:
      return 'yes';
    case 'periodical':
    case 'party': {
      if (need === 'party' && isHyphenated(place)) return 'yes';
      const beside = kindBeside(place);
      if (beside !== undefined && beside !== need) return undefined;
      return quoted ? 'quoted' : beside && 'beside';
    }
    case 'tsar':
      return kindBeside(place) === 'tsar' || neighbours(place).some((word) => ordinalOf(word) === 2)
        ? 'yes'
        : undefined;
    case 'capitals':
      return place.words.slice(place.from, place.to).every((word) => word.capital) ? 'yes' : undefined;
    case 'alone':
      return quoted || standsAlone(place) ? 'yes' : undefined;
  }
}

/** Whether a capital letter says nothing about this word: it begins the line, a sentence or a quotation. */
export function beginsSentence(line: string, words: Word[], index: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  if (!before || !word) return true;
  return /[.!?…:«„“"–—]/.test(line.slice(before.end, word.start));
}

const TITLES = new Set(
  (
    'адмирал адмирала адмиралу адмиралом атаман атамана атаману атаманом генерал генерала генералу генералом полковник ' +
    'министр председатель председателя доктор инженер товарищ гражданин господин князь султан хан мырза ақын комиссар ' +
    'депутат учитель профессор мұғалім жолдас төраға'
  )
    .split(' ')
    .map((word) => foldWord(word)),
);

/** A rank or a form of address, which may begin with a capital letter before a surname. */
export function isTitleOfPerson(key: string): boolean {
  return TITLES.has(key);
}
