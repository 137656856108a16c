/** What is typed so far, as the beginnings of keys that it may become. */
import { foldWord } from '../text/fold.ts';
import { scriptOf } from '../text/script.ts';
import { tokenise } from '../text/tokens.ts';

export interface TypedKeys {
  /** The keys of the words before the last. */
  words: string[];
  /** The key of the last word as it stands. */
  last: string;
  /** With what keys the last word may begin once it is typed to its end; none begins with another. */
  beginnings: string[];
}

/** A letter whose key is one letter: the word goes on, and its key is read without what belongs to its end only. */
const NEXT_LETTER = { Arab: 'ن', Cyrl: 'н', Latn: 'n', Zyyy: '' };
/** The second letters of pairs that are one sound: kh, zh, sh, ch, gh; дж. */
const SECOND_LETTER = { Arab: '', Cyrl: 'ж', Latn: 'h', Zyyy: '' };
const KEY_OF_NEXT = 'n';

/** The keys of a query; undefined where it has no letter or digit. */
export function typedKeys(query: string): TypedKeys | undefined {
  const words = tokenise(query).map((token) => token.text);
  const keys = words.map((word) => foldWord(word)).filter((key) => key !== '');
  const last = keys.pop();
  if (last === undefined) return undefined;
  const word = words.at(-1) ?? '';
  // One letter may become anything.
  const script = word.length > 1 ? scriptOf(word) : 'Zyyy';
  // Not where the next letter only doubles the last one: keys write such a pair once.
  const going = foldWord(word + NEXT_LETTER[script]);
  const all = [
    last,
    ...(going.endsWith(KEY_OF_NEXT) && going.length > last.length
      ? [going.slice(0, -KEY_OF_NEXT.length)]
      : []),
    foldWord(word + SECOND_LETTER[script]),
  ].filter((key) => key !== '');
  const beginnings = all.filter(
    (key, index) =>
      !all.some(
        (other, place) => place !== index && key.startsWith(other) && (key !== other || place < index),
      ),
  );
  return { words: keys, last, beginnings };
}
