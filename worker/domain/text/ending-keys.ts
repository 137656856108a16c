/** Endings as they stand in search keys, so that one table serves every script and spelling. */
import { foldWord } from './fold.ts';

/**
 * What each ending leaves in the key of a word that has it. The folding of a letter may hang on its
 * neighbours, so each ending is tried on several stems; what does not leave the stem's own key whole is no
 * ending of that stem and is left out.
 */
export function foldEndings(endings: readonly string[], stems: readonly string[]): Set<string> {
  const keys = new Set<string>();
  for (const stem of stems) {
    const short = foldWord(stem);
    for (const ending of endings) {
      const long = foldWord(stem + ending);
      if (long.startsWith(short)) keys.add(long.slice(short.length));
    }
  }
  return keys;
}

/**
 * Every way to part a key into a stem and an ending of the set, the longest stem first; the whole key with no
 * ending is not among them. Where a stem and its ending meet, a key may have put two letters into one: the
 * same twice (Ташкент + тен), or н and г (Ленин + ге), which are ң.
 */
export function splitKey(
  key: string,
  isEnding: (ending: string) => boolean,
  longest: number,
): { stem: string; ending: string }[] {
  const parts: { stem: string; ending: string }[] = [];
  const add = (stem: string, ending: string) => {
    if (ending !== '' && isEnding(ending)) parts.push({ stem, ending });
  };
  for (let cut = key.length; cut >= 2 && key.length - cut <= longest; cut -= 1) {
    const [stem, ending, last] = [key.slice(0, cut), key.slice(cut), key[cut - 1]!];
    add(stem, ending);
    add(stem, last + ending);
    if (last === NG) {
      add(stem.slice(0, -1) + N, G + ending);
      add(stem.slice(0, -1) + N, ending);
    }
  }
  return parts;
}

const NG = foldWord('ң');
const [N, G] = [foldWord('н'), foldWord('г')];
