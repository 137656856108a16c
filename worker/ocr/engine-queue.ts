import { Engine, type LoadedModel } from './engine.ts';
import { OcrError } from './errors.ts';

// One Tesseract in an isolate, reused, and one page at a time: engines made per page piled up to hundreds of
// megabytes before they were collected.

let engine: Engine | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` with the isolate's engine, loaded with these models, after all earlier work is done.
 * An engine that failed in any way is let go: after a trap or a failed allocation its heap is not to be trusted.
 */
export function withEngine<T>(
  models: string[],
  loadModel: (name: string) => Promise<LoadedModel>,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const result = last.then(async () => {
    try {
      const ready = (engine ??= await Engine.start());
      if (ready.models !== models.join('+')) ready.loadModels(await Promise.all(models.map(loadModel)));
      return await work(ready);
    } catch (error) {
      engine = null;
      if (error instanceof OcrError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new OcrError(
        'engine-failed',
        `The reading engine stopped (${reason}). Start the reading again.`,
        {
          cause: error,
        },
      );
    }
  });
  last = result.catch(() => {});
  return result;
}
