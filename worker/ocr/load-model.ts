import { OcrError } from './errors.ts';
import { type ModelName, modelAssetPath } from './models.ts';

/** A model out of the Static Assets. @throws OcrError `model-missing` */
export async function loadModel(assets: { fetch: (request: Request) => Promise<Response> }, name: ModelName) {
  const response = await assets.fetch(new Request(`https://assets.local${modelAssetPath(name)}`));
  // The assets answer an unknown path with the web UI's page.
  if (!response.ok || (response.headers.get('content-type') ?? '').includes('text/html')) {
    throw new OcrError('model-missing', `The model ${name} is not among the assets.`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
