/** The words of a text's lines as the gazetteer looks at them. */
import { kazakhStems } from '../text/endings-kk.ts';
import { type RussianStem, russianStems } from '../text/endings-ru.ts';
import { foldWord } from '../text/fold.ts';
import { plainReading } from '../text/marks.ts';
import { type Token, tokenise } from '../text/tokens.ts';

export interface Word extends Token {
  /** The search key. */
  key: string;
  /** Begins with a capital letter; never so in Arabic script, which has none. */
  capital: boolean;
  script: 'Arab' | 'Cyrl' | 'Latn' | 'Zyyy';
  /** What is known of the word wherever it stands: one object for all of its occurrences. */
  type: WordType;
}

export interface WordType {
  key: string;
  capital: boolean;
  script: Word['script'];
  kazakh: string[] | undefined;
  russian: RussianStem[] | undefined;
}

/** The words of one line. */
export function wordsOf(line: string, types: Map<string, WordType> = new Map()): Word[] {
  return tokenise(line).map(({ text, start, end }) => {
    let type = types.get(text);
    if (!type) {
      type = {
        key: foldWord(text),
        capital: startsWithCapital(text),
        script: scriptOfWord(text),
        kazakh: undefined,
        russian: undefined,
      };
      types.set(text, type);
    }
    return { text, start, end, key: type.key, capital: type.capital, script: type.script, type };
  });
}

/** The stems that the word may have in Kazakh. */
export function kazakhStemsOf({ type }: Word): string[] {
  return (type.kazakh ??= kazakhStems(type.key));
}

/** The stems that the word may have in Russian; none in other scripts than Cyrillic. */
export function russianStemsIn({ type }: Word): RussianStem[] {
  return (type.russian ??= type.script === 'Cyrl' ? russianStems(type.key) : []);
}

function startsWithCapital(word: string): boolean {
  const first = word[0] ?? '';
  return first !== first.toLowerCase();
}

/** By the first letter: names do not mix scripts. Cheaper than counting the letters of each word. */
function scriptOfWord(word: string): Word['script'] {
  const code = word.charCodeAt(0);
  if (code >= 0x0400 && code <= 0x052f) return 'Cyrl';
  if ((code >= 0x0600 && code <= 0x08ff) || (code >= 0xfb50 && code <= 0xfeff)) return 'Arab';
  if (code < 0x0250 && /\p{L}/u.test(word[0] ?? '')) return 'Latn';
  return 'Zyyy';
}

/**
 * The words of all lines as they are read, with offsets in the plain reading, not in what is stored (domain/text/marks);
 * kept while the caller keeps the lines: what is known of a word costs the most here.
 */
export function wordsOfLines(lines: readonly { text: string }[]): Word[][] {
  let words = known.get(lines);
  if (!words) {
    const types = new Map<string, WordType>();
    words = lines.map((line) => wordsOf(plainReading(line.text), types));
    known.set(lines, words);
  }
  return words;
}

const known = new WeakMap<readonly { text: string }[], Word[][]>();
