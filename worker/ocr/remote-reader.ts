/**
 * Reading in another Worker. Tesseract keeps its thread busy for seconds, and on one machine all
 * Workers of a workerd share a thread: so the local start gives reading a process of its own, and a
 * deployment may give it a Worker of its own. Events travel as JSON, one a line.
 */
import { OcrError, type OcrErrorCode } from './errors.ts';
import type { ModelName } from './models.ts';
import type { PagePlan } from './prepare/page-plan.ts';
import type { ReadResult } from './result.ts';
import { type EmitScanEvent, type ScanRequest, readScan } from './read-scan.ts';

interface RemoteRequest extends ScanRequest {
  /** Where the reader gets the scan. */
  scanUrl: string;
  bytes: number;
}

type RemoteEvent =
  | { type: 'progress'; fraction: number; step: string }
  | { type: 'view' | 'thumbnail'; png: string }
  | { type: 'plan'; plan: PagePlan }
  | { type: 'tile'; number: number; png: string }
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
  // Read to its end, so that the other end knows that it was.
  let answer: { result: ReadResult | null } | undefined;
  for await (const line of lines(response.body)) {
    const event = JSON.parse(line) as RemoteEvent;
    if (event.type === 'result') {
      answer = event;
      continue;
    }
    if (event.type === 'error') throw new OcrError(event.code, event.message);
    await emit('png' in event ? { ...event, png: Uint8Array.fromBase64(event.png) } : event);
  }
  if (answer) return answer.result;
  throw new OcrError('engine-failed', 'The reader stopped in the middle of the page.');
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
      const result = await readScan(source, wanted, loadModel, (event) =>
        send('png' in event ? { ...event, png: event.png.toBase64() } : event),
      );
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

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      yield rest.slice(0, end);
      rest = rest.slice(end + 1);
    }
  }
}
