/** What differs between a text and one or two other versions of it: by lines, and word by word where three stand side by side. */
import { type DiffableLine, type LineChange, diffLines, diffWords } from './diff.ts';

export interface Difference<T extends DiffableLine> {
  /** How the text differs from `before`; `same` where only the third version differs. */
  kind: LineChange<T>['kind'];
  /** null: the line is not in that version. */
  now: T | null;
  before: T | null;
  /** Absent where only two versions are compared. */
  third?: T | null;
}

/**
 * Lines of `now` that differ from `before`, or from `third` where there is one, in the order of `now`; lines that were
 * taken out stand where they stood in `before`, those that only `third` has at the end.
 */
export function findDifferences<T extends DiffableLine>(
  now: readonly T[],
  before: readonly T[],
  third?: readonly T[],
): Difference<T>[] {
  const rows = diffLines(before, now);
  if (!third) return rows.filter(({ kind }) => kind !== 'same').map(difference);
  const thirdRows = diffLines(third, now);
  const thirdOf = new Map(thirdRows.flatMap((row) => (row.after ? [[row.after, row.before] as const] : [])));
  const onlyThird = new Set(thirdRows.flatMap((row) => (row.kind === 'removed' ? [row.before] : [])));
  const found = rows.flatMap((row): Difference<T>[] => {
    const beside = row.after ? (thirdOf.get(row.after) ?? null) : takeTwin(row.before, onlyThird);
    const differs = row.kind !== 'same' || beside?.text !== row.after?.text;
    return differs ? [{ ...difference(row), third: beside }] : [];
  });
  const rest = [...onlyThird].map((line) => ({
    kind: 'removed' as const,
    now: null,
    before: null,
    third: line,
  }));
  return [...found, ...rest];
}

function difference<T extends DiffableLine>(row: LineChange<T>): Difference<T> {
  return { kind: row.kind, now: row.after, before: row.before };
}

/** The same line in the third version, which is then no longer one of its own. */
function takeTwin<T extends DiffableLine>(line: T | null, among: Set<T>): T | null {
  if (!line) return null;
  const twin = [...among].find(
    (each) => (each.id !== undefined && each.id === line.id) || each.text === line.text,
  );
  if (twin) among.delete(twin);
  return twin ?? null;
}

export interface SharedWords {
  text: string;
  /** How many of the other versions do not have these words here. */
  missing: number;
}

/**
 * A text cut where others differ from it.
 * @example wordsUnlike('дѣло Алаша', ['дело Алаша', 'дѣло Алаша']) // 'дѣло' is missing in one, ' Алаша' in none
 */
export function wordsUnlike(text: string, others: readonly string[]): SharedWords[] {
  const missing = new Uint8Array(text.length);
  for (const other of others) {
    for (const { start, end } of changedSpans(other, text)) {
      for (let at = start; at < end; at += 1) missing[at]! += 1;
    }
  }
  const parts: SharedWords[] = [];
  for (let start = 0, end = 1; end <= text.length; end += 1) {
    if (end < text.length && missing[end] === missing[start]) continue;
    parts.push({ text: text.slice(start, end), missing: missing[start]! });
    start = end;
  }
  return parts;
}

export interface ChangedSpan {
  /** In UTF-16 code units of the new text; both are the same where words were only taken out. */
  start: number;
  end: number;
  kind: 'changed' | 'added' | 'removed';
}

/** Where words of a new text differ from an old one. */
export function changedSpans(before: string, after: string): ChangedSpan[] {
  const spans: ChangedSpan[] = [];
  let at = 0;
  let removed = false;
  for (const { kind, text } of diffWords(before, after)) {
    if (kind === 'removed') {
      removed = true;
      spans.push({ start: at, end: at, kind: 'removed' });
      continue;
    }
    if (kind === 'added') {
      if (removed) spans.pop();
      spans.push({ start: at, end: at + text.length, kind: removed ? 'changed' : 'added' });
    }
    removed = false;
    at += text.length;
  }
  return spans;
}
