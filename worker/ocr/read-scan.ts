/** Everything that costs time about a scan: its renditions and its text. No database, no store: events come out. */
import { openRows } from './decode/open-rows.ts';
import { type Box, reduceRows, uprightRows } from './decode/rows.ts';
import { encodePng } from './encode-png.ts';
import type { OcrParameters } from '../shapes/ocr.ts';
import type { ModelName } from './models.ts';
import type { Probe } from './probe.ts';
import { type ReadResult, readPage } from './read-page.ts';
import type { PageSource } from './source.ts';
import { makeViewImage } from './view.ts';

/** Width of a thumbnail in pixels, about: the reduction is by whole numbers. */
const THUMBNAIL_WIDTH = 320;

export interface ScanRequest {
  probe: Probe;
  models: ModelName[];
  region: Box | null;
  parameters: OcrParameters;
  /** Which renditions are still missing. */
  want: { view: boolean; thumbnail: boolean };
}

/** Tesseract's page segmentation modes. */
const SEGMENTATION = { auto: '3', tesseract: '3', column: '4', line: '7', sparse: '11' } as const;

export type ScanEvent =
  | { type: 'progress'; fraction: number; step: string }
  | { type: 'view' | 'thumbnail'; png: Uint8Array<ArrayBuffer> };

export type EmitScanEvent = (event: ScanEvent) => Promise<void>;

/**
 * Makes the renditions that are wanted, then reads the page.
 * @throws OcrError where the page cannot be read; a rendition that fails is only left out
 */
export async function readScan(
  source: PageSource,
  { probe, models, region, parameters, want }: ScanRequest,
  loadModel: (name: ModelName) => Promise<Uint8Array>,
  emit: EmitScanEvent,
): Promise<ReadResult> {
  await makeRenditions(source, probe, want, emit);
  return readPage({
    bytes: source,
    probe,
    models,
    region,
    ...(parameters.layout ? { parameters: { pageSegmentation: SEGMENTATION[parameters.layout] } } : {}),
    loadModel,
    onProgress: (fraction, step) => emit({ type: 'progress', fraction, step }),
  });
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
