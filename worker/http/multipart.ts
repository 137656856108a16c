/** multipart/form-data read as a stream: one file, handled while it arrives, and the small fields around it. */
import Busboy from '@fastify/busboy';
import { Readable } from 'node:stream';
import { ProblemError } from './problem.ts';

export interface Received<T> {
  /** What `handleFile` made of the field `file`; undefined where there was none. */
  file: T | undefined;
  fields: Record<string, string>;
}

export interface FileHandler<T> {
  /** Reads the file as it arrives. May refuse it by throwing, at any time. */
  take: (chunks: AsyncIterable<Uint8Array>) => Promise<T>;
  /** Undoes `take` where what follows the file is broken. */
  abandon: (taken: T) => Promise<void>;
  /** Of the whole body. */
  maxBytes: number;
}

/**
 * Reads a multipart body. The part named `file` is handed on as it arrives; when it is refused, the rest
 * is read and dropped, so that the client gets to see the answer.
 * @throws ProblemError `malformed-body`, `unsupported-media-type`, `body-too-large`, or what `take` throws
 */
export async function receiveFile<T>(request: Request, handler: FileHandler<T>): Promise<Received<T>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) {
    throw new ProblemError(
      'unsupported-media-type',
      'Send the scan as multipart/form-data with a field `file`.',
    );
  }
  if (!request.body) throw new ProblemError('malformed-body', 'The body is empty.');

  const parser = makeParser(type);
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let arriving: Readable | undefined;
  let taking: Promise<T> | undefined;
  let refused: { error: unknown } | undefined;

  const finished = new Promise<void>((resolve, reject) => {
    parser.on('field', (name: string, value: string) => {
      fields[name] = value;
    });
    parser.on('file', (name: string, stream: Readable) => {
      // There may be several: the parser's, the part's, and that by which it was destroyed.
      const broken = new Set<unknown>();
      stream.on('error', (cause) => {
        broken.add(cause);
        parser.destroy(cause);
      });
      if (name !== 'file' || taking) {
        stream.resume();
        return;
      }
      arriving = stream;
      // A reader that gives up must not destroy the stream: the parser would wait for it forever.
      const chunks = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
      taking = handler.take(chunks).catch((error: unknown) => {
        // What cuts the file off is not the reader's refusal. The parser may tell of it after its end.
        if (broken.has(error)) throw asProblem(error);
        refused = { error };
        stream.resume();
        throw error;
      });
      // Awaited below; without this the rejection would count as unhandled until then.
      taking.catch(() => {});
    });
    parser.on('finish', resolve);
    parser.on('error', (cause: Error) => {
      const error = asProblem(cause);
      // Whoever reads the file must not wait for what will never come.
      arriving?.destroy(error);
      reject(error);
    });
  });
  pipeInto(parser, request.body, handler.maxBytes);

  try {
    await finished;
  } catch (error) {
    const taken = await taking?.catch(() => undefined);
    if (taken !== undefined) await handler.abandon(taken);
    throw refused ? refused.error : error;
  }
  return { file: await taking, fields };
}

function asProblem(cause: unknown): ProblemError {
  return cause instanceof ProblemError ? cause : new ProblemError('malformed-body', BROKEN, { cause });
}

const BROKEN = 'The multipart body ends early or is not well-formed. Send it again.';

function makeParser(type: string) {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 20, fieldSize: 4096, fieldNameSize: 100, headerPairs: 50 },
    });
  } catch (cause) {
    throw new ProblemError('malformed-body', BROKEN, { cause });
  }
}

function pipeInto(parser: ReturnType<typeof makeParser>, body: ReadableStream, maxBytes: number): void {
  const source = Readable.fromWeb(body as unknown as Parameters<typeof Readable.fromWeb>[0]);
  let bytes = 0;
  source.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length;
    if (bytes <= maxBytes) return;
    source.unpipe(parser);
    source.destroy();
    parser.destroy(
      new ProblemError('body-too-large', `The upload has more than ${Math.floor(maxBytes / 2 ** 20)} MiB.`),
    );
  });
  source.on('error', (cause) => parser.destroy(cause));
  source.pipe(parser);
}
