/** What is typed before a browser is killed, and what of it must be there afterwards. */

export interface Key {
  /** The line it goes to: its place on the page, from 0. */
  line: number;
  /** One letter that is put at the end of that line, or its last one taken away. */
  what: 'letter' | 'erase';
  letter: string;
}

export interface PressedKey extends Key {
  /** When it was pressed, in milliseconds. */
  at: number;
}

/** Nothing older than this may be lost, in milliseconds. */
export const MAY_BE_LOST_MS = 250;

const LETTERS = 'абвгдежзиклмнопрстуфхцчшщъыьэюяѣіѳѵ';

/** Keys that somebody might press: bursts in one line, then in another, some taken back. */
export function* keysToPress(lines: number, random: () => number): Generator<Key> {
  let line = Math.floor(random() * lines);
  for (;;) {
    const burst = 5 + Math.floor(random() * 30);
    let own = 0;
    for (let count = 0; count < burst; count++) {
      // Only what was typed here is taken back.
      const erase = own > 0 && random() < 0.1;
      own += erase ? -1 : 1;
      const letter = LETTERS[Math.floor(random() * LETTERS.length)]!;
      yield { line, what: erase ? 'erase' : 'letter', letter: erase ? '' : letter };
    }
    line = Math.floor(random() * lines);
  }
}

/** The lines after these keys. */
export function afterKeys(lines: readonly string[], keys: readonly Key[]): string[] {
  const after = [...lines];
  for (const { line, what, letter } of keys) {
    after[line] = what === 'erase' ? after[line]!.slice(0, -1) : after[line]! + letter;
  }
  return after;
}

export interface Verdict {
  /** How many of the keys are there. */
  kept: number;
  /** How old the oldest lost key was when the browser was killed, in milliseconds; 0 where none is lost. */
  lost: number;
}

/**
 * Compares what was found with what had been typed.
 * @param found the lines after the restart
 * @param killedAt in the time of the keys
 * @throws where the lines are not what they were after some of the keys, in their order
 */
export function judge(
  before: readonly string[],
  keys: readonly PressedKey[],
  found: readonly string[],
  killedAt: number,
): Verdict {
  for (let kept = keys.length; kept >= 0; kept--) {
    const expected = afterKeys(before, keys.slice(0, kept));
    if (expected.length !== found.length || expected.some((text, index) => text !== found[index])) continue;
    const first = keys[kept];
    return { kept, lost: first ? Math.max(0, killedAt - first.at) : 0 };
  }
  throw new Error(`the text was never what it is now: ${firstDifference(before, found)}`);
}

function firstDifference(before: readonly string[], found: readonly string[]): string {
  const at = found.findIndex((text, index) => text !== before[index]);
  return at === -1 ? `${found.length} lines` : `line ${at}: ${JSON.stringify([before[at], found[at]])}`;
}
