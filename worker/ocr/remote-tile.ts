/** Having a tile read by another Worker: a line of JSON, then the picture; JSON comes back. */
import { OcrError, type OcrErrorCode } from './errors.ts';
import type { FetchModel } from './loaded-models.ts';
import { type StoredTile, type TileRequest, readTilePicture } from './read-tile-picture.ts';

type TileAnswer = { reading: StoredTile } | { error: { code: OcrErrorCode; message: string } };

export const TILE_PATH = '/tile';

/** @throws OcrError as reading it here would */
export async function readTileRemotely(
  reader: { fetch: (request: Request) => Promise<Response> },
  request: TileRequest,
  png: Uint8Array<ArrayBuffer>,
): Promise<StoredTile> {
  const body = new Blob([`${JSON.stringify(request)}\n`, png]);
  const response = await reader.fetch(new Request(`http://reader${TILE_PATH}`, { method: 'POST', body }));
  if (!response.ok) throw new Error(`the reader answered ${response.status}`);
  const answer: TileAnswer = await response.json();
  if ('error' in answer) throw new OcrError(answer.error.code, answer.error.message);
  return answer.reading;
}

/** The other end. */
export async function answerTile(request: Request, fetchModel: FetchModel): Promise<Response> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  const end = bytes.indexOf(10);
  const wanted = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as TileRequest;
  try {
    const reading = await readTilePicture(wanted, bytes.subarray(end + 1), fetchModel);
    return Response.json({ reading } satisfies TileAnswer);
  } catch (error) {
    if (!(error instanceof OcrError)) throw error;
    return Response.json({ error: { code: error.code, message: error.message } } satisfies TileAnswer);
  }
}
