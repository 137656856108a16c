import { readFileSync } from 'node:fs';
import { startOcrWorkerd } from '../bench/ocr-workerd.ts';
import { addCounts, countAllErrors, type ErrorCounts, percent } from '../measure/error-rates.ts';
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

interface Measured {
  name: string;
  by: Compared['by'];
  items: TestItem[];
}

/**
 * Measures models on the held-out lines and pages (those whose reference modernises by their words in any order): the
 * sets in the repository, those in QALAM_SETS when it is set, and the pairs that were held out of training. They are
 * read as the service reads, in workerd: its clean-up halves the errors of some models and not of others.
 */
export async function compareModels(
  recipe: Recipe,
  models: { old?: string; new: string },
  { pairs, most }: { pairs: readonly string[]; most: number },
): Promise<Compared[]> {
  const held = splitPairs(pairs).held;
  const sets = TEST_SETS.filter(({ script }) => script === recipe.script).flatMap((set): Measured[] => {
    const found = folderOf(set);
    if (!('folder' in found)) return [];
    return [{ name: set.name, by: set.by ?? 'letters', items: itemsOf(found.folder, most) }];
  });
  if (held.length > 0) sets.push({ name: 'accepted lines held out', by: 'letters', items: held });
  const old = models.old === undefined ? undefined : await readSets(recipe, sets, models.old);
  const now = await readSets(recipe, sets, models.new);
  return sets.map(({ name, by }, at): Compared => {
    const { rate, of } = now[at]!;
    const before = old?.[at];
    return { set: name, of, by, new: rate, ...(before && { old: before.rate }) };
  });
}

/** Of each set, how many letters or words there are and what share of them, in per cent, was read wrong. */
async function readSets(
  { model }: Recipe,
  sets: readonly Measured[],
  file: string,
): Promise<{ rate: number; of: number }[]> {
  const workerd = await startOcrWorkerd({ [model]: file });
  try {
    const measured: { rate: number; of: number }[] = [];
    for (const { by, items } of sets) {
      const counts: ErrorCounts[] = [];
      for (const { picture, reference } of items) {
        const { lines } = await workerd.read(readFileSync(picture), [model]);
        counts.push(countAllErrors(reference, lines.map(({ text }) => text).join('\n')));
      }
      const { letterErrors, letters, bagErrors, words } = addCounts(counts);
      measured.push(
        by === 'words'
          ? { rate: percent(bagErrors, words), of: words }
          : { rate: percent(letterErrors, letters), of: letters },
      );
    }
    return measured;
  } finally {
    await workerd.stop();
  }
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
