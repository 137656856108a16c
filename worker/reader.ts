/** The Worker that only reads pages (see ocr/remote-reader.ts). It has the models, and no database and no store. */
import { loadModel } from './ocr/load-model.ts';
import { answerReader } from './ocr/remote-reader.ts';

interface ReaderEnv {
  ASSETS: Fetcher;
  /** The API, for the scans. */
  API: Fetcher;
}

export default {
  fetch: (request, env, ctx) =>
    answerReader(
      request,
      env.API,
      (name) => loadModel(env.ASSETS, name),
      (promise) => ctx.waitUntil(promise),
    ),
} satisfies ExportedHandler<ReaderEnv>;
