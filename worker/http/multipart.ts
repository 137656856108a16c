/** multipart/form-data read as a stream: one file, handled while it arrives, and the small fields around it. */
import Busboy from '@fastify/busboy';
import { Readable } from 'node:stream';
import { ProblemError } from './problem.ts';

export interface Received<T> {
  /** What `handleFile` made of the field `file`; undefined where there was none. */
  file: T | undefined;
  fields: Record<string, string>;
}

/**
 * Reads a multipart body. The part named `file` is handed on as it arrives; when `handleFile` refuses
 * it, the rest is read and dropped, so that the client gets to see the answer.
 * @throws ProblemError `malformed-body`, `unsupported-media-type`, or what `handleFile` throws
 */
export async function receiveFile<T>(
  request: Request,
  handleFile: (chunks: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<Received<T>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) {
    throw new ProblemError(
      'unsupported-media-type',
      'Send the scan as multipart/form-data with a field `file`.',
    );
  }
  if (!request.body) throw new ProblemError('malformed-body', 'The body is empty.');

  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: { files: 1, fields: 20, fieldSize: 4096, fieldNameSize: 100, headerPairs: 50 },
  });
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  let handled: Promise<T> | undefined;
  let refused: { error: unknown } | undefined;

  const finished = new Promise<void>((resolve, reject) => {
    parser.on('field', (name: string, value: string) => {
      fields[name] = value;
    });
    parser.on('file', (name: string, stream: Readable) => {
      if (name !== 'file' || handled) {
        stream.resume();
        return;
      }
      handled = handleFile(stream).catch((error: unknown) => {
        refused = { error };
        stream.resume();
        throw error;
      });
      // Awaited below; without this the rejection would count as unhandled until then.
      handled.catch(() => {});
    });
    parser.on('finish', resolve);
    parser.on('error', () => {
      reject(
        new ProblemError(
          'malformed-body',
          'The multipart body ends early or is not well-formed. Send it again.',
        ),
      );
    });
  });
  const source = Readable.fromWeb(request.body as unknown as Parameters<typeof Readable.fromWeb>[0]);
  source.on('error', () => parser.destroy(new Error('the request ended early')));
  source.pipe(parser);

  try {
    await finished;
  } catch (error) {
    await handled?.catch(() => {});
    if (refused) throw refused.error;
    throw error;
  }
  return { file: await handled, fields };
}
