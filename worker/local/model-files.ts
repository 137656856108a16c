import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MODELS, type ModelName } from '../ocr/models.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where each model's file lies before it is copied to the Static Assets. */
export function modelFile(name: ModelName): string {
  const model = MODELS.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`There is no model ${name}.`);
  // The integer version has the same network as Debian's package at half the size of the other.
  return model.file.endsWith('.gz')
    ? join(ROOT, 'node_modules/@tesseract.js-data', name, '4.0.0_best_int', model.file)
    : join(ROOT, 'fixtures/models', model.file);
}

/** Copies all models to `outDir`/models, where `modelAssetPath` expects them. */
export function copyModels(outDir: string): void {
  const target = join(outDir, 'models');
  mkdirSync(target, { recursive: true });
  for (const model of MODELS) copyFileSync(modelFile(model.name), join(target, model.file));
}
