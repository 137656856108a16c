/** Which script a text is in, and which way it runs. */
import { scriptOfLetter } from './look-alikes.ts';

/** ISO 15924 codes of the scripts that the periodicals are printed in; Zyyy: no letter of these. */
export type Script = 'Arab' | 'Cyrl' | 'Latn' | 'Zyyy';

export type Direction = 'ltr' | 'rtl';

const SCRIPTS = ['Zyyy', 'Arab', 'Cyrl', 'Latn'] as const satisfies Script[];
/** By UTF-16 code unit, filled as they occur: the place in SCRIPTS, and one more, which says that it was looked at. */
const KNOWN = new Uint8Array(0x1_00_00);

function scriptAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return (KNOWN[unit] || (KNOWN[unit] = 1 + indexOfScript(text.charAt(at)))) - 1;
}

function indexOfScript(letter: string): number {
  const found = /\p{L}/u.test(letter) ? scriptOfLetter(letter) : undefined;
  return found === undefined || found === 'Grek' ? 0 : SCRIPTS.indexOf(found);
}

/**
 * The script of most of the letters of a text; when two have as many, the one that comes first. Digits,
 * punctuation and letters of other scripts have no say, nor have letters beyond U+FFFF.
 */
export function scriptOf(text: string): Script {
  const counts = [0, 0, 0, 0];
  const firstAt = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const script = scriptAt(text, at);
    if (counts[script] === 0) firstAt[script] = at;
    counts[script]! += 1;
  }
  counts[0] = 0;
  let most = 0;
  for (let script = 1; script < SCRIPTS.length; script++) {
    const more = counts[script]! - counts[most]!;
    if (more > 0 || (more === 0 && counts[script]! > 0 && firstAt[script]! < firstAt[most]!)) most = script;
  }
  return SCRIPTS[most]!;
}

/** The same for a line of a page: one without letters runs as the page does. */
export function directionOnPage(text: string, page: Direction): Direction {
  return scriptOf(text) === 'Zyyy' ? page : directionOf(text);
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
