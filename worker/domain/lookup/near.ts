/** Names that a query misses by one letter. */

/** Shorter words are one letter off from too many others. */
export const SHORTEST_NEAR = 4;

/** Whether two words differ by one letter at most: another one, one more, one less, or two that changed places. */
export function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const left = long.length - start - end;
  if (left <= 1) return true;
  return (
    short.length === long.length &&
    left === 2 &&
    short[start] === long[start + 1] &&
    short[start + 1] === long[start]
  );
}

/**
 * Whether the words of a query are words of a name, in any order, one of them with a letter wrong and the others
 * beginning so. Both as keys.
 */
export function isNear(query: readonly string[], name: readonly string[]): boolean {
  let mistakes = 0;
  return query.every((word) => {
    if (name.some((other) => other.startsWith(word))) return true;
    mistakes += 1;
    return (
      mistakes === 1 && word.length >= SHORTEST_NEAR && name.some((other) => isOneLetterOff(word, other))
    );
  });
}

/**
 * The two halves of a word: with one letter wrong, one of them stands as it should, at the beginning or at the end.
 * Letters that changed places over the middle are missed.
 */
export function halvesOf(word: string): { beginning: string; ending: string } {
  const middle = Math.floor(word.length / 2);
  return { beginning: word.slice(0, middle), ending: word.slice(middle) };
}

/** A word from its end, as the index of endings has it. */
export function reversedWord(word: string): string {
  return Array.from(word).toReversed().join('');
}
