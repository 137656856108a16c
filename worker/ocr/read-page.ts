/** Reading a page from its scan to its lines, in one piece of work. Large pages may be read tile by tile instead. */
import type { Box } from '../domain/picture/grey.ts';
import type { OcrParameters } from '../shapes/ocr.ts';
import { assemblePage } from './assemble-page.ts';
import type { Engine } from './engine.ts';
import { withEngine } from './engine-queue.ts';
import { type FetchModel, modelLoader } from './loaded-models.ts';
import type { ModelName } from './models.ts';
import { type PreparedPage, preparePage } from './prepare/prepare-page.ts';
import type { Probe } from './probe.ts';
import { type TileReading, readTile } from './read-tile.ts';
import type { ReadResult } from './result.ts';
import { ARABIC_MODELS, otherModelsOf, readsRightToLeft } from './scripts.ts';
import type { PageSource } from './source.ts';

export type Progress = (fraction: number, what: string) => void | Promise<void>;

export interface ReadInput {
  bytes: PageSource;
  probe: Probe;
  models: ModelName[];
  /** whether a person chose the models, so that no others are tried */
  chosen?: boolean;
  /** the part of the page that is read, in its own pixels; without it the whole */
  region?: Box | null;
  /** the model's .traineddata file, gzipped or not */
  loadModel: FetchModel;
  /** called between steps with 0–1; awaited, so it may write to the database */
  onProgress?: Progress;
  parameters?: OcrParameters;
}

/** Prepares the page, then does `work` with what was prepared, in the isolate's engine. */
export async function withPreparedPage<T>(
  input: ReadInput,
  work: (engine: Engine, prepared: PreparedPage) => Promise<T>,
): Promise<T> {
  const { models, parameters = {}, chosen = false } = input;
  const script = parameters.script ?? 'auto';
  const load = modelLoader(input.loadModel);
  await input.onProgress?.(0, 'waiting');
  return await withEngine(async (engine) => {
    await input.onProgress?.(0.05, 'decoding');
    const prepared = await preparePage(
      engine,
      {
        source: input.bytes,
        probe: input.probe,
        region: input.region ?? null,
        parameters,
        models,
        otherModels: chosen || script !== 'auto' ? [] : otherModelsOf(models),
        arabicModels: chosen ? [] : ARABIC_MODELS,
        rightToLeft: readsRightToLeft(models),
      },
      load,
    );
    return await work(engine, prepared);
  });
}

/**
 * Reads one page.
 * @throws OcrError with a stable code. A page on which nothing is printed is no error: its notices say so.
 */
export async function readPage(input: ReadInput): Promise<ReadResult> {
  const started = Date.now();
  return await withPreparedPage(input, (engine, prepared) => readPrepared(engine, prepared, input, started));
}

/** Reads the tiles of a prepared page one after the other. @param started when the reading began */
export async function readPrepared(
  engine: Engine,
  { plan, tiles }: PreparedPage,
  { loadModel, onProgress }: Pick<ReadInput, 'loadModel' | 'onProgress'>,
  started: number,
): Promise<ReadResult> {
  const load = modelLoader(loadModel);
  const readings = new Map<number, TileReading>();
  for await (const { index, grey } of tiles()) {
    const tile = plan.tiles[index];
    if (!tile) continue;
    readings.set(index, await readTile(engine, grey, plan, tile, load));
    await onProgress?.(0.2 + (0.78 * readings.size) / plan.tiles.length, 'reading');
  }
  await onProgress?.(1, 'read');
  return assemblePage(plan, readings, usedBy(engine), Date.now() - started);
}

export interface EngineUse {
  engineVersion: string;
  /** peak of the engine's memory */
  wasmBytes: number;
}

/** What a run records of the engine that read. */
export function usedBy(engine: Engine): EngineUse {
  return { engineVersion: engine.version, wasmBytes: engine.wasmBytes };
}
