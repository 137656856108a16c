/** The words of a text's lines as the gazetteer looks at them. */
import { foldWord } from '../text/fold.ts';
import { type Token, tokenise } from '../text/tokens.ts';

export interface Word extends Token {
  /** The search key. */
  key: string;
  /** Begins with a capital letter; never so in Arabic script, which has none. */
  capital: boolean;
  script: 'Arab' | 'Cyrl' | 'Latn' | 'Zyyy';
}

/** The words of one line. */
export function wordsOf(line: string, keys: Map<string, string> = new Map()): Word[] {
  return tokenise(line).map((token) => {
    let key = keys.get(token.text);
    if (key === undefined) keys.set(token.text, (key = foldWord(token.text)));
    return { ...token, key, capital: startsWithCapital(token.text), script: scriptOfWord(token.text) };
  });
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

/** The words of all lines, kept while the caller keeps the lines: the key of a word costs the most here. */
export function wordsOfLines(lines: readonly { text: string }[]): Word[][] {
  let words = known.get(lines);
  if (!words) {
    const keys = new Map<string, string>();
    words = lines.map((line) => wordsOf(line.text, keys));
    known.set(lines, words);
  }
  return words;
}

const known = new WeakMap<readonly { text: string }[], Word[][]>();
