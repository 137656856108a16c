/** The words of a text, and where they stand. */

export interface Token {
  /** The word as written: exactly the text from `start` to `end`. */
  text: string;
  /** UTF-16 offset of the first code unit. */
  start: number;
  /** UTF-16 offset after the last code unit. */
  end: number;
}

// A word begins with a letter or digit and goes on with letters, marks and digits. Hamza (U+0621) and high
// hamza (U+0674), which begin a word with front vowels in Kazakh, are letters to Unicode, and so is tatweel.
const BODY = String.raw`\p{L}\p{M}\p{N}`;
// Invisible characters that do not end a word: soft hyphen, ZWNJ, ZWJ, the direction marks, word joiner, BOM.
const INVISIBLE = String.raw`\u00AD\u061C\u200C-\u200F\u2060\uFEFF`;
const APOSTROPHE = String.raw`['\u2018\u2019\uFF07]`;
const JOINER = String.raw`['\u2018\u2019\uFF07\u00B7]`;
// ғ ң ш ч у of the Latin alphabet of 2017, which end many words: menin', bary'.
const LAST_HALF = String.raw`(?<=[gnscyGNSCY])${APOSTROPHE}(?![${BODY}])`;

const WORD = new RegExp(
  String.raw`[\p{L}\p{N}][${BODY}]*(?:(?:[${INVISIBLE}]+|(?<=\p{L}\p{M}*)${JOINER}(?=\p{L}))[${BODY}]+)*(?:${LAST_HALF})?`,
  'gu',
);

const CLOSING = new RegExp(`${APOSTROPHE}$`);
const OPENING = new RegExp(`^${APOSTROPHE}`);

/**
 * Splits a text into words, in order.
 *
 * - A hyphen parts words: "Алаш-Орда" is two, so that either is found alone, and both, with or without the
 *   hyphen, as neighbours.
 * - An apostrophe between two letters joins: it stands for ъ in print after 1918 (об'явление) and is half a
 *   letter in the Latin alphabet of 2017 (s'yg'ys). At the edge of a word it is a quotation mark, but after
 *   a Latin g n s c y that no apostrophe opens it is half a letter there too (menin').
 * - So does a middle dot, with which BGN/PCGN keeps n·g (нг) apart from ng (ң).
 * - ZWNJ and the like inside a word are kept in the form as written; the search key drops them.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const isPlain = eachPlainWord(text, (start, end) =>
    tokens.push({ text: text.slice(start, end), start, end }),
  );
  return isPlain ? tokens : tokeniseAny(text);
}

function tokeniseAny(text: string): Token[] {
  return Array.from(text.matchAll(WORD), ({ 0: matched, index: start }) => {
    const quoted = CLOSING.test(matched) && OPENING.test(text.slice(Math.max(start - 1, 0), start));
    const word = quoted ? matched.slice(0, -1) : matched;
    return { text: word, start, end: start + word.length };
  });
}

const BEGINS = 1;
const GOES_ON = 2;
const BETWEEN = 3;
/** Signs that need a look at what stands around them, and halves of surrogate pairs. */
const UNSURE = 4;
/** By UTF-16 code unit, filled as they occur. */
const KINDS = new Uint8Array(0x1_00_00);
const NEEDS_A_LOOK = new RegExp(`[${INVISIBLE}\\p{Surrogate}]|${JOINER}`, 'u');

/**
 * Goes through the words of `tokenise` without making them, some ten times as fast.
 * @param visit gets start and end of each, in UTF-16 code units
 * @returns false where signs stand in the text that need a closer look; what was visited counts for nothing then
 */
export function eachPlainWord(text: string, visit: (start: number, end: number) => void): boolean {
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = KINDS[unit] || (KINDS[unit] = kindOf(text.charAt(at)));
    if (kind === UNSURE) return false;
    if (kind === BETWEEN) {
      if (start >= 0) visit(start, at);
      start = -1;
    } else if (kind === BEGINS && start < 0) start = at;
  }
  if (start >= 0) visit(start, text.length);
  return true;
}

function kindOf(unit: string): number {
  if (NEEDS_A_LOOK.test(unit)) return UNSURE;
  if (/[\p{L}\p{N}]/u.test(unit)) return BEGINS;
  return /\p{M}/u.test(unit) ? GOES_ON : BETWEEN;
}
