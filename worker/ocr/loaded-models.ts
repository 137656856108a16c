import type { LoadedModel } from './engine.ts';
import { OcrError } from './errors.ts';
import type { ModelName } from './models.ts';
import { unzipModel } from './unzip-model.ts';

/** Gets a model's .traineddata file, gzipped or not. */
export type FetchModel = (name: ModelName) => Promise<Uint8Array>;

const hashes = new Map<ModelName, string>();

/** SHA-256 of a model that was loaded. */
export function hashOf(name: ModelName): string {
  return hashes.get(name) ?? '';
}

/** Models as the engine takes them. @throws OcrError `model-missing` */
export function modelLoader(fetchModel: FetchModel): (name: ModelName) => Promise<LoadedModel> {
  return async (name) => {
    let file: Uint8Array;
    try {
      file = await fetchModel(name);
    } catch (error) {
      if (error instanceof OcrError) throw error;
      throw new OcrError('model-missing', `The model ${name} cannot be loaded.`, { cause: error });
    }
    const data = await unzipModel(name, file);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
    hashes.set(name, Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    return { name, data };
  };
}
