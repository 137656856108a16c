/** Which words of the index may be a word of the query, or it one of them, with vowels left out. */
import { isKazakhEnding } from '../domain/text/endings-kk.ts';
import { spellingsWithoutVowels } from '../domain/text/vowels-left-out.ts';

const MOST_FORMS = 40;

export interface VowelCandidate {
  key: string;
  /** Whether it stands on a page spelled as before 1912. */
  old: boolean;
}

/**
 * Keys that differ from this one by vowels that one of the two leaves out. Which word was meant cannot be told, so
 * they are tried only for words of pages whose orthography says so, or where nothing else was found.
 * @param old whether the key itself stands on such a page
 */
export function vowelForms(
  key: string,
  { old, found }: { old: boolean; found: boolean },
  candidates: readonly VowelCandidate[],
): string[] {
  const isSpelling = spellingsWithoutVowels(key);
  return candidates
    .filter((word) => word.key !== key)
    .filter((word) => {
      if ((word.old || !found) && withEnding(word.key, isSpelling)) return true;
      return (old || !found) && withEnding(word.key, (stem) => spellingsWithoutVowels(stem)(key));
    })
    .sort((a, b) => Number(b.old) - Number(a.old) || a.key.length - b.key.length || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_FORMS)
    .map((word) => word.key);
}

const LEAST_STEM = 3;

/** Whether the word, or what it has before an ending, fits. */
function withEnding(word: string, fits: (stem: string) => boolean): boolean {
  for (let cut = word.length; cut >= LEAST_STEM; cut--) {
    if (isKazakhEnding(word.slice(cut)) && fits(word.slice(0, cut))) return true;
  }
  return false;
}
