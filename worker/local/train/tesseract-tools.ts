import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Recipe, TRAINING } from './recipe.ts';
import { PYTHON } from './render.ts';
import { seedLetters } from './seed-letters.ts';

/** Runs a program to its end. @throws Error with what it wrote when it fails */
function run(program: string, parameters: readonly string[]): void {
  execFileSync(program, parameters, {
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 26,
    // Python would leave what it compiled beside the scripts.
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
}

/** Where the files of a training lie in its working folder. */
export function paths(work: string, { model }: Recipe) {
  return {
    /** The model without a network: alphabet and recoder. */
    starter: join(work, 'starter', model, `${model}.traineddata`),
    alphabet: join(work, 'starter', model, `${model}.unicharset`),
    /** The network to begin with, in floating point. */
    begin: join(work, 'begin.lstm'),
    checkpoint: join(work, 'checkpoints', `${model}_checkpoint`),
    checkpoints: join(work, 'checkpoints'),
    data: join(work, 'data'),
    log: join(work, 'training.log'),
  };
}

/** Makes the starter model from the alphabet in fixtures/training. */
export function makeStarter(work: string, recipe: Recipe): void {
  const { starter } = paths(work, recipe);
  if (existsSync(starter)) return;
  mkdirSync(join(work, 'starter'), { recursive: true });
  const letters = join(work, 'starter', 'letters');
  run('unicharset_extractor', [
    '--output_unicharset',
    letters,
    '--norm_mode',
    String(recipe.normalisation),
    join(TRAINING, `${recipe.script}.chars`),
  ]);
  run('combine_lang_model', [
    '--input_unicharset',
    letters,
    '--script_dir',
    join(TRAINING, 'langdata'),
    '--lang',
    recipe.model,
    ...(recipe.rightToLeft ? ['--lang_is_rtl'] : []),
    '--pass_through_recoder',
    '--output_dir',
    join(work, 'starter'),
    '--version_str',
    recipe.model,
  ]);
}

/**
 * Makes the network to begin with: an integer model in floating point, its last layer made over to our alphabet,
 * and letters that it did not have begun from letters that look like them.
 * @param model a `.traineddata`, gzipped or not
 */
export function makeBeginning(work: string, recipe: Recipe, model: string, units?: number): void {
  const { begin, starter, alphabet } = paths(work, recipe);
  if (existsSync(begin)) return;
  const at = (name: string) => join(work, 'starter', name);
  const bytes = readFileSync(model);
  writeFileSync(at('old.traineddata'), model.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  run('combine_tessdata', ['-u', at('old.traineddata'), at('old.')]);
  run(PYTHON, [
    join(TRAINING, 'dequantise.py'),
    at('old.lstm'),
    at('old.float.lstm'),
    ...(units === undefined ? [] : ['--units', String(units)]),
  ]);
  // lstmtraining itself finds the new place of each letter; one line does it.
  const one = join(work, 'one.txt');
  writeFileSync(one, `${firstChunk(work, recipe)}\n`);
  run('lstmtraining', [
    '--model_output',
    at('remapped'),
    '--continue_from',
    at('old.float.lstm'),
    '--old_traineddata',
    at('old.traineddata'),
    '--traineddata',
    starter,
    '--train_listfile',
    one,
    '--max_iterations',
    '1',
    '--learning_rate',
    '0.00001',
  ]);
  run('lstmtraining', [
    '--stop_training',
    '--continue_from',
    at('remapped_checkpoint'),
    '--traineddata',
    starter,
    '--model_output',
    at('remapped.traineddata'),
  ]);
  run('combine_tessdata', ['-e', at('remapped.traineddata'), at('remapped.lstm')]);
  const letters = unichars(alphabet);
  const known = new Set(unichars(at('old.lstm-unicharset')));
  const seeded = seedLetters(readFileSync(at('remapped.lstm')), letters, (letter) => known.has(letter));
  writeFileSync(`${begin}.part`, seeded);
  renameSync(`${begin}.part`, begin);
}

/** The training data of the first seed, which is always there when a network is begun. */
export function firstChunk(work: string, recipe: Recipe): string {
  return join(paths(work, recipe).data, `${recipe.seed}.lstmf`);
}

/** The letters of a unicharset file, in the order of the network's outputs. */
function unichars(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(' ')[0] ?? '');
}

/**
 * The average of what several trainings have come to, which began from the same network, as a model of integers.
 * @param works their working folders
 */
export function averageModels(works: readonly string[], recipe: Recipe, out: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'qalam-average-'));
  try {
    const { starter } = paths(works[0] ?? '', recipe);
    const networks = works.map((work, index) => {
      const model = join(folder, `${index}.traineddata`);
      stopTraining(work, recipe, model);
      const network = join(folder, `${index}.lstm`);
      run('combine_tessdata', ['-e', model, network]);
      return network;
    });
    // combine_tessdata tells by the end of its name what a file is.
    const network = join(folder, `${recipe.model}.lstm`);
    run(PYTHON, [join(TRAINING, 'average.py'), network, ...networks]);
    copyFileSync(starter, out);
    run('combine_tessdata', ['-o', out, network]);
    run('combine_tessdata', ['-c', out]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The checkpoint as a model of integers, as the service loads it. */
export function freeze(work: string, recipe: Recipe, out: string): void {
  stopTraining(work, recipe, out, '--convert_to_int');
}

function stopTraining(work: string, recipe: Recipe, out: string, ...options: string[]): void {
  const { checkpoint, starter } = paths(work, recipe);
  rmSync(out, { force: true });
  run('lstmtraining', [
    '--stop_training',
    ...options,
    '--continue_from',
    checkpoint,
    '--traineddata',
    starter,
    '--model_output',
    out,
  ]);
}
