/**
 * What a draft says: only what differs from the revision that it began from. A few hundred bytes are written in the
 * moment of a key press, on a page of hundreds of lines; and no revision is ever deleted, so the rest can be had again.
 */
import { sameBox, type WorkLine, type WorkLines } from './lines.ts';

export interface DraftText {
  /** Lines that are new or say something else. */
  changed: WorkLines;
  /** All lines in their order, by name; missing where the order is that of the revision. */
  order?: readonly string[];
}

export function draftTextOf(base: WorkLines, lines: WorkLines): DraftText {
  const known = new Map(base.map((line) => [nameOf(line), line]));
  const changed = lines.filter((line) => !sameLine(line, known.get(nameOf(line))));
  const inOrder =
    lines.length === base.length && lines.every((line, at) => nameOf(line) === nameOf(base[at]!));
  return inOrder ? { changed } : { changed, order: lines.map(nameOf) };
}

/** The lines again. A name that neither side knows any more has no line. */
export function linesOfDraft(base: WorkLines, { changed, order }: DraftText): WorkLines {
  const lines = new Map([...base, ...changed].map((line) => [nameOf(line), line]));
  return (order ?? base.map(nameOf)).flatMap((name) => lines.get(name) ?? []);
}

/** By the service's id: keys are of one window, and the base is read anew in the next one. */
export function nameOf(line: WorkLine): string {
  return line.id ?? line.key;
}

function sameLine(line: WorkLine, other: WorkLine | undefined): boolean {
  if (line === other) return true;
  return (
    other !== undefined &&
    line.text === other.text &&
    line.confidence === other.confidence &&
    sameBox(line.box, other.box)
  );
}
