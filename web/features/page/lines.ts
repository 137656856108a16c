/**
 * A page's text while it is worked on: an immutable list of lines, and what can be done to it.
 * Every operation answers a new list that shares the untouched lines, so that a step back is only a list kept,
 * and a line whose object is the same need not be looked at again.
 */
import { directionOnPage } from '../../../worker/domain/text/script.ts';
import type { Box } from '../../../worker/shapes/common.ts';
import type { Line } from '../../../worker/shapes/transcriptions.ts';

/** One line in work. `key` names it in this browser tab; `id` is the service's, and missing until it is saved. */
export interface WorkLine {
  readonly key: string;
  readonly id?: string;
  readonly text: string;
  /** [x, y, width, height] in pixels of the original scan. */
  readonly box: Box | null;
  /** Of the OCR, 0–100; gone as soon as a person changes the line. */
  readonly confidence?: number;
}

export type WorkLines = readonly WorkLine[];

/** Where the caret should stand after an operation: UTF-16 code units from the start of the line. */
export interface Caret {
  key: string;
  at: number;
  /** Where a selection ends. */
  end?: number;
}

export interface Outcome {
  lines: WorkLines;
  caret: Caret;
}

/** OCR lines below this confidence are shown as doubtful. */
export const DOUBTFUL_BELOW = 75;

export function isDoubtful(line: WorkLine): boolean {
  return line.confidence !== undefined && line.confidence < DOUBTFUL_BELOW;
}

// Drafts bring keys of earlier windows along, so a mere count would repeat itself.
const origin = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36);
let count = 0;

/** A key for a line that the service has not seen yet. */
export function newKey(): string {
  count += 1;
  return `new-${origin}-${count}`;
}

/** The service's lines as lines in work; the id serves as the key. */
export function fromSaved(lines: readonly Line[]): WorkLines {
  return lines.map((line) => ({
    key: line.id,
    id: line.id,
    text: line.text,
    box: line.box,
    ...(line.confidence === undefined ? {} : { confidence: line.confidence }),
  }));
}

/**
 * What PUT takes, on top of `base`. An id that the base does not have is left out: a line brought back by undo
 * after its removal was saved is a new line to the service.
 */
export function toSave(lines: WorkLines, base: WorkLines): { id?: string; text: string; box: Box | null }[] {
  const known = new Set(base.map((line) => line.id));
  return lines.map(({ id, text, box }) =>
    id !== undefined && known.has(id) ? { id, text, box } : { text, box },
  );
}

/** Whether both would be saved as the same revision. */
export function sameText(a: WorkLines, b: WorkLines): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((line, index) => {
    const other = b[index]!;
    return (
      line === other || (line.id === other.id && line.text === other.text && sameBox(line.box, other.box))
    );
  });
}

export function sameBox(a: Box | null, b: Box | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return a.every((value, index) => value === b[index]);
}

export function indexOfKey(lines: WorkLines, key: string): number {
  return lines.findIndex((line) => line.key === key);
}

/** A line holds no line break: whatever came in with one (paste, dictation) becomes a space. */
export function asOneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}

export function editText(lines: WorkLines, key: string, text: string): WorkLines {
  const clean = asOneLine(text);
  return lines.map((line) => {
    if (line.key !== key || line.text === clean) return line;
    const { confidence: _, ...rest } = line;
    return { ...rest, text: clean };
  });
}

/**
 * Cuts a line in two. The first part keeps the id, and so whatever is anchored to it; the box is cut in proportion,
 * from the side on which the line's script begins.
 */
export function splitLine(lines: WorkLines, key: string, at: number, rightToLeft = false): Outcome {
  const index = indexOfKey(lines, key);
  const line = lines[index];
  if (!line) return { lines, caret: { key, at } };
  const before = line.text.slice(0, at).trimEnd();
  const after = line.text.slice(at).trimStart();
  const share = line.text.length === 0 ? 0.5 : at / line.text.length;
  const runs = directionOnPage(line.text, rightToLeft ? 'rtl' : 'ltr');
  const [firstBox, secondBox] = splitBox(line.box, share, runs === 'rtl');
  const { confidence: _, ...rest } = line;
  const second: WorkLine = { key: newKey(), text: after, box: secondBox };
  return {
    lines: lines.toSpliced(index, 1, { ...rest, text: before, box: firstBox }, second),
    caret: { key: second.key, at: 0 },
  };
}

