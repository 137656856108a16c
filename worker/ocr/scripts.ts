/** Which script models read, and which models read the other. */
import { MODELS, type ModelName } from './models.ts';

/** What a block is read with that is in the other script than its page. */
const BEST: Record<'Cyrl' | 'Arab', ModelName[]> = { Cyrl: ['qalam_cyrl'], Arab: ['qalam_arab'] };

export function scriptOf(models: readonly ModelName[]): 'Cyrl' | 'Arab' {
  const arabic = models.every((name) =>
    MODELS.some((model) => model.name === name && model.scripts.includes('Arab')),
  );
  return arabic ? 'Arab' : 'Cyrl';
}

export function otherModelsOf(models: readonly ModelName[]): ModelName[] {
  return BEST[scriptOf(models) === 'Arab' ? 'Cyrl' : 'Arab'];
}

/** The models for a script that a person named: those of the issue where they are of that script. */
export function modelsForScript(script: 'Cyrl' | 'Arab', own: ModelName[]): ModelName[] {
  return scriptOf(own) === script ? own : BEST[script];
}

/** What reads Arabic, the language, better than our own model of its script does (fixtures/models/README.md). */
export const ARABIC_MODELS: ModelName[] = ['ara'];

export function readsRightToLeft(models: readonly ModelName[]): boolean {
  return scriptOf(models) === 'Arab';
}
