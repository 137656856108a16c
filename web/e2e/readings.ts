/**
 * Reading a page takes Tesseract some four seconds of a core, and most end-to-end files begin with the same few
 * sample scans. Each goes through upload, queue and storing every time; but what the reader answers for the same
 * scan, models and renditions is asked for once in a run, and given again afterwards.
 */
import { createHash } from 'node:crypto';
import { Response } from 'miniflare';
import type { FetchFunction } from '../../worker/local/start/readers.ts';

export interface Readings {
  /** The reader of a service, asked only for what no service of this run has read yet. */
  through: (reader: FetchFunction, serviceUrl: () => string) => FetchFunction;
}

export function rememberReadings(): Readings {
  const known = new Map<string, Promise<Buffer>>();
  return {
    through: (reader, serviceUrl) => async (request) => {
      const wanted = (await request.clone().json()) as { scanUrl: string };
      const scan = await fetch(serviceUrl() + new URL(wanted.scanUrl).pathname);
      if (!scan.ok) return reader(request);
      const sha256 = createHash('sha256')
        .update(new Uint8Array(await scan.arrayBuffer()))
        .digest('hex');
      const key = JSON.stringify({ ...wanted, scanUrl: sha256 });
      const before = await known.get(key)?.catch(() => undefined);
      if (before !== undefined) return new Response(before);
      const response = await reader(request);
      if (!response.ok || !response.body) return response;
      const [now, later] = response.body.tee();
      // Only a finished reading is kept; a reader that failed is asked again.
      const answer = new Response(later).arrayBuffer().then((bytes) => {
        const events = Buffer.from(bytes);
        if (!events.includes('{"type":"result"')) throw new Error('There is no result.');
        return events;
      });
      answer.catch(() => known.delete(key));
      known.set(key, answer);
      return new Response(now, { headers: response.headers });
    },
  };
}
