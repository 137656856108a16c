import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { itemsOf, type TestItem } from '../measure/test-sets.ts';
import { type Recipe, TRAINING } from './recipe.ts';
import { renderPairs } from './render.ts';

/** One pair of so many is kept from training, to measure with. */
const HELD_OUT = 10;

/**
 * Accepted lines: pictures with their texts. Which are held out goes by the name alone, so that a line once held
 * out is never trained on when more are exported later.
 * @throws Error when a folder is missing or has no pairs
 */
export function splitPairs(folders: readonly string[]): { train: TestItem[]; held: TestItem[] } {
  const items = folders.flatMap((folder) => {
    if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
    const pairs = itemsOf(folder);
    if (pairs.length === 0) throw new Error(`${folder} has no line images with a NAME.gt.txt beside them.`);
    return pairs;
  });
  const isHeld = ({ picture }: TestItem) =>
    createHash('sha256').update(basename(picture)).digest().readUInt32BE(0) % HELD_OUT === 0;
  return { train: items.filter((item) => !isHeld(item)), held: items.filter(isHeld) };
}

/** The pairs to train on as training data, one file; none gives none. Lines with letters that the alphabet lacks are told and left out. */
export function makePairs(recipe: Recipe, folders: readonly string[], data: string): string[] {
  if (folders.length === 0) return [];
  const letters = new Set(readFileSync(join(TRAINING, `${recipe.script}.chars`), 'utf8').match(/\S/gu));
  const train = splitPairs(folders).train.map((item) => ({
    ...item,
    reference: item.reference.trim().normalize('NFC'),
  }));
  const fit = train.filter(
    ({ reference }) =>
      reference && Array.from(reference).every((letter) => letter === ' ' || letters.has(letter)),
  );
  const strange = train.length - fit.length;
  if (strange > 0)
    console.log(
      `${strange} of ${train.length} pairs left out: empty, or with letters that the alphabet lacks.`,
    );
  if (fit.length === 0) throw new Error('No pair is left to train on.');
  const file = join(data, 'pairs.lstmf');
  renderPairs(
    fit.map(({ picture, reference }) => ({ picture, text: reference })),
    { script: recipe.script, file },
  );
  return [file];
}