function splitBox(box: Box | null, share: number, rightToLeft: boolean): [Box | null, Box | null] {
  if (!box) return [null, null];
  const [x, y, width, height] = box;
  if (width < 2) return [box, null];
  const first = Math.min(width - 1, Math.max(1, Math.round(width * share)));
  const left: Box = [x, y, rightToLeft ? width - first : first, height];
  const right: Box = [x + left[2], y, width - left[2], height];
  return rightToLeft ? [right, left] : [left, right];
}

/** Joins a line to the one before it: that one keeps its id, the box covers both. */
export function joinWithPrevious(lines: WorkLines, key: string): Outcome {
  const index = indexOfKey(lines, key);
  const line = lines[index];
  const previous = lines[index - 1];
  if (!line || !previous) return { lines, caret: { key, at: 0 } };
  const glue = needsSpace(previous.text, line.text) ? ' ' : '';
  const { confidence: _, ...rest } = previous;
  const joined: WorkLine = {
    ...rest,
    text: previous.text + glue + line.text,
    box: unionBox(previous.box, line.box),
  };
  return {
    lines: lines.toSpliced(index - 1, 2, joined),
    caret: { key: joined.key, at: previous.text.length + glue.length },
  };
}

function needsSpace(before: string, after: string): boolean {
  return before !== '' && after !== '' && !/\s$/.test(before) && !/^\s/.test(after);
}

export function unionBox(a: Box | null, b: Box | null): Box | null {
  if (!a || !b) return a ?? b;
  const x = Math.min(a[0], b[0]);
  const y = Math.min(a[1], b[1]);
  return [x, y, Math.max(a[0] + a[2], b[0] + b[2]) - x, Math.max(a[1] + a[3], b[1] + b[3]) - y];
}

/** An empty line after the named one, or at the end where `after` is null. */
export function addLine(lines: WorkLines, after: string | null): Outcome {
  const at = after === null ? lines.length : indexOfKey(lines, after) + 1;
  const line: WorkLine = { key: newKey(), text: '', box: null };
  return { lines: lines.toSpliced(at, 0, line), caret: { key: line.key, at: 0 } };
}

/** Takes a line out; the caret goes to the line that takes its place, or to the last one. */
export function deleteLine(lines: WorkLines, key: string): Outcome {
  const index = indexOfKey(lines, key);
  if (index === -1) return { lines, caret: { key, at: 0 } };
  const rest = lines.toSpliced(index, 1);
  const neighbour = rest[Math.min(index, rest.length - 1)];
  return { lines: rest, caret: { key: neighbour?.key ?? '', at: 0 } };
}

/** Moves a line up (-1) or down (+1) in the reading order. */
export function moveLine(lines: WorkLines, key: string, by: -1 | 1): WorkLines {
  const index = indexOfKey(lines, key);
  const line = lines[index];
  if (!line || index + by < 0 || index + by >= lines.length) return lines;
  return lines.toSpliced(index, 1).toSpliced(index + by, 0, line);
}

/** Puts pasted text in place of the selection: each further line of it becomes a line of its own. */
export function pasteLines(
  lines: WorkLines,
  key: string,
  start: number,
  end: number,
  pasted: string,
): Outcome {
  const index = indexOfKey(lines, key);
  const line = lines[index];
  const parts = pasted.split(/\r\n|[\r\n\u2028\u2029]/);
  while (parts.length > 1 && parts.at(-1)!.trim() === '') parts.pop();
  const head = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!line) return { lines, caret: { key, at: start } };
  const before = line.text.slice(0, start);
  const after = line.text.slice(end);
  if (parts.length === 1) {
    return { lines: editText(lines, key, before + head + after), caret: { key, at: start + head.length } };
  }
  const edited = editText(lines, key, before + head);
  const added = parts.slice(1).map((text, at, all): WorkLine => {
    return { key: newKey(), text: at === all.length - 1 ? text + after : text, box: null };
  });
  return {
    lines: edited.toSpliced(index + 1, 0, ...added),
    caret: { key: added.at(-1)!.key, at: last.length },
  };
}
