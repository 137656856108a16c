/**
 * Tesseract in this browser: tesseract.js in a Web Worker, with script, core and models from our own address.
 * Knows no component. One worker at a time, kept for the next region until it is closed, because starting one
 * takes longer than reading a line.
 */
import { createWorker, type Worker as Tesseract } from 'tesseract.js';
import coreUrl from 'tesseract.js-core/tesseract-core-simd-lstm.wasm.js?url';
import workerUrl from 'tesseract.js/dist/worker.min.js?url';
import { withoutCutLines } from '../../../../worker/domain/reading/cut-lines.ts';
import type { Box } from '../../../../worker/shapes/common.ts';
import type { OcrNotice } from '../../../../worker/shapes/ocr.ts';
import { linesOf, type ReadLine } from './read-lines.ts';
import type { RegionPicture } from './region-picture.ts';

/** A model as GET /models tells of it. */
export interface ModelFile {
  name: string;
  url: string;
  bytes: number;
}

/** Tesseract's page segmentation for a region: one line, or a block of them in one column. */
export type Segmentation = 'line' | 'block';

export type ReadingStep = 'waiting' | 'model' | 'engine' | 'reading';

export interface ReadWish {
  /** In pixels of the scan. */
  region: Box;
  /** @throws where the picture cannot be had */
  picture: () => Promise<RegionPicture>;
  models: readonly ModelFile[];
  segmentation: Segmentation;
  /** What goes on, and how much of it is done, 0 to 1. */
  onProgress: (step: ReadingStep, share: number) => void;
  signal: AbortSignal;
}

export interface ReadAnswer {
  lines: ReadLine[];
  /** What there is to know of the part, such as that it is blank. */
  notices: OcrNotice[];
}

/** Whoever reads a part: this browser, or the service (service-reader.ts). */
export interface RegionReader {
  /** @throws BrowserReadingError or ApiProblem; DOMException `AbortError` when it was cancelled */
  read(wish: ReadWish): Promise<ReadAnswer>;
  /** Gives memory back. */
  close(): void;
}

export class BrowserReadingError extends Error {
  override name = 'BrowserReadingError';
  readonly code: 'model' | 'engine' | 'picture';
  /**
   * @param code `model`: a file could not be fetched; `engine`: Tesseract did not start, or stopped; `picture`: the
   *   part could not be cut out
   */
  constructor(code: BrowserReadingError['code'], options?: ErrorOptions) {
    super(`reading in the browser failed: ${code}`, options);
    this.code = code;
  }
}

/**
 * Tesseract's own numbers of the segmentations: uniform block and single column. Its own "single line" takes the
 * rest of a neighbour that was cut through for a part of the line, and reads both too small.
 */
const PAGE_SEGMENTATION: Record<Segmentation, string> = { line: '6', block: '4' };
/** How near to the edge of a region a line is cut, in pixels of the picture that is read. */
const EDGE = 3;
const LSTM_ONLY = 1;

interface Running {
  models: string;
  ready: Promise<Tesseract>;
  /** Settles only where the worker fails outside of an answer. */
  failed: Promise<never>;
  onStep: { tell: (step: ReadingStep, share: number) => void };
}

export function createBrowserReader(): RegionReader {
  let running: Running | null = null;

  function close(): void {
    running?.ready.then((worker) => worker.terminate()).catch(() => undefined);
    running = null;
  }

  async function start(wish: ReadWish): Promise<Running> {
    const models = wish.models.map(({ name }) => name).join('+');
    if (running?.models === models) return running;
    close();
    await fetchFiles(wish);
    const onStep: Running['onStep'] = { tell: () => undefined };
    const { promise: failed, reject } = Promise.withResolvers<never>();
    failed.catch(() => undefined);
    const ready = createWorker(models, LSTM_ONLY, {
      workerPath: workerUrl,
      corePath: coreUrl,
      langPath: wish.models[0]!.url.replace(/\/[^/]*$/, ''),
      gzip: isZipped(wish.models[0]!),
      // The Content-Security-Policy allows workers of our own address only.
      workerBlobURL: false,
      // Its own cache never learns of a better model; the service worker keeps them instead.
      cacheMethod: 'none',
      logger: ({ status, progress }) =>
        onStep.tell(status === 'recognizing text' ? 'reading' : 'engine', progress),
      // What fails while it starts is told here only: its promise stays open.
      errorHandler: (reason: unknown) => reject(reason),
    });
    return { models, ready, failed, onStep };
  }

  return {
    close,
    async read(wish) {
      const { signal } = wish;
      const { promise: cancelled, reject: cancel } = Promise.withResolvers<never>();
      cancelled.catch(() => undefined);
      const onAbort = () => cancel(signal.reason);
      signal.addEventListener('abort', onAbort);
      try {
        signal.throwIfAborted();
        const picture = await takePicture(wish);
        running = await Promise.race([start(wish), cancelled]);
        running.onStep.tell = wish.onProgress;
        wish.onProgress('engine', 0);
        const outcome = Promise.race([running.failed, cancelled]);
        const worker = await Promise.race([running.ready, outcome]);
        wish.onProgress('reading', 0);
        const { data } = await Promise.race([recognise(worker, picture, wish), outcome]);
        const lines = linesOf(data.blocks ?? [], picture);
        return { lines: withoutCutLines(lines, wish.region, EDGE / picture.scale), notices: [] };
      } catch (error) {
        // After an error or in the middle of a page the worker is of no more use.
        close();
        if (signal.aborted || error instanceof BrowserReadingError) throw error;
        throw new BrowserReadingError('engine', { cause: error });
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}

/** @throws BrowserReadingError `picture` */
async function takePicture({ picture, signal }: ReadWish): Promise<RegionPicture> {
  try {
    const taken = await picture();
    signal.throwIfAborted();
    return taken;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new BrowserReadingError('picture', { cause: error });
  }
}

async function recognise(worker: Tesseract, picture: RegionPicture, { segmentation }: ReadWish) {
  await worker.setParameters({
    tessedit_pageseg_mode: PAGE_SEGMENTATION[segmentation] as never,
    user_defined_dpi: '300',
  });
  return worker.recognize(picture.file, {}, { text: false, blocks: true });
}

/** Whether a model's file is gzipped: tesseract.js takes only one kind for all models of a worker. */
export function isZipped({ url }: Pick<ModelFile, 'url'>): boolean {
  return url.endsWith('.gz');
}

/** About the size of the engine as it is sent, for the share of what is there. */
const ENGINE_BYTES = 4_000_000;

/**
 * Fetches engine and models before tesseract.js does, out of the browser's cache then: it tells neither how far
 * it is nor that there is no such file. @throws BrowserReadingError `model`
 */
async function fetchFiles({ models, signal, onProgress }: ReadWish): Promise<void> {
  const whole = models.reduce((sum, { bytes }) => sum + bytes, ENGINE_BYTES);
  let loaded = 0;
  onProgress('model', 0);
  const fetchOne = async (url: string) => {
    const response = await fetch(url, { signal });
    // The assets answer an unknown path with the page of the web UI.
    if (!response.ok || !response.body || /html/.test(response.headers.get('content-type') ?? ''))
      throw new Error(`${url}: ${response.status}`);
    for (const reader = response.body.getReader(); ;) {
      const { value } = await reader.read();
      if (!value) break;
      loaded += value.length;
      onProgress('model', Math.min(1, loaded / whole));
    }
  };
  try {
    await Promise.all([workerUrl, coreUrl, ...models.map(({ url }) => url)].map(fetchOne));
  } catch (error) {
    if (signal.aborted) throw error;
    throw new BrowserReadingError('model', { cause: error });
  }
}
