/** What a save may make of a page's lines. */
import { checkText, normaliseText } from './text/check-text.ts';

/** x, y, width and height in whole pixels of the original scan. */
type Box = [x: number, y: number, width: number, height: number];

export interface TranscriptionLine {
  id: string;
  text: string;
  box: Box | null;
  /** 0–100, of the OCR; absent where a person wrote the line. */
  confidence?: number | undefined;
}

/** A line as it is sent. */
export interface LineInput {
  /** Of a line of the revision that was edited; another, or none, makes a new line. */
  id?: string | undefined;
  text: string;
  /** Left out: as before, or none for a new line. Null: none. */
  box?: readonly number[] | null | undefined;
}

export interface LineLimits {
  /** Size of the scan in pixels. */
  width: number;
  height: number;
  /** Where the shape of the request has not seen to it. */
  maxLines?: number;
  /** In UTF-16 code units. */
  maxTextLength?: number;
}

interface LineProblem {
  /** From the body of the request: `['lines', 3, 'text']`. */
  path: (string | number)[];
  code: string;
  message: string;
}

export type PreparedLines = { lines: TranscriptionLine[] } | { problems: LineProblem[] };

/**
 * Turns the lines of a save into those of the new revision, or says everything that is wrong with them.
 *
 * - A line keeps its id, so that tags and history can follow it; a line without one gets one from `newId`.
 *   So does a line with an id that the previous revision does not have (a merged draft was begun on an older
 *   one), because taking it could tie the line to a history that is not its own, and one with an id that
 *   came before in the same save: nothing is lost, and ids stay single.
 * - Texts are stored in NFC and must pass `checkText`; a line that is sent back as it was is not judged again.
 * - The confidence of the OCR stays with a line until its text changes.
 */
export function prepareLines(
  input: readonly LineInput[],
  previous: readonly TranscriptionLine[],
  limits: LineLimits,
  newId: () => string,
): PreparedLines {
  if (limits.maxLines !== undefined && input.length > limits.maxLines) {
    const message = `A page can have ${limits.maxLines} lines; ${input.length} were sent.`;
    return { problems: [{ path: ['lines'], code: 'too-many-lines', message }] };
  }
  const previousById = new Map(previous.map((line) => [line.id, line]));
  const problems: LineProblem[] = [];
  const seen = new Set<string>();
  const lines = input.map((line, index): TranscriptionLine => {
    const was = line.id === undefined || seen.has(line.id) ? undefined : previousById.get(line.id);
    if (was) seen.add(was.id);
    const prepared = prepareLine(line, was, newId);
    const found = [...checkLineText(prepared.text, was, limits), ...checkBox(line.box, was, limits)];
    for (const { path, ...problem } of found) problems.push({ path: ['lines', index, ...path], ...problem });
    return prepared;
  });
  return problems.length > 0 ? { problems } : { lines };
}

/** Whether two versions say the same: the same lines with the same ids, texts and boxes in the same order. */
export function sameLines(a: readonly TranscriptionLine[], b: readonly TranscriptionLine[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, index) => {
      const other = b[index];
      return other?.id === line.id && other.text === line.text && sameBox(line.box, other.box);
    })
  );
}

function prepareLine(
  input: LineInput,
  was: TranscriptionLine | undefined,
  newId: () => string,
): TranscriptionLine {
  const text = normaliseText(input.text);
  const box = input.box === undefined ? (was?.box ?? null) : (input.box as Box | null);
  const line: TranscriptionLine = { id: was?.id ?? newId(), text, box };
  if (was?.confidence !== undefined && was.text === text) line.confidence = was.confidence;
  return line;
}

function checkLineText(text: string, was: TranscriptionLine | undefined, limits: LineLimits): LineProblem[] {
  if (was?.text === text) return [];
  const found = checkText(text, { maxLength: limits.maxTextLength });
  return found.map(({ code, message }) => ({ path: ['text'], code, message }));
}

function checkBox(
  box: LineInput['box'],
  was: TranscriptionLine | undefined,
  limits: LineLimits,
): LineProblem[] {
  if (box == null || (was && sameBox(box, was.box))) return [];
  const [x = NaN, y = NaN, width = NaN, height = NaN] = box;
  if (box.length !== 4 || ![x, y, width, height].every(Number.isSafeInteger)) {
    const message = 'A box is four whole numbers: x, y, width and height in pixels of the scan.';
    return [{ path: ['box'], code: 'invalid-box', message }];
  }
  if (width < 1 || height < 1) {
    return [{ path: ['box'], code: 'empty-box', message: 'A box is at least one pixel wide and high.' }];
  }
  if (x < 0 || y < 0 || x + width > limits.width || y + height > limits.height) {
    const message = `The box does not lie within the scan, which is ${limits.width} × ${limits.height} pixels.`;
    return [{ path: ['box'], code: 'box-outside-scan', message }];
  }
  return [];
}

function sameBox(a: readonly number[] | null, b: readonly number[] | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
