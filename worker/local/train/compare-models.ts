import { addCounts, countAllErrors, percent } from '../measure/error-rates.ts';
import { readNatively } from '../measure/native-tesseract.ts';
import { folderOf, itemsOf, TEST_SETS, type TestItem } from '../measure/test-sets.ts';
import { splitPairs } from './pairs.ts';
import type { Recipe } from './recipe.ts';

/** Letters or words wrong, in per cent, of one set; `old` is missing where there is no model to compare with. */
export interface Compared {
  set: string;
  /** How many were read, of what is counted. */
  of: number;
  by: 'letters' | 'words';
  old?: number;
  new: number;
}

/** A rate within this of the old one, in percentage points, counts as no worse: a letter in a thousand, a word in two hundred. */
const TOLERANCE = { letters: 0.1, words: 0.5 };
/** So many letters or words more are chance, however small the set. */
const CHANCE = 2;

/**
 * Measures models on the held-out lines and pages (those in columns by their words in any order): the sets in the repository, those in QALAM_SETS when it is
 * set, and the pairs that were held out of training.
 */
export function compareModels(
  recipe: Recipe,
  models: { old?: string; new: string },
  { pairs, most }: { pairs: readonly string[]; most: number },
): Compared[] {
  const held = splitPairs(pairs).held;
  const sets: { name: string; psm: number; by?: 'words'; items: TestItem[] }[] = TEST_SETS.filter(
    ({ script }) => script === recipe.script,
  ).flatMap((set) => {
    const found = folderOf(set);
    return 'folder' in found ? [{ ...set, items: itemsOf(found.folder, most) }] : [];
  });
  if (held.length > 0) sets.push({ name: 'accepted lines held out', psm: 7, items: held });
  return sets.map(({ name, psm, by = 'letters' as const, items }): Compared => {
    const rate = (model: string) => {
      const texts = readNatively(
        items.map(({ picture }) => picture),
        model,
        psm,
      );
      const { letterErrors, letters, bagErrors, words } = addCounts(
        items.map(({ reference }, at) => countAllErrors(reference, texts[at] ?? '')),
      );
      return by === 'words'
        ? { rate: percent(bagErrors, words), of: words }
        : { rate: percent(letterErrors, letters), of: letters };
    };
    const { rate: now, of } = rate(models.new);
    return { set: name, of, by, new: now, ...(models.old ? { old: rate(models.old).rate } : {}) };
  });
}

/** The sets on which the new model is worse than the old. */
export function worseOn(compared: readonly Compared[]): Compared[] {
  return compared.filter((row) => row.old !== undefined && isWorse(row, row.old));
}

function isWorse({ of, by, new: now }: Compared, old: number): boolean {
  return now > old + TOLERANCE[by] && Math.round(((now - old) * of) / 100) > CHANCE;
}

/** A table for people. */
export function formatCompared(compared: readonly Compared[]): string {
  const rows = compared.map((row) => [
    row.set,
    `${row.of} ${row.by}`,
    row.old === undefined ? '–' : `${row.old.toFixed(2)} %`,
    `${row.new.toFixed(2)} %`,
    row.old === undefined ? '' : worseOn([row]).length > 0 ? 'WORSE' : 'no worse',
  ]);
  const all = [['set', 'of', 'old', 'new', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
