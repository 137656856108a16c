/**
 * Whether a text may be cut at this UTF-16 offset without cutting a character: not between the halves of a
 * surrogate pair, nor between a letter and what is written on it or joins to it (marks, ZWNJ, ZWJ).
 * By a rule of our own and not by Intl.Segmenter, whose answers change with the ICU of browser and server.
 */
export function isCharacterBoundary(text: string, offset: number): boolean {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > text.length) return false;
  if (offset === 0 || offset === text.length) return true;
  const next = text.codePointAt(offset) ?? 0;
  const afterHalf = next >= 0xdc00 && next <= 0xdfff && isHighSurrogate(text.charCodeAt(offset - 1));
  return !afterHalf && !/^[\p{M}\u200c\u200d]/u.test(String.fromCodePoint(next));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
