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
  return tokenisePlain(text) ?? tokeniseAny(text);
}

function tokeniseAny(text: string): Token[] {
  return Array.from(text.matchAll(WORD), ({ 0: matched, index: start }) => {
    const quoted = CLOSING.test(matched) && OPENING.test(text.slice(Math.max(start - 1, 0), start));
    const word = quoted ? matched.slice(0, -1) : matched;
    return { text: word, start, end: start + word.length };
  });
}

/** What a UTF-16 code unit is to words. */
export const UNIT = {
  begins: 1,
  goesOn: 2,
  between: 3,
  /** Signs that need a look at what stands around them, and halves of surrogate pairs. */
  unsure: 4,
} as const;
/** By code unit, filled as they occur. */
const KINDS = new Uint8Array(0x1_00_00);
const NEEDS_A_LOOK = new RegExp(`[${INVISIBLE}\\p{Surrogate}]|${JOINER}`, 'u');

/** The words of a text without signs that need a closer look, some ten times as fast; null where there are such. */
function tokenisePlain(text: string): Token[] | null {
  const tokens: Token[] = [];
  const add = (start: number, end: number) => tokens.push({ text: text.slice(start, end), start, end });
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = KINDS[unit] || (KINDS[unit] = kindOf(text.charAt(at)));
    if (kind === UNIT.unsure) return null;
    if (kind === UNIT.between) {
      if (start >= 0) add(start, at);
      start = -1;
    } else if (kind === UNIT.begins && start < 0) start = at;
  }
  if (start >= 0) add(start, text.length);
  return tokens;
}

/** @returns one of `UNIT` */
export function kindOf(unit: string): number {
  if (NEEDS_A_LOOK.test(unit)) return UNIT.unsure;
  if (/[\p{L}\p{N}]/u.test(unit)) return UNIT.begins;
  return /\p{M}/u.test(unit) ? UNIT.goesOn : UNIT.between;
}
