/** Which script a text is in, and which way it runs. */
import { scriptOfLetter } from './look-alikes.ts';

/** ISO 15924 codes of the scripts that the periodicals are printed in; Zyyy: no letter of these. */
export type Script = 'Arab' | 'Cyrl' | 'Latn' | 'Zyyy';

export type Direction = 'ltr' | 'rtl';

const known = new Map<string, Script>();
const MOST_KNOWN = 5000;

/** Each letter is looked at once: a text has few hundreds of them. */
function knownScript(letter: string): Script {
  let script = known.get(letter);
  if (script === undefined) {
    const found = /\p{L}/u.test(letter) ? scriptOfLetter(letter) : undefined;
    script = found === undefined || found === 'Grek' ? 'Zyyy' : found;
    if (known.size < MOST_KNOWN) known.set(letter, script);
  }
  return script;
}

/**
 * The script of most of the letters of a text; when two have as many, the one that comes first. Digits,
 * punctuation and letters of other scripts have no say.
 */
export function scriptOf(text: string): Script {
  const counts = new Map<Script, number>();
  for (const letter of text) {
    const script = knownScript(letter);
    if (script !== 'Zyyy') counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  let most: Script = 'Zyyy';
  // A map keeps the order of first appearance, so `>` leaves a tie to the script that came first.
  for (const [script, count] of counts) if (count > (counts.get(most) ?? 0)) most = script;
  return most;
}

/**
 * Which way a line of text runs as a whole. By the majority of its letters, not by the first of them as
 * HTML's dir=auto does: a line in Arabic script may well begin with a Latin or Cyrillic abbreviation.
 * A line without letters runs right to left only when its digits are Arabic ones.
 */
export function directionOf(text: string): Direction {
  const script = scriptOf(text);
  if (script === 'Zyyy') return /[\u0660-\u0669\u06F0-\u06F9]/.test(text) ? 'rtl' : 'ltr';
  return script === 'Arab' ? 'rtl' : 'ltr';
}
