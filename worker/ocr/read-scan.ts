/** Everything that costs time about a scan: its renditions and its text. No database, no store: events come out. */
import type { OcrParameters } from '../shapes/ocr.ts';
import { openRows } from './decode/open-rows.ts';
import { type Box, greyRows, reduceRows, uprightRows } from './decode/rows.ts';
import { encodePng } from './encode-png.ts';
import type { FetchModel } from './loaded-models.ts';
import type { ModelName } from './models.ts';
import type { PagePlan } from './prepare/page-plan.ts';
import type { PreparedPage } from './prepare/prepare-page.ts';
import type { Probe } from './probe.ts';
import { readPrepared, withPreparedPage } from './read-page.ts';
import type { ReadResult } from './result.ts';
import type { PageSource } from './source.ts';
import { makeViewImage } from './view.ts';

/** Width of a thumbnail in pixels, about: the reduction is by whole numbers. */
const THUMBNAIL_WIDTH = 320;
/** Pixels of tiles from which on they are read by messages of their own. */
const PARTS_FROM = 7_000_000;

export interface ScanRequest {
  probe: Probe;
  models: ModelName[];
  /** whether a person chose the models */
  chosen: boolean;
  region: Box | null;
  parameters: OcrParameters;
  /** Which renditions are still missing. */
  want: { view: boolean; thumbnail: boolean };
}

export type ScanEvent =
  | { type: 'progress'; fraction: number; step: string }
  | { type: 'view' | 'thumbnail'; png: Uint8Array<ArrayBuffer> }
  /** The page is large: its tiles come one by one, to be read by whoever can. */
  | { type: 'plan'; plan: PagePlan }
  | { type: 'tile'; number: number; pixels: number; png: Uint8Array<ArrayBuffer> };

export type EmitScanEvent = (event: ScanEvent) => Promise<void>;

/**
 * Makes the renditions that are wanted, then reads the page; of a large one it emits the plan and the tiles instead,
 * and answers null.
 * @throws OcrError where the page cannot be read; a rendition that fails is only left out
 */
export async function readScan(
  source: PageSource,
  { want, ...request }: ScanRequest,
  loadModel: FetchModel,
  emit: EmitScanEvent,
): Promise<ReadResult | null> {
  await makeRenditions(source, request.probe, want, emit);
  const started = Date.now();
  const onProgress = (fraction: number, step: string) => emit({ type: 'progress', fraction, step });
  const input = { ...request, bytes: source, loadModel, onProgress };
  return await withPreparedPage(input, async (engine, prepared) => {
    if (!isLarge(prepared.plan)) return await readPrepared(engine, prepared, input, started);
    await emitTiles(prepared, emit);
    return null;
  });
}

function isLarge({ tiles }: PagePlan): boolean {
  return tiles.length > 1 && tiles.reduce((sum, { box }) => sum + box[2] * box[3], 0) > PARTS_FROM;
}

async function emitTiles({ plan, tiles }: PreparedPage, emit: EmitScanEvent): Promise<void> {
  await emit({ type: 'plan', plan });
  for await (const { index, grey } of tiles()) {
    const png = await encodePng(greyRows(grey), 8);
    await emit({ type: 'tile', number: index, pixels: grey.width * grey.height, png });
  }
}

/** What fails here does not keep the page from being read: the reader says what is wrong with the scan. */
async function makeRenditions(
  source: PageSource,
  probe: Probe,
  want: ScanRequest['want'],
  emit: EmitScanEvent,
) {
  try {
    if (want.thumbnail && canReduce(probe))
      await emit({ type: 'thumbnail', png: await makeThumbnail(source, probe) });
    const view = want.view ? await makeViewImage(source, probe) : null;
    if (view) await emit({ type: 'view', png: view.bytes });
  } catch (error) {
    console.warn('a rendition could not be made', error);
  }
}

async function makeThumbnail(source: PageSource, probe: Probe): Promise<Uint8Array<ArrayBuffer>> {
  const rows = openRows(source, probe);
  const factor = Math.max(1, Math.floor(rows.width / THUMBNAIL_WIDTH));
  return encodePng(await uprightRows(reduceRows(rows, factor), probe.orientation), 8);
}

/** Only what can be decoded row by row is reduced: the rest would have to be in memory as a whole. */
function canReduce(probe: Probe): boolean {
  if (!probe.readable) return false;
  if (probe.type === 'image/jpeg') return probe.progressive !== true;
  if (probe.type === 'image/png') return probe.interlaced !== true;
  return probe.type === 'image/tiff';
}
