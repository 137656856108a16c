import { comparable, countErrors } from '../../domain/text/count-errors.ts';

/** Errors of one text or, added up, of many; rates are quotients of these. */
export interface ErrorCounts {
  /** Letters of the reference, in code points, after NFC and with white space collapsed. */
  letters: number;
  letterErrors: number;
  /** Letter errors that are left when letters that print alike count as the same (`foldAlike`). */
  foldedErrors: number;
  words: number;
  /** Words to insert, delete or replace, in order. */
  wordErrors: number;
  /** Words missing or too many whatever their order: what a page's layout cannot spoil. */
  bagErrors: number;
}

export function countAllErrors(reference: string, read: string): ErrorCounts {
  const wanted = comparable(withoutDirections(reference));
  const got = comparable(withoutDirections(read));
  const [wantedWords, gotWords] = [wanted.split(' '), got.split(' ')];
  return {
    letters: Array.from(wanted).length,
    letterErrors: countErrors(got, wanted),
    foldedErrors: countErrors(foldAlike(got), foldAlike(wanted)),
    words: wantedWords.length,
    wordErrors: countErrors(...asLetters(gotWords, wantedWords)),
    bagErrors: countBagErrors(gotWords, wantedWords),
  };
}

/** Sums, so that long texts weigh more than short ones. */
export function addCounts(all: readonly ErrorCounts[]): ErrorCounts {
  const sum = (key: keyof ErrorCounts) => all.reduce((total, counts) => total + counts[key], 0);
  return {
    letters: sum('letters'),
    letterErrors: sum('letterErrors'),
    foldedErrors: sum('foldedErrors'),
    words: sum('words'),
    wordErrors: sum('wordErrors'),
    bagErrors: sum('bagErrors'),
  };
}

/** In per cent; of an empty reference every error counts as one of one. */
export function percent(errors: number, of: number): number {
  return (100 * errors) / Math.max(1, of);
}

/** Marks of direction and tatweel are layout, not letters. */
function withoutDirections(text: string): string {
  return text.replace(/[\u200c-\u200f\u202a-\u202e\u2066-\u2069\u0640\ufeff]/g, '');
}

/** Letters that print alike or that digital editions modernise, and what all of them count as. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[\u064b-\u0652\u0670]/g, ''],
  [/[أإآٱ]/g, 'ا'],
  [/[ىیېئ]/g, 'ي'],
  [/ؤ/g, 'و'],
  [/[کڪ]/g, 'ك'],
  [/[ەھہة]/g, 'ه'],
  [/ٴ/g, 'ء'],
  [/[əӛ]/g, 'ә'],
  [/ё/g, 'е'],
  [/Ё/g, 'Е'],
  [/ї/g, 'і'],
  [/Ї/g, 'І'],
  [/[–—―⸗‐]/g, '-'],
  [/[“”„"]/g, '"'],
];

/** Merges letters that print alike, to tell misread letters from letters chosen differently. */
export function foldAlike(text: string): string {
  const digits = text
    .normalize('NFC')
    .replace(/[۰-۹]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x6f0 + 0x660));
  const merged = ALIKE.reduce((folded, [alike, one]) => folded.replace(alike, one), digits);
  return merged.replace(/\s+/g, ' ').trim();
}

/** Every different word as a letter of its own, so that words are counted as letters are. */
function asLetters(...texts: string[][]): [string, string] {
  const letters = new Map<string, string>();
  const [read = '', wanted = ''] = texts.map((words) =>
    words
      .map((word) => {
        const letter = letters.get(word) ?? String.fromCodePoint(0x20000 + letters.size);
        letters.set(word, letter);
        return letter;
      })
      .join(''),
  );
  return [read, wanted];
}

function countBagErrors(read: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let extra = 0;
  for (const word of read) {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    else extra++;
  }
  const missing = [...left.values()].reduce((sum, count) => sum + count, 0);
  return Math.max(missing, extra);
}
