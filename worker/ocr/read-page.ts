import { stretchContrast } from '../domain/picture/contrast.ts';
import { type Box, collectRows, cropRows, reduceRows, turnGrey, uprightRows } from './decode/rows.ts';
import { openRows } from './decode/open-rows.ts';
import type { Engine, LoadedModel } from './engine.ts';
import { withEngine } from './engine-queue.ts';
import { OcrError } from './errors.ts';
import { parseTsv, type ReadLine } from './lines.ts';
import type { ModelName } from './models.ts';
import { planReading, type ReadingPlan } from './plan.ts';
import type { Probe } from './probe.ts';
import { orderRightToLeft } from './reading-order.ts';
import { holdSmall, type PageSource, readWhole } from './source.ts';
import type { Parameters, ReadResult } from './result.ts';
import { readTiles } from './tiles.ts';
import { unzipModel } from './unzip-model.ts';

export type { Parameters, ReadResult } from './result.ts';

export interface ReadInput {
  bytes: PageSource;
  probe: Probe;
  models: ModelName[];
  /** the part of the page that is read, in its own pixels; without it the whole */
  region?: Box | null;
  /** the model's .traineddata file, gzipped or not */
  loadModel: (name: ModelName) => Promise<Uint8Array>;
  /** called between steps with 0–1; awaited, so it may write to the database */
  onProgress?: (fraction: number, what: string) => void | Promise<void>;
  parameters?: Partial<Parameters>;
}

const hashes = new Map<ModelName, string>();

/**
 * Reads one page.
 * @throws OcrError with a stable code; a page without any text is an error too (`no-text-found`)
 */
export async function readPage(input: ReadInput): Promise<ReadResult> {
  const started = Date.now();
  const { probe, models } = input;
  const progress = input.onProgress ?? (() => {});
  const parameters: Parameters = { pageSegmentation: '3', ...input.parameters };
  const plan = planReading(probe, input.region ?? null);
  await progress(0, 'waiting');

  const load = async (name: string): Promise<LoadedModel> => {
    const data = await loadNamed(name as ModelName, input.loadModel);
    return { name, data };
  };
  const read = await withEngine(models, load, async (engine) => {
    await progress(0.05, 'decoding');
    const lines = await readWithPlan(engine, input, plan, parameters, progress);
    return { lines, engineVersion: engine.version, wasmBytes: engine.wasmBytes };
  });
  if (read.lines.length === 0) {
    throw new OcrError(
      'no-text-found',
      'No text was found on this page. It is ready to be transcribed by hand, or can be read again with another model.',
    );
  }
  const lines = orderRightToLeft(read.lines);
  await progress(1, 'read');
  return {
    ...read,
    lines,
    width: probe.width,
    height: probe.height,
    engine: 'tesseract.js-core',
    models: models.map((name) => ({ name, sha256: hashes.get(name) ?? '' })),
    parameters: {
      pageSegmentation: parameters.pageSegmentation,
      way: plan.way,
      scale: plan.factor,
      contrast: plan.way === 'direct' ? 'as stored' : 'stretched',
      lookAlikes: 'ə ӛ → ә',
    },
    milliseconds: Date.now() - started,
    warnings: warningsFor(probe),
    notices: [],
  };
}

async function readWithPlan(
  engine: Engine,
  input: ReadInput,
  plan: ReadingPlan,
  parameters: Parameters,
  progress: NonNullable<ReadInput['onProgress']>,
): Promise<ReadLine[]> {
  const { probe } = input;
  const source = await holdSmall(input.bytes);
  const variables = { tessedit_pageseg_mode: parameters.pageSegmentation };
  const place = { left: 0, top: 0, scale: plan.factor };
  if (plan.way === 'direct') {
    engine.setEncoded(await readWhole(source), probe.orientation);
    await progress(0.15, 'reading');
    return parseTsv(engine.recognise(variables), place, probe.width, probe.height);
  }
  let rows = reduceRows(openRows(source, probe), plan.factor);
  if (input.region) {
    const box = input.region.map((value) => Math.floor(value / plan.factor)) as Box;
    rows = cropRows(await uprightRows(rows, probe.orientation), box);
    [place.left, place.top] = box;
  }
  if (plan.way === 'whole') {
    const grey = await collectRows(rows);
    engine.setGrey(stretchContrast(input.region ? grey : turnGrey(grey, probe.orientation)), plan.dpi);
    await progress(0.2, 'reading');
    return parseTsv(engine.recognise(variables), place, probe.width, probe.height);
  }
  return await readTiles(engine, await uprightRows(rows, probe.orientation), plan, probe, progress);
}

async function loadNamed(name: ModelName, loadModel: ReadInput['loadModel']): Promise<Uint8Array> {
  let file: Uint8Array;
  try {
    file = await loadModel(name);
  } catch (error) {
    if (error instanceof OcrError) throw error;
    throw new OcrError('model-missing', `The model ${name} cannot be loaded.`, { cause: error });
  }
  const data = await unzipModel(name, file);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  hashes.set(name, Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  return data;
}

function warningsFor(probe: Probe): string[] {
  const warnings: string[] = [];
  if ((probe.pages ?? 1) > 1)
    warnings.push(`The file holds ${probe.pages} pictures; only the first was read.`);
  return warnings;
}
