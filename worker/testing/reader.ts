/** Stands in for the Worker that reads pages (env.READER): answers at once with what a test wants to be read. */
import { OcrError } from '../ocr/errors.ts';
import type { ModelName } from '../ocr/models.ts';
import type { ReadResult } from '../ocr/result.ts';

export interface ReadingRequest {
  models: ModelName[];
  scanUrl: string;
}

export type Reading = (request: ReadingRequest) => Promise<ReadResult>;

/** A reader whose answers come from `read`; an OcrError travels as one, all else breaks the connection. */
export function readerOf(read: Reading): Fetcher {
  const fetchReading = async (request: Request) => {
    const events: object[] = [{ type: 'progress', fraction: 0.5, step: 'reading' }];
    try {
      events.push({ type: 'result', result: await read(await request.json()) });
    } catch (error) {
      if (!(error instanceof OcrError)) return new Response(null, { status: 500 });
      events.push({ type: 'error', code: error.code, message: error.message });
    }
    return new Response(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  };
  return { fetch: fetchReading } as unknown as Fetcher;
}

/** What reading these lines gives. */
export function readingOf(...texts: string[]): ReadResult {
  const lines = texts.map((text, index) => {
    const word = { text, box: [0, index * 10, 30, 9] as [number, number, number, number], confidence: 80.4 };
    return { ...word, rtl: false, block: 0, words: [word] };
  });
  return {
    lines,
    width: 40,
    height: 30,
    engine: 'tesseract.js-core',
    engineVersion: 'test',
    models: [{ name: 'qalam_cyrl', sha256: 'f'.repeat(64) }],
    parameters: {},
    wasmBytes: 1,
    milliseconds: 1,
    warnings: [],
    notices: [],
  };
}
