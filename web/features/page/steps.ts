/**
 * The texts that undo and redo lead to, as they are kept beside a draft: the oldest as it differs from the revision,
 * each other as it differs from the one before. A step is a few hundred bytes, on a page of hundreds of lines.
 */
import { type DraftText, draftTextOf, linesOfDraft, nameOf } from './draft-text.ts';
import { sameBox, type WorkLines } from './lines.ts';

/** Texts before the present one, oldest first, and behind it, the nearest last. */
export interface Steps {
  readonly past: readonly WorkLines[];
  readonly future: readonly WorkLines[];
}

/** From one text to the next: `out` lines leave at the place `at`, others take it. */
interface Change {
  at: number;
  out: number;
  put: WorkLines;
}

export interface KeptSteps {
  oldest: DraftText;
  /** From the oldest on: to those after it, to the present one, to those that redo leads to. */
  changes: readonly Change[];
  /** How many of the texts lie before the present one. */
  past: number;
}

/** As many as a person goes back at most. */
const MOST = 200;
/** UTF-16 code units of all steps together, about. */
const BUDGET = 200_000;

/** Null where there is no step. What is too much is left out from the far ends. */
export function keptSteps(base: WorkLines, present: WorkLines, { past, future }: Steps): KeptSteps | null {
  let room = BUDGET;
  /** Changes between neighbours, for as long as there is room. */
  const take = (texts: readonly WorkLines[], back: boolean): Change[] => {
    const taken: Change[] = [];
    for (let at = 1; at < texts.length && at <= MOST; at++) {
      const [from, to] = back ? [texts[at]!, texts[at - 1]!] : [texts[at - 1]!, texts[at]!];
      const change = changeBetween(from, to);
      room -= sizeOf(change);
      if (room < 0) break;
      taken.push(change);
    }
    return taken;
  };
  const before = take([present, ...past.toReversed()], true);
  const behind = take([present, ...future.toReversed()], false);
  if (before.length + behind.length === 0) return null;
  const oldest = before.length === 0 ? present : past[past.length - before.length]!;
  return {
    oldest: draftTextOf(base, oldest),
    changes: [...before.toReversed(), ...behind],
    past: before.length,
  };
}

/**
 * The texts again, for a draft that says `present`. Steps are kept a moment after their draft: where it has gone on
 * since, there is nothing to redo.
 */
export function stepsAgain(base: WorkLines, present: WorkLines, kept: KeptSteps): Steps {
  // A line has one name, and in one window one key.
  const keys = new Map(present.map((line) => [nameOf(line), line.key]));
  const keyed = (lines: WorkLines): WorkLines =>
    lines.map((line) => {
      const key = keys.get(nameOf(line)) ?? line.key;
      return key === line.key ? line : { ...line, key };
    });
  const texts = [keyed(linesOfDraft(base, kept.oldest))];
  for (const { at, out, put } of kept.changes) texts.push(texts.at(-1)!.toSpliced(at, out, ...keyed(put)));
  const isPresent = saysTheSame(texts[kept.past]!, present);
  return {
    past: texts.slice(0, kept.past),
    future: isPresent ? texts.slice(kept.past + 1).toReversed() : [],
  };
}

/** Whether both say the same on the same places, whatever their lines are called. */
export function saysTheSame(a: WorkLines, b: WorkLines): boolean {
  return (
    a.length === b.length && a.every((line, at) => line.text === b[at]!.text && sameBox(line.box, b[at]!.box))
  );
}

function changeBetween(from: WorkLines, to: WorkLines): Change {
  const least = Math.min(from.length, to.length);
  let start = 0;
  while (start < least && from[start] === to[start]) start++;
  let end = 0;
  while (end < least - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  return { at: start, out: from.length - end - start, put: to.slice(start, to.length - end) };
}

/** A line has a name, a box and the like beside its text. */
function sizeOf({ put }: Change): number {
  return put.reduce((sum, line) => sum + line.text.length + 100, 50);
}
