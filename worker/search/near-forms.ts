/** Which words of the index may be misreadings of a word of the query. */
import { isKazakhEnding, kazakhStems } from '../domain/text/endings-kk.ts';
import { foldWord } from '../domain/text/fold.ts';
import { editDistance } from './edit-distance.ts';
import { misreadingsOf } from './misreadings.ts';

/** A word of the index that is near to a word of the query. */
export interface Candidate {
  key: string;
  /** That have it. */
  pages: number;
  /** Longer words that begin with it. */
  longer: readonly string[];
  /** What it begins with that is a word too, with the pages that have that. */
  shorter: readonly { key: string; pages: number }[];
}

/** Of four letters one makes another word too often. */
const SHORTEST = 5;
/**
 * Two misread letters of a shorter word make another word, or another ending, six times out of seven. From ten letters
 * on instead of twelve, on texts with 5 % noise, precision fell by less than one in a hundred.
 */
const SHORTEST_FOR_TWO = 10;

/** How many letters of a key of this length may be misread. */
export function tolerance(length: number): 0 | 1 | 2 {
  if (length < SHORTEST) return 0;
  return length < SHORTEST_FOR_TWO ? 1 : 2;
}

const MOST_NEAR = 100;
/** One way to misread a word is seen on no more than one in so many of its pages: letters that print alike, others. */
const [LIKELY_ON, UNLIKELY_ON] = [20, 200];
/** A word of more pages is misread so often that its misreadings have endings as it has. */
const HAS_FEW_MISREADINGS = 200;
const LEAST_STEM = 3;
/** On so many pages a slip may stand all the same, where a letter has lost its mark. */
const OFTEN_MISPRINTED = 3;

/**
 * Of the candidates those that a misreading of the key may be, the likeliest first. A misreading is far rarer than the
 * word; and it is no word: it has no endings of its own, is not another word with an ending, and not the word itself
 * with another one, which is for `inflectedForms` to find. A key that the index does not know may be a slip of who asks,
 * so that every word near to it will do.
 * @param pages on which the key itself stands
 */
export function nearForms(key: string, pages: number, candidates: readonly Candidate[]): string[] {
  const oneSlip = misreadingsOf(key);
  const most = tolerance(key.length);
  const stems = new Set([key, ...kazakhStems(key)]);
  return candidates
    .filter((word) => word.key !== key && word.pages > 0)
    .map((word) => {
      const likely = oneSlip.get(word.key);
      const distance = likely === undefined ? editDistance(key, word.key, most) : 1;
      return { ...word, likely: likely === true, distance };
    })
    .filter(({ distance }) => distance <= most)
    .filter((word) => pages === 0 || (isRare(word, pages) && !isWord(word, key, stems, pages)))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.likely) - Number(a.likely) ||
        b.pages - a.pages ||
        (a.key < b.key ? -1 : 1),
    )
    .slice(0, MOST_NEAR)
    .map((word) => word.key);
}

function isRare(word: { pages: number; likely: boolean }, pages: number): boolean {
  return word.pages <= rarity(pages, word.likely);
}

function rarity(pages: number, likely: boolean): number {
  return Math.max(1, Math.floor(pages / (likely ? LIKELY_ON : UNLIKELY_ON)));
}

function isWord(word: Candidate, key: string, stems: ReadonlySet<string>, pages: number): boolean {
  const { longer, shorter } = word;
  if (endsElse(word.key, key, stems)) return true;
  // A printer or reader who takes к for қ does it in all forms of a word.
  const unmarked = withoutMarks(word.key) === withoutMarks(key);
  const rare = Math.max(rarity(pages, true), unmarked ? OFTEN_MISPRINTED : 0);
  if (shorter.some((stem) => stem.pages > rare && isForm(word.key, stem.key))) return true;
  return !unmarked && pages < HAS_FEW_MISREADINGS && longer.some((form) => isForm(form, word.key));
}

const UNMARKED = new Map(['қк', 'ғг', 'ңн'].map((pair) => Array.from(pair, foldWord) as [string, string]));
const withoutMarks = (key: string) => Array.from(key, (letter) => UNMARKED.get(letter) ?? letter).join('');

const isForm = (word: string, stem: string) =>
  stem.length >= LEAST_STEM && isKazakhEnding(word.slice(stem.length));

/** Whether both are one stem with different endings, or differ by a last letter that one of them has not. */
function endsElse(word: string, key: string, stems: ReadonlySet<string>): boolean {
  if (word.startsWith(key) || key.startsWith(word)) return true;
  for (let cut = LEAST_STEM; cut < word.length; cut++) {
    if (stems.has(word.slice(0, cut)) && isKazakhEnding(word.slice(cut))) return true;
  }
  return false;
}
