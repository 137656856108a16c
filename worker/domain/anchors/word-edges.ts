/** Where a word goes on, and where it ends. */

const IN_WORD = /[\p{L}\p{M}\p{N}\u{AD}\u{200C}-\u{200D}\u{2060}]/u;
const APOSTROPHE = /['\u2018\u2019\uFF07]/;

/**
 * Whether the same word stands on both sides of this UTF-16 offset. An apostrophe between two letters belongs to
 * their word, as in tokens (../text/tokens.ts); a hyphen does not.
 */
export function joinsWord(text: string, offset: number): boolean {
  const [before, beyondBefore] = [characterBefore(text, offset), characterBefore(text, offset - 1)];
  const [after, beyondAfter] = [characterAt(text, offset), characterAt(text, offset + 1)];
  if (IN_WORD.test(before))
    return IN_WORD.test(after) || (APOSTROPHE.test(after) && IN_WORD.test(beyondAfter));
  return APOSTROPHE.test(before) && IN_WORD.test(beyondBefore) && IN_WORD.test(after);
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function characterBefore(text: string, offset: number): string {
  if (offset < 1) return '';
  const code = text.charCodeAt(offset - 1);
  const isLowHalf = code >= 0xdc00 && code <= 0xdfff;
  return characterAt(text, isLowHalf && offset > 1 ? offset - 2 : offset - 1);
}
