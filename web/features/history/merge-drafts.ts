/** Somebody saved meanwhile: their changes and mine together, three ways from the record that both began with. */

/**
 * A record while it is written: its parts are rows with a key of their own, texts by language (or another name), or
 * one text.
 */
export type Draft = { [part: string]: readonly KeyedRow[] | Readonly<Record<string, string>> | string };

interface KeyedRow {
  key: string;
  id?: string;
}

/** Both changed it, differently; mine stands in the merged draft. */
export interface DraftConflict {
  part: string;
  /** Of the row, or the language; absent where the part is one text. */
  key?: string;
  /** Theirs, as it would stand in the draft; undefined where they took the row away. */
  theirs: unknown;
}

export function mergeDrafts<D extends object>(
  base: D,
  mine: D,
  theirs: D,
): { merged: D; conflicts: DraftConflict[] } {
  const conflicts: DraftConflict[] = [];
  const merge = (part: string) => {
    const [before, own, other] = [base, mine, theirs].map((draft) => (draft as Draft)[part]);
    const found = mergePart(before, own, other);
    conflicts.push(...found.conflicts.map((one) => ({ part, ...one })));
    return found.value;
  };
  const merged = Object.fromEntries(Object.keys(mine).map((part) => [part, merge(part)]));
  return { merged: merged as D, conflicts };
}

/** The draft with theirs in place of mine in one conflict. */
export function takeTheirs<D extends object>(draft: D, { part, key, theirs }: DraftConflict): D {
  const mine = (draft as Draft)[part];
  if (key === undefined || mine === undefined || typeof mine === 'string')
    return { ...draft, [part]: theirs };
  if (!isRows(mine)) return { ...draft, [part]: { ...mine, [key]: theirs ?? '' } };
  const row = theirs as KeyedRow | undefined;
  if (row === undefined) return { ...draft, [part]: mine.filter((one) => one.key !== key) };
  const stands = mine.some((one) => one.key === key);
  return {
    ...draft,
    [part]: stands ? mine.map((one) => (one.key === key ? row : one)) : [...mine, row],
  };
}

type Part = Draft[string] | undefined;
type Merged = { value: Part; conflicts: Omit<DraftConflict, 'part'>[] };

function mergePart(base: Part, mine: Part, theirs: Part): Merged {
  if (isRows(mine)) return mergeRows(isRows(base) ? base : [], mine, isRows(theirs) ? theirs : []);
  if (typeof mine === 'string') {
    if (mine === base) return { value: theirs, conflicts: [] };
    const conflicts = theirs === base || theirs === mine ? [] : [{ theirs }];
    return { value: mine, conflicts };
  }
  return mergeTexts(textsOf(base), textsOf(mine), textsOf(theirs));
}

function mergeRows(
  base: readonly KeyedRow[],
  mine: readonly KeyedRow[],
  theirs: readonly KeyedRow[],
): Merged {
  const [was, own, is] = [base, mine, theirs].map((rows) => new Map(rows.map((row) => [row.key, row])));
  const conflicts: { key: string; theirs: KeyedRow | undefined }[] = [];
  const rows = mine.flatMap((row): KeyedRow[] => {
    const before = was?.get(row.key);
    const other = is?.get(row.key);
    if (before === undefined || same(row, other)) return [row];
    if (same(row, before)) return other ? [other] : [];
    if (other !== undefined && same(other, before)) return [row];
    conflicts.push({ key: row.key, theirs: other });
    if (other !== undefined) return [row];
    // They took it away: what stands here would be a part of its own.
    const { id: _gone, ...anew } = row;
    return [anew];
  });
  for (const row of theirs) {
    if (own?.has(row.key)) continue;
    const before = was?.get(row.key);
    if (before === undefined) rows.push(row);
    else if (!same(before, row)) conflicts.push({ key: row.key, theirs: row });
  }
  return { value: rows, conflicts };
}

type Texts = Readonly<Record<string, string>>;

function mergeTexts(base: Texts, mine: Texts, theirs: Texts): Merged {
  const conflicts: { key: string; theirs: string }[] = [];
  const texts: Record<string, string> = {};
  for (const key of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [before = '', own = '', other = ''] = [base[key], mine[key], theirs[key]];
    const theirsStands = own === before;
    texts[key] = theirsStands ? other : own;
    if (!theirsStands && other !== before && other !== own) conflicts.push({ key, theirs: other });
  }
  return { value: texts, conflicts };
}

function isRows(part: Part): part is readonly KeyedRow[] {
  return Array.isArray(part);
}

function textsOf(part: Part): Texts {
  return part === undefined || typeof part === 'string' || isRows(part) ? {} : part;
}

/** By what is in them: the same fields come in the same order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
