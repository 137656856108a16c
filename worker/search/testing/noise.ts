/** Texts as a poor reading gives them. */

/** A small generator of pseudo-random numbers (Tommy Ettinger's mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So much of the wrong letters: three of five are another letter, one is lost, one is added. */
const REPLACED = 0.6;
const LOST = 0.2;

/** Letters that occur in a text. */
export function alphabetOf(text: string): string[] {
  return [...new Set(Array.from(text.toLowerCase()).filter((letter) => /\p{L}/u.test(letter)))];
}

/** A text in which this share of the letters is wrong, in other letters of the alphabet. */
export function addNoise(
  text: string,
  share: number,
  alphabet: readonly string[],
  random: () => number,
): string {
  return Array.from(text, (letter) => {
    if (!/\p{L}/u.test(letter) || random() >= share) return letter;
    const other = alphabet[Math.floor(random() * alphabet.length)] ?? letter;
    const kind = random();
    if (kind < REPLACED) return other;
    return kind < REPLACED + LOST ? '' : letter + other;
  }).join('');
}
