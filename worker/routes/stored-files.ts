/** Files out of R2, streamed: fixed type, never sniffed, never rendered as anything else. */
import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { ProblemError } from '../http/problem.ts';

/**
 * Streams an immutable object, with Range and If-None-Match.
 * @param type the media type that was found in the file's own bytes at upload
 */
export async function sendStored(c: Context<AppEnv>, key: string, type: string, etag: string) {
  const tag = `"${etag}"`;
  const headers = {
    etag: tag,
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'content-disposition': 'inline',
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
  };
  if (
    c.req
      .header('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(tag)
  )
    return c.body(null, 304, headers);
  if (c.req.method === 'HEAD') {
    const stored = await c.env.SCANS.head(key);
    if (!stored) throw new ProblemError('not-found', 'The file is not in the store.');
    return c.body(null, 200, { ...headers, 'content-length': String(stored.size) });
  }
  const wanted = parseRange(c.req.header('range'));
  let object;
  try {
    object = await c.env.SCANS.get(key, wanted ? { range: wanted } : {});
  } catch (cause) {
    if (wanted) return c.body(null, 416, { 'content-range': 'bytes */*' });
    throw cause;
  }
  if (!object) throw new ProblemError('not-found', 'The file is not in the store.');
  const range = object.range;
  if (wanted && range && 'offset' in range) {
    const offset = range.offset ?? 0;
    const length = range.length ?? object.size - offset;
    return c.body(object.body, 206, {
      ...headers,
      'content-length': String(length),
      'content-range': `bytes ${offset}-${offset + length - 1}/${object.size}`,
    });
  }
  return c.body(object.body, 200, { ...headers, 'content-length': String(object.size) });
}

/** One range of bytes (RFC 9110, 14.2); several, or another unit, are answered with the whole. */
function parseRange(header: string | undefined): R2Range | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || from + to === '') return undefined;
  if (from === '') return { suffix: Number(to) };
  if (to === '') return { offset: Number(from) };
  return Number(to) < Number(from)
    ? undefined
    : { offset: Number(from), length: Number(to) - Number(from) + 1 };
}
