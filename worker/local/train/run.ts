/**
 * `npm run train -- cyrl|arab [options]`: trains a model, as fixtures/training/README.md describes.
 * `npm run train -- average cyrl|arab WORK WORK… --out FILE`: the average of what several trainings have come to.
 * `npm run train -- promote cyrl|arab FILE [--pairs DIR]`: makes a model the service's, if it is no worse.
 * `npm run train -- test-lines [DIR]`: draws the lines under fixtures/test-lines again.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { debianModel } from '../measure/native-tesseract.ts';
import { compareModels, formatCompared, worseOn } from './compare-models.ts';
import { MODELS_FOLDER, RECIPES, type Recipe } from './recipe.ts';
import { makeTestLines } from './test-lines.ts';
import { averageModels } from './tesseract-tools.ts';
import { findMissing, howToGet } from './tools.ts';
import { trainInRounds } from './train.ts';

const USAGE = `npm run train -- cyrl|arab [--lines N] [--pairs DIR]… [--from FILE|stock] [--units N] [--seed N] [--rate N] [--work DIR] [--root DIR]
npm run train -- average cyrl|arab WORK WORK… --out FILE
npm run train -- promote cyrl|arab FILE [--pairs DIR]…
npm run train -- test-lines [DIR]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lines: { type: 'string', default: '40000' },
    pairs: { type: 'string', multiple: true, default: [] },
    from: { type: 'string' },
    units: { type: 'string' },
    seed: { type: 'string' },
    rate: { type: 'string' },
    out: { type: 'string' },
    work: { type: 'string' },
    root: { type: 'string' },
    most: { type: 'string', default: '100' },
  },
});

const data = process.env.QALAM_DATA ?? '.qalam';
const root = resolve(values.root ?? join(data, 'training/packages'));
const [command, name, ...files] = positionals;
const [file] = files;

if (command === 'test-lines') makeTestLines(resolve(name ?? 'fixtures/test-lines'));
else if (command === 'promote' && file !== undefined) await promote(recipeOf(name), resolve(file));
else if (command === 'average' && files.length > 1 && values.out !== undefined)
  averageModels(
    files.map((work) => resolve(work)),
    recipeOf(name),
    resolve(values.out),
  );
else if (command !== undefined && command in RECIPES) await train(seeded(recipeOf(command)));
else fail(USAGE);

async function train(recipe: Recipe): Promise<void> {
  const missing = findMissing(root);
  const how = howToGet(missing, root);
  if (how) fail(`Something is missing. On Debian, as root:\n${how}`);
  const work = resolve(values.work ?? join(data, 'training', recipe.model));
  const lines = Number(values.lines);
  if (!Number.isInteger(lines) || lines < 1) fail(`--lines ${values.lines} is not a number of lines.`);
  let best: { model: string; rate: number } | undefined;
  for (const round of trainInRounds(recipe, {
    work,
    root,
    ...beginning(recipe),
    ...numbersAsked(),
    lines,
    pairs: values.pairs,
  })) {
    const compared = await compareModels(recipe, { new: round.model }, { pairs: values.pairs, most: 20 });
    const rate = compared.reduce((sum, row) => sum + row.new, 0) / compared.length;
    console.log(
      `\n${round.lines} lines, ${rate.toFixed(2)} % on the average of the sets\n${formatCompared(compared)}`,
    );
    if (best && best.rate <= rate) rmSync(round.model);
    else {
      if (best) rmSync(best.model);
      best = { model: round.model, rate };
    }
  }
  if (best)
    console.log(`\nThe best is ${best.model}. To use it: npm run train -- promote ${command} ${best.model}`);
  else console.log(`${work} has seen ${values.lines} lines already; give more with --lines.`);
}

/** The service's own model unless something else is asked for, because going on is quicker than beginning. */
function beginning(recipe: Recipe): { from: string; goesOn: boolean } {
  const own = join(MODELS_FOLDER, `${recipe.model}.traineddata`);
  if (values.from === undefined && existsSync(own)) return { from: own, goesOn: true };
  const from =
    values.from === undefined || values.from === 'stock' ? debianModel(recipe.stock) : resolve(values.from);
  if (!from)
    fail(`The stock model is missing: apt-get install tesseract-ocr-script-${recipe.script.toLowerCase()}`);
  if (!existsSync(from)) fail(`There is no file ${from}.`);
  return { from, goesOn: false };
}

/** Another learning rate than the recipe's, and a smaller network than the one that is begun from. */
function numbersAsked(): { rate?: number; units?: number } {
  const rate = Number(values.rate ?? 0.5);
  if (!(rate > 0 && rate < 1)) fail(`--rate ${values.rate} is not a number between 0 and 1.`);
  const units = Number(values.units ?? 1);
  if (!Number.isInteger(units) || units < 1) fail(`--units ${values.units} is not a positive whole number.`);
  return { ...(values.rate !== undefined && { rate }), ...(values.units !== undefined && { units }) };
}

/** With data of its own, so that going on does not show a model the lines that it was made from. */
function seeded(recipe: Recipe): Recipe {
  if (values.seed === undefined) return recipe;
  const seed = Number(values.seed);
  if (!Number.isInteger(seed) || seed < 1) fail(`--seed ${values.seed} is not a positive whole number.`);
  return { ...recipe, seed };
}

async function promote(recipe: Recipe, model: string): Promise<void> {
  if (!existsSync(model)) fail(`There is no file ${model}.`);
  const target = join(MODELS_FOLDER, `${recipe.model}.traineddata`);
  const old = existsSync(target) ? { old: target } : {};
  const compared = await compareModels(
    recipe,
    { ...old, new: model },
    { pairs: values.pairs, most: Number(values.most) },
  );
  console.log(formatCompared(compared));
  const worse = worseOn(compared);
  if (worse.length > 0)
    fail(`It is worse on ${worse.map(({ set }) => set).join(', ')}; the old model stays.`);
  copyFileSync(model, target);
  console.log(
    `${target} is the new model. Its size stands in worker/ocr/models.ts, its figures in fixtures/models/README.md.`,
  );
}

function recipeOf(which: string | undefined): Recipe {
  if (which !== 'cyrl' && which !== 'arab') fail(USAGE);
  return RECIPES[which];
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
