import { OcrError } from './errors.ts';

/** The bytes of a .traineddata file that may be gzipped. */
export async function unzipModel(name: string, file: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if (file[0] !== 0x1f || file[1] !== 0x8b) return new Uint8Array(file);
  try {
    const stream = new Response(file as Uint8Array<ArrayBuffer>).body as ReadableStream<
      Uint8Array<ArrayBuffer>
    >;
    return new Uint8Array(
      await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
    );
  } catch (error) {
    throw new OcrError('model-missing', `The model ${name} is damaged.`, { cause: error });
  }
}
