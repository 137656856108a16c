/** What changed between two versions of a text: words within a line, lines within a page. */

export type DiffKind = 'same' | 'added' | 'removed';

export interface DiffPart {
  kind: DiffKind;
  text: string;
}

// A run of letters with their marks, digits or spaces, or any one other character.
const TOKEN = /[\p{L}\p{M}\p{N}\u200c\u200d]+|\s+|./gsu;

/**
 * The words of both texts in order, each marked as standing in both, only in `before` or only in `after`.
 * @example diffWords('дѣло Алаша', 'дело Алаша') // removed 'дѣло', added 'дело', same ' Алаша'
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = before.match(TOKEN) ?? [];
  const b = after.match(TOKEN) ?? [];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return mergeParts([
    ...a.slice(0, start).map((text) => part('same', text)),
    ...diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map((text) => part('same', text)),
  ]);
}

/** By the longest common subsequence; lines are short, so the whole table is kept. */
function diffMiddle(a: readonly string[], b: readonly string[]): DiffPart[] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push(part('same', a[i]!));
      i += 1;
      j += 1;
    } else if (
      j === b.length ||
      (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    ) {
      parts.push(part('removed', a[i]!));
      i += 1;
    } else {
      parts.push(part('added', b[j]!));
      j += 1;
    }
  }
  return parts;
}

function part(kind: DiffKind, text: string): DiffPart {
  return { kind, text };
}

/** Neighbours of one kind become one; a space between two changed words goes with them, which reads better. */
function mergeParts(parts: readonly DiffPart[]): DiffPart[] {
  const merged: DiffPart[] = [];
  for (let index = 0; index < parts.length;) {
    if (parts[index]!.kind === 'same') {
      append(merged, parts[index]!);
      index += 1;
      continue;
    }
    let removed = '';
    let added = '';
    while (index < parts.length) {
      const current = parts[index]!;
      const next = parts[index + 1];
      const bridges = current.kind === 'same' && /^\s+$/.test(current.text) && next && next.kind !== 'same';
      if (current.kind === 'same' && !bridges) break;
      if (current.kind !== 'added') removed += current.text;
      if (current.kind !== 'removed') added += current.text;
      index += 1;
    }
    if (removed !== '') append(merged, part('removed', removed));
    if (added !== '') append(merged, part('added', added));
  }
  return merged;
}

function append(parts: DiffPart[], next: DiffPart): void {
  const last = parts.at(-1);
  if (last?.kind === next.kind) last.text += next.text;
  else parts.push({ ...next });
}

export interface DiffableLine {
  id?: string;
  text: string;
}

export type LineChange<T extends DiffableLine> =
  | { kind: 'same' | 'changed' | 'moved'; before: T; after: T }
  | { kind: 'added'; before: null; after: T }
  | { kind: 'removed'; before: T; after: null };

/**
 * Lines of two revisions beside each other, in the order of `after`; a removed line stands where it stood.
 * Lines belong together by id, else by equal text (after a new reading every id is new), else by place
 * when they are alike.
 */
export function diffLines<T extends DiffableLine>(
  before: readonly T[],
  after: readonly T[],
): LineChange<T>[] {
  const partner = pairById(before, after);
  pairLeftovers(before, after, partner);
  const taken = new Set(partner.values());
  const rows: LineChange<T>[] = [];
  let nextBefore = 0;
  let furthest = -1;
  const flushRemoved = (until: number) => {
    for (; nextBefore < until; nextBefore += 1) {
      if (!taken.has(nextBefore)) rows.push({ kind: 'removed', before: before[nextBefore]!, after: null });
    }
  };
  after.forEach((line, index) => {
    const from = partner.get(index);
    if (from === undefined) {
      rows.push({ kind: 'added', before: null, after: line });
      return;
    }
    flushRemoved(from);
    const old = before[from]!;
    const moved = from < furthest;
    furthest = Math.max(furthest, from);
    rows.push({
      kind: old.text !== line.text ? 'changed' : moved ? 'moved' : 'same',
      before: old,
      after: line,
    });
  });
  flushRemoved(before.length);
  return rows;
}

/** Index in `after` → index in `before`. */
function pairById(before: readonly DiffableLine[], after: readonly DiffableLine[]): Map<number, number> {
  const byId = new Map(
    before.flatMap((line, index) => (line.id === undefined ? [] : [[line.id, index] as const])),
  );
  const partner = new Map<number, number>();
  after.forEach((line, index) => {
    const from = line.id === undefined ? undefined : byId.get(line.id);
    if (from !== undefined) partner.set(index, from);
  });
  return partner;
}

function pairLeftovers(
  before: readonly DiffableLine[],
  after: readonly DiffableLine[],
  partner: Map<number, number>,
): void {
  const taken = new Set(partner.values());
  const free = before.map((_, index) => index).filter((index) => !taken.has(index));
  const open = after.map((_, index) => index).filter((index) => !partner.has(index));
  const pairs = (fits: (a: string, b: string) => boolean) => {
    let from = 0;
    for (const index of open) {
      if (partner.has(index)) continue;
      const reach = free.slice(from, from + 40);
      const hit = reach.find(
        (candidate) => !taken.has(candidate) && fits(before[candidate]!.text, after[index]!.text),
      );
      if (hit === undefined) continue;
      partner.set(index, hit);
      taken.add(hit);
      from = free.indexOf(hit) + 1;
    }
  };
  pairs((a, b) => a === b && a !== '');
  pairs(alike);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Whether two lines share at least half of their words, so that one is likely the other, corrected. */
function alike(a: string, b: string): boolean {
  const words = new Set(wordsOf(a));
  const others = wordsOf(b);
  if (words.size === 0 || others.length === 0) return false;
  const shared = others.filter((word) => words.has(word)).length;
  return shared * 2 >= Math.max(words.size, others.length);
}
