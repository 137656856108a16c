/** A made corpus for the search bench: words of the period's spellings by Zipf's law, with misread letters. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ORACLES = fileURLToPath(new URL('../../../../fixtures/oracles/', import.meta.url));

export interface MadePage {
  lines: string[];
  script: 'Arab' | 'Cyrl';
}

export interface Corpus {
  page: () => MadePage;
  /** The word of this rank, the most frequent being 0, in Cyrillic and in Arabic script. */
  word: (rank: number) => { cyrillic: string; arabic: string };
}

const WORDS = 150_000;
const LINE_LENGTH = 50;
/** A share of words in which a letter is wrong, as raw readings have them. */
const MISREAD = 0.05;

const CONSONANTS = 'б п м н т д с з к қ г ғ л р ш ж';
const VOWELS = 'а е ы і о ө ұ ү';
const ARABIC: Record<string, string> = Object.fromEntries(
  'бب пپ мم нن тت дد сس зز кك қق гگ ғع лل рر шش жج аا еە ыى іى оو өو ұۇ үۇ'
    .split(' ')
    .map((pair) => [pair[0], pair.slice(1)]),
);

/** The same corpus for the same seed. @param charactersPerPage about so many, over whole lines */
export function makeCorpus(seed: number, charactersPerPage: number): Corpus {
  const random = mulberry32(seed);
  const words = makeWords(random);
  const cumulated = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 0; rank < words.length; rank++) cumulated[rank] = sum += 1 / (rank + 2.7);
  const pick = () => {
    const target = random() * sum;
    let [low, high] = [0, words.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulated[middle] ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? words[0]!;
  };
  const misread = (word: string, letters: string) => {
    if (random() >= MISREAD) return word;
    const at = Math.floor(random() * word.length);
    return word.slice(0, at) + letters[Math.floor(random() * letters.length)] + word.slice(at + 1);
  };
  return {
    word: (rank) => words[rank] ?? words[0]!,
    page: () => {
      const script = random() < 0.5 ? ('Arab' as const) : ('Cyrl' as const);
      const letters = script === 'Arab' ? 'بتجدرزسشعقكلمنو' : 'бтжздрсшғқклмнео';
      const lines: string[] = [];
      for (let length = 0; length < charactersPerPage;) {
        let line = '';
        while (line.length < LINE_LENGTH) {
          const word = pick();
          line += `${line === '' ? '' : ' '}${misread(script === 'Arab' ? word.arabic : word.cyrillic, letters)}`;
        }
        lines.push(line);
        length += line.length + 1;
      }
      return { lines, script };
    },
  };
}

/** Words of Unicode CLDR in both scripts first, then made ones, longer the rarer they are. */
function makeWords(random: () => number): { cyrillic: string; arabic: string }[] {
  const known = readFileSync(`${ORACLES}cldr48_word_pairs.tsv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([cyrillic = '', arabic = '']) => ({ cyrillic: cyrillic.toLowerCase(), arabic }));
  const words = new Map(known.map((word) => [word.cyrillic, word]));
  const [consonants, vowels] = [CONSONANTS.split(' '), VOWELS.split(' ')];
  const oneOf = (letters: string[]) => letters[Math.floor(random() * letters.length)] ?? '';
  while (words.size < WORDS) {
    const syllables = 2 + Math.floor(random() * 2 + (2 * words.size) / WORDS);
    let cyrillic = '';
    for (let n = 0; n < syllables; n++) {
      cyrillic += oneOf(consonants) + oneOf(vowels) + (random() < 0.4 ? oneOf(consonants) : '');
    }
    const arabic = Array.from(cyrillic, (letter) => ARABIC[letter] ?? '').join('');
    words.set(cyrillic, { cyrillic, arabic });
  }
  return [...words.values()];
}

/** A small generator of pseudo-random numbers (Tommy Ettinger's mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
