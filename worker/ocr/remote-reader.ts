/**
 * Reading in another Worker. Tesseract keeps its thread busy for seconds, and on one machine all
 * Workers of a workerd share a thread: so the local start gives reading a process of its own, and a
 * deployment may give it a Worker of its own. Events travel as JSON, one a line; the bytes of a picture follow its line.
 */
import { OcrError, type OcrErrorCode } from './errors.ts';
import type { ModelName } from './models.ts';
import type { PagePlan } from './prepare/page-plan.ts';
import type { ReadResult } from './result.ts';
import { type EmitScanEvent, type ScanEvent, type ScanRequest, readScan } from './read-scan.ts';
import { ByteWindow } from './source.ts';

interface RemoteRequest extends ScanRequest {
  /** Where the reader gets the scan. */
  scanUrl: string;
  bytes: number;
}

/** What stands in a line; `bytes` are those of the PNG that follows it. */
type RemoteEvent =
  | { type: 'progress'; fraction: number; step: string }
  | { type: 'view' | 'thumbnail'; bytes: number }
  | { type: 'plan'; plan: PagePlan }
  | { type: 'tile'; number: number; pixels: number; bytes: number }
  | { type: 'result'; result: ReadResult | null }
  | { type: 'error'; code: OcrErrorCode; message: string };

type Fetches = { fetch: (request: Request) => Promise<Response> };

/** Has another Worker read a scan. Throws and emits what `readScan` would. */
export async function readRemotely(
  reader: Fetches,
  request: RemoteRequest,
  emit: EmitScanEvent,
): Promise<ReadResult | null> {
  const response = await reader.fetch(
    new Request('http://reader/', { method: 'POST', body: JSON.stringify(request) }),
  );
  if (!response.ok || !response.body) throw new Error(`the reader answered ${response.status}`);
  const body = response.body;
  const window = await ByteWindow.open({ size: Infinity, open: async () => body });
  try {
    // Read to its end, so that the other end knows that it was.
    let answer: { result: ReadResult | null } | undefined;
    for (let event = await nextEvent(window); event; event = await nextEvent(window)) {
      if (event.type === 'result') answer = event;
      else if (event.type === 'error') throw new OcrError(event.code, event.message);
      else if ('bytes' in event) {
        const { bytes, ...rest } = event;
        if (!(await window.load(bytes))) break;
        await emit({ ...rest, png: window.bytes.slice(window.position, window.position + bytes) });
        window.position += bytes;
      } else await emit(event);
    }
    if (answer) return answer.result;
  } finally {
    await window.close();
  }
  throw new OcrError('engine-failed', 'The reader stopped in the middle of the page.');
}

const NEW_LINE = 10;

/** The next line; null at the end. What stands after the last line is cut off, and no event. */
async function nextEvent(window: ByteWindow): Promise<RemoteEvent | null> {
  let seen = 0;
  for (;;) {
    const end = window.bytes.subarray(window.position + seen, window.end).indexOf(NEW_LINE);
    if (end >= 0) {
      const line = window.bytes.subarray(window.position, window.position + seen + end);
      const event = JSON.parse(new TextDecoder().decode(line)) as RemoteEvent;
      window.position += seen + end + 1;
      return event;
    }
    seen = window.end - window.position;
    if (!(await window.load(seen + 1))) return null;
  }
}

/** The other end: answers one request of `readRemotely`. `scans` is asked for the scan as often as it is needed. */
export async function answerReader(
  request: Request,
  scans: Fetches,
  loadModel: (name: ModelName) => Promise<Uint8Array>,
  waitUntil: (promise: Promise<unknown>) => void,
): Promise<Response> {
  const wanted: RemoteRequest = await request.json();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const send = (event: RemoteEvent) => writer.write(encoder.encode(`${JSON.stringify(event)}\n`));
  const emit = async (event: ScanEvent) => {
    if (!('png' in event)) return await send(event);
    const { png, ...rest } = event;
    await send({ ...rest, bytes: png.length });
    await writer.write(png);
  };
  const source = {
    size: wanted.bytes,
    open: async () => {
      const response = await scans.fetch(new Request(wanted.scanUrl));
      if (!response.ok || !response.body)
        throw new Error(`the scan could not be fetched: ${response.status}`);
      return response.body as ReadableStream<Uint8Array>;
    },
  };
  const work = async () => {
    try {
      const result = await readScan(source, wanted, loadModel, emit);
      await send({ type: 'result', result });
    } catch (error) {
      await send(toErrorEvent(error));
    }
    await writer.close();
  };
  // The answer ends when the work does; a client that goes away ends it too.
  waitUntil(work().catch(() => {}));
  return new Response(readable, { headers: { 'content-type': 'application/x-ndjson' } });
}

function toErrorEvent(error: unknown): RemoteEvent {
  if (error instanceof OcrError) return { type: 'error', code: error.code, message: error.message };
  console.error('the reader failed', error);
  return {
    type: 'error',
    code: 'engine-failed',
    message: 'The page could not be read for a reason on our side.',
  };
}
