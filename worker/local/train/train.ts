import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { arabicLines } from './arabic-lines.ts';
import { cyrillicLines } from './cyrillic-lines.ts';
import { makePairs } from './pairs.ts';
import { chance } from './random.ts';
import { CHUNK_LINES, CHUNKS_KEPT, GOING_ON_RATE, type Recipe } from './recipe.ts';
import { renderTraining, type TextLine } from './render.ts';
import { freeze, makeBeginning, makeStarter, paths } from './tesseract-tools.ts';

export interface TrainingOptions {
  /** Working folder; what is in it is gone on with. */
  work: string;
  /** Where the packages with texts are unpacked. */
  root: string;
  /** The integer model to begin from. */
  from: string;
  /** Whether `from` is one of our own models, which is gone on with at a lower rate. */
  goesOn: boolean;
  /** So many units the last LSTM layer keeps, where it has more. */
  units?: number;
  /** The learning rate throughout, where it is not the recipe's. */
  rate?: number;
  /** Lines to train on in all, counting those of runs before. */
  lines: number;
  /** Folders of line images with texts (`NAME.gt.txt`), as the service exports them. */
  pairs: readonly string[];
}

/** What a round has come to. */
export interface Round {
  lines: number;
  /** The model of integers that the round ended with. */
  model: string;
}

/**
 * Trains in rounds of a chunk of lines each, and yields the model after every round. It may be killed at any time:
 * the next run goes on from the last checkpoint, with the same data, because each chunk has its own seed.
 */
export function* trainInRounds(recipe: Recipe, options: TrainingOptions): Generator<Round> {
  const { work } = options;
  const { data, checkpoints, checkpoint } = paths(work, recipe);
  mkdirSync(data, { recursive: true });
  mkdirSync(checkpoints, { recursive: true });
  makeStarter(work, recipe);
  const pairs = makePairs(recipe, options.pairs, data);
  let nextLine: ((by: ReturnType<typeof chance>) => TextLine) | undefined;
  const chunk = (seed: number) => {
    const file = join(data, `${seed}.lstmf`);
    if (existsSync(file)) return;
    nextLine ??= recipe.script === 'Arab' ? arabicLines(options.root) : cyrillicLines(options.root);
    const by = chance(seed);
    renderTraining(
      Array.from({ length: CHUNK_LINES }, () => nextLine!(by)),
      { script: recipe.script, seed, file },
    );
  };
  chunk(recipe.seed);
  if (!existsSync(checkpoint)) makeBeginning(work, recipe, options.from, options.units);
  for (let lines = trainedLines(work); lines < options.lines;) {
    const round = Math.floor(lines / CHUNK_LINES);
    chunk(recipe.seed + round);
    prune(data, recipe.seed + round);
    const list = join(work, 'list.txt');
    const rendered = readdirSync(data).filter((name) => /^\d+\.lstmf$/.test(name));
    writeFileSync(list, [...rendered.map((name) => join(data, name)), ...pairs].join('\n') + '\n');
    lines = Math.min(options.lines, (round + 1) * CHUNK_LINES);
    trainUntil(recipe, { work, list, lines, rate: options.rate ?? rateOf(recipe, options.goesOn, lines) });
    const model = join(work, `${recipe.model}.${lines}.traineddata`);
    freeze(work, recipe, model);
    writeFileSync(join(work, 'lines'), String(lines));
    yield { lines, model };
  }
}

/** How many lines the training in a folder has come to. */
function trainedLines(work: string): number {
  const file = join(work, 'lines');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}

function rateOf({ rates }: Recipe, goesOn: boolean, lines: number): number {
  return goesOn ? GOING_ON_RATE : rates.find(({ untilLines }) => lines <= untilLines)!.rate;
}

function trainUntil(
  recipe: Recipe,
  { work, list, lines, rate }: { work: string; list: string; lines: number; rate: number },
): void {
  const { starter, begin, checkpoint, checkpoints, log } = paths(work, recipe);
  const from = existsSync(checkpoint) ? [checkpoint, '--reset_learning_rate'] : [begin];
  const out = openSync(log, 'a');
  const parameters = [
    '--model_output',
    join(checkpoints, recipe.model),
    '--continue_from',
    ...from,
    '--learning_rate',
    String(rate),
    '--traineddata',
    starter,
    '--train_listfile',
    list,
    '--max_iterations',
    String(lines),
    '--target_error_rate',
    '0.0001',
  ];
  const { status, error } = spawnSync('lstmtraining', parameters, {
    stdio: ['ignore', out, out],
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  closeSync(out);
  if (error) throw error;
  if (status !== 0 || !existsSync(checkpoint))
    throw new Error(`lstmtraining ended with ${status}; see ${log}.`);
  // Beside the last checkpoint lstmtraining keeps each that was the best on its own data, which misleads.
  for (const name of readdirSync(checkpoints))
    if (name.endsWith('.checkpoint')) rmSync(join(checkpoints, name));
  appendFileSync(log, `--- ${lines} lines, rate ${rate}\n`);
}

/** Old chunks make room for new ones; the first stays, because a new beginning needs it. */
function prune(data: string, newest: number): void {
  const seeds = readdirSync(data).flatMap((name) => /^(\d+)\.lstmf$/.exec(name)?.[1] ?? []);
  for (const seed of seeds.map(Number).filter((each) => each <= newest - CHUNKS_KEPT))
    rmSync(join(data, `${seed}.lstmf`));
}
