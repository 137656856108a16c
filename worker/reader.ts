/** The Worker that only reads pages (see ocr/remote-reader.ts). It has the models, and no database and no store. */
import { loadModel } from './ocr/load-model.ts';
import type { FetchModel } from './ocr/loaded-models.ts';
import { answerReader } from './ocr/remote-reader.ts';
import { TILE_PATH, answerTile } from './ocr/remote-tile.ts';

interface ReaderEnv {
  ASSETS: Fetcher;
  /** The API, for the scans. */
  API: Fetcher;
}

export default {
  fetch(request, env, ctx) {
    const fetchModel: FetchModel = (name) => loadModel(env.ASSETS, name);
    if (new URL(request.url).pathname === TILE_PATH) return answerTile(request, fetchModel);
    return answerReader(request, env.API, fetchModel, (promise) => ctx.waitUntil(promise));
  },
} satisfies ExportedHandler<ReaderEnv>;
