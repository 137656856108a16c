import { Engine } from './engine.ts';
import { OcrError } from './errors.ts';

// One Tesseract in an isolate, reused, and one page at a time: engines made per page piled up to hundreds of
// megabytes before they were collected.

let engine: Engine | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` with the isolate's engine after all earlier work is done; its models are those of that work.
 * An engine that failed in any way is let go: after a trap or a failed allocation its heap is not to be trusted.
 */
export function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const result = last.then(async () => {
    try {
      return await work((engine ??= await Engine.start()));
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
