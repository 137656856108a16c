/**
 * Three-way merge of a page, line by line: `base` is what both began from, `mine` what was to be saved,
 * `theirs` what somebody saved meanwhile. What only one side changed is taken; where both did, a person chooses.
 */
import { newKey, sameBox, type WorkLine, type WorkLines } from './lines.ts';

export type Side = 'mine' | 'theirs';

export interface MergeRow {
  /** Names the row in the view. */
  key: string;
  base: WorkLine | null;
  /** null: the line was taken out (or is not there) on that side. */
  mine: WorkLine | null;
  theirs: WorkLine | null;
  /** What is taken unless a person says otherwise; null where both changed the line and must be asked. */
  proposal: Side | null;
}

/** A person's choice for a row: a side, or a text of their own. */
export type Choice = Side | { text: string };

/** Every line of either side once, in reading order. */
export function mergeLines(base: WorkLines, mine: WorkLines, theirs: WorkLines): MergeRow[] {
  const baseOf = indexByName(base);
  const mineOf = indexByName(mine);
  const theirsOf = indexByName(theirs);
  const order = weave(skeleton(base, mine, theirs), namesOf(mine), namesOf(theirs));
  return order.flatMap((name) => {
    const row = {
      key: name,
      base: baseOf.get(name) ?? null,
      mine: mineOf.get(name) ?? null,
      theirs: theirsOf.get(name) ?? null,
    };
    if (!row.mine && !row.theirs) return [];
    return [{ ...row, proposal: propose(row) }];
  });
}

function propose({ base, mine, theirs }: Omit<MergeRow, 'key' | 'proposal'>): Side | null {
  if (sameLine(mine, theirs)) return 'theirs';
  // A line that only one side has added; where the base is not known and they differ, a person decides.
  if (!base) return mine && theirs ? null : mine ? 'mine' : 'theirs';
  if (sameLine(mine, base)) return 'theirs';
  if (sameLine(theirs, base)) return 'mine';
  // Only the box differs: the text is what matters, and the newest box is as good.
  if (mine && theirs && mine.text === theirs.text) return 'mine';
  return null;
}

function sameLine(a: WorkLine | null, b: WorkLine | null): boolean {
  if (a === null || b === null) return a === b;
  return a.text === b.text && sameBox(a.box, b.box);
}

/** Rows whose choice is still open. */
export function openRows(rows: readonly MergeRow[], choices: ReadonlyMap<string, Choice>): MergeRow[] {
  return rows.filter((row) => row.proposal === null && !choices.has(row.key));
}

/** The merged page, to be saved on top of `theirs`: ids that they no longer have are left out. */
export function mergedLines(
  rows: readonly MergeRow[],
  choices: ReadonlyMap<string, Choice>,
  theirs: WorkLines,
): WorkLines {
  const known = new Set(theirs.map((line) => line.id));
  return rows.flatMap((row) => {
    const line = chosenLine(row, choices.get(row.key) ?? row.proposal ?? 'mine');
    if (!line) return [];
    if (line.id === undefined || known.has(line.id)) return [line];
    const { id: _, ...rest } = line;
    return [rest];
  });
}

function chosenLine(row: MergeRow, choice: Choice): WorkLine | null {
  if (choice === 'mine') return row.mine;
  if (choice === 'theirs') return row.theirs;
  const model = row.mine ?? row.theirs;
  const { confidence: _, ...rest } = model ?? { key: newKey(), text: '', box: null };
  return { ...rest, text: choice.text, box: row.mine?.box ?? row.theirs?.box ?? null };
}

/** Lines are the same line by the service's id; a line that has none yet is only itself. */
function nameOf(line: WorkLine): string {
  return line.id ?? line.key;
}

function namesOf(lines: WorkLines): string[] {
  return lines.map(nameOf);
}

function indexByName(lines: WorkLines): Map<string, WorkLine> {
  return new Map(lines.map((line) => [nameOf(line), line]));
}

/** The order to follow: theirs, since it is saved, unless only mine has changed it. */
function skeleton(base: WorkLines, mine: WorkLines, theirs: WorkLines): string[] {
  const inMine = new Set(namesOf(mine));
  const inTheirs = new Set(namesOf(theirs));
  const common = new Set(namesOf(base).filter((name) => inMine.has(name) && inTheirs.has(name)));
  const orderOf = (lines: WorkLines) =>
    namesOf(lines)
      .filter((name) => common.has(name))
      .join('\n');
  const theyKeptOrder = orderOf(base) === orderOf(theirs);
  return namesOf(theyKeptOrder ? mine : theirs);
}

/** Adds what `order` lacks, each after the line that it follows on its own side. */
function weave(order: readonly string[], ...sides: string[][]): string[] {
  let woven = [...order];
  for (const side of sides) {
    const standing = new Set(woven);
    let after: string | undefined;
    for (const name of side) {
      if (!standing.has(name)) {
        const at = after === undefined ? 0 : woven.indexOf(after) + 1;
        woven = woven.toSpliced(at, 0, name);
        standing.add(name);
      }
      after = name;
    }
  }
  return woven;
}
