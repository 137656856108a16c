import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TRAINING = fileURLToPath(new URL('../../../fixtures/training/', import.meta.url));
/** Debian's own Python has the packages that render.py wants; another one before it in PATH may not. */
export const PYTHON = '/usr/bin/python3';

export type Script = 'Cyrl' | 'Arab';

export interface TextLine {
  text: string;
  /** Which kind of writing: some fonts are for some kinds only. */
  kind: string;
}

/** Lines as training data in Tesseract's format (`.lstmf`). The same lines and seed give the same file. */
export function renderTraining(
  lines: readonly TextLine[],
  to: { script: Script; seed: number; file: string },
): void {
  run(lines, [to.script, String(to.seed), to.file]);
}

/** Lines as pictures with their texts beside them, mildly worn, in one font that is never trained on. */
export function renderImages(
  lines: readonly TextLine[],
  to: { script: Script; seed: number; font: string; out: string },
): void {
  run(lines, [to.script, String(to.seed), to.out, '--images', '--mild', '--only', to.font]);
}

/** Pictures of lines with their texts as training data, unchanged. */
export function renderPairs(
  pairs: readonly { picture: string; text: string }[],
  to: { script: Script; file: string },
): void {
  run(pairs, [to.script, '0', to.file, '--pairs']);
}

function run(lines: readonly object[], parameters: readonly string[]): void {
  const { status, error, stdout, stderr } = spawnSync(
    PYTHON,
    [`${TRAINING}render.py`, `${TRAINING}fonts.json`, ...parameters],
    {
      input: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
      encoding: 'utf8',
      env: { ...process.env, OMP_NUM_THREADS: '1' },
    },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`render.py ended with ${status}:\n${stderr}`);
  process.stdout.write(stdout);
}
