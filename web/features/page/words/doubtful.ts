/** Words that the machine was unsure of and nobody has changed or gone past: marked, and reached by one key. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { DOUBTFUL_BELOW, type WorkLine, type WorkLines } from '../lines.ts';
import type { Stretch } from '../marks.ts';
import type { LineStore } from '../store.ts';
import { type OcrWord, type OcrWords, type PlacedWord, standingWords } from './ocr-words.ts';

export interface DoubtfulWord extends PlacedWord {
  key: string;
}

export interface DoubtfulWords {
  /** Every one, in the order of the page. */
  all(): DoubtfulWord[];
  /** Marks of a line; null where its words are not known. */
  stretches(line: WorkLine): Stretch[] | null;
  /** How many doubtful words stand on the page. */
  readonly count: ReadonlySignal<number>;
  /**
   * The doubtful word after, or before, the caret, becomes the selection; from the last on it goes to the first.
   * Null where there is none.
   */
  go(by: 1 | -1): DoubtfulWord | null;
}

/**
 * @param words of the reading that the lines came from
 * @param caretIn where the caret is in the field of this line; -1 where it is elsewhere
 */
export function createDoubtfulWords(
  store: LineStore,
  words: OcrWords,
  caretIn: (key: string) => number,
): DoubtfulWords {
  const known = new Map<string, { text: string; places: PlacedWord[] }>();
  // A line that a person has saved was looked at: only what is still the machine's is doubtful.
  const doubted = new Set<string>();
  let base: WorkLines | null = null;

  /** Null where the words of the line are not known. */
  function doubtfulIn(line: WorkLine): PlacedWord[] | null {
    if (store.base() !== base) {
      base = store.base();
      doubted.clear();
      for (const { key, confidence } of base) if (confidence !== undefined) doubted.add(key);
    }
    const read = line.id === undefined ? undefined : words.get(line.id);
    if (!read) return null;
    if (!doubted.has(line.key)) return [];
    const found = known.get(line.key);
    if (found?.text === line.text) return found.places;
    const places = read.some(isDoubtful)
      ? standingWords(read, line.text).filter(({ word }) => isDoubtful(word))
      : [];
    known.set(line.key, { text: line.text, places });
    return places;
  }

  const all = (): DoubtfulWord[] =>
    store.lines().flatMap((line) => (doubtfulIn(line) ?? []).map((place) => ({ ...place, key: line.key })));

  return {
    all,
    stretches: (line) => doubtfulIn(line)?.map(({ start, end }) => ({ start, end, as: 'doubtful' })) ?? null,
    count: computed(() => {
      void store.version.value;
      return all().length;
    }),
    go(by) {
      const places = all();
      if (places.length === 0) return null;
      const order = new Map(store.keys.peek().map((key, index) => [key, index]));
      const inHand = store.current.peek();
      const rank = ({ key, start }: { key: string; start: number }) => (order.get(key) ?? 0) * 1e6 + start;
      const from =
        inHand !== null
          ? rank({ key: inHand, start: caretIn(inHand) })
          : by === 1
            ? -1
            : Number.POSITIVE_INFINITY;
      const next =
        by === 1
          ? (places.find((each) => rank(each) > from) ?? places[0])
          : (places.findLast((each) => rank(each) < from) ?? places.at(-1));
      if (!next) return null;
      store.goTo(next.key, next.start, next.end);
      return next;
    },
  };
}

const isDoubtful = ({ confidence, doubts = [] }: OcrWord) => confidence < DOUBTFUL_BELOW || doubts.length > 0;
