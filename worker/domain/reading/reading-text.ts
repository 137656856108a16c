/** The reading text, derived from the diplomatic one: what is printed stays in the lines as it is printed. */

/** Hyphens that printers set at the end of a line; U+00AC is how some scans' OCR writes them. */
const HYPHEN = /(\p{L})[-‐¬\u00ad]$/u;

/**
 * Joins words that are divided at the end of a line: `поло-` and `женіе` read `положеніе`. Where the next line goes on
 * with a capital or a digit the hyphen is part of the word (`Санктъ-Петербургъ`) and stays. Arabic script has no
 * such hyphens.
 * @returns a text for each line: a divided word stands whole in the line where it begins
 */
export function joinDividedWords(lines: readonly string[]): string[] {
  const out = lines.map((line) => line.trim());
  for (let index = 0; index < out.length - 1; index++) {
    const line = out[index] as string;
    const next = out[index + 1] as string;
    const rest = /^(\p{Ll}[\p{L}\p{M}]*)(\S*)\s*/u.exec(next);
    if (!HYPHEN.test(line) || !rest) continue;
    out[index] = `${line.replace(/[-‐¬\u00ad]$/u, '')}${rest[1]}${rest[2]}`;
    out[index + 1] = next.slice(rest[0].length);
  }
  return out;
}
