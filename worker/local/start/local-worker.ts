/** The Worker in workerd on this machine, with R2, queues and assets from Miniflare and libSQL in this process. */
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Response as MiniflareResponse } from 'miniflare';
import { unstable_startWorker } from 'wrangler';
import { type Hrana, readRequest } from '../hrana/server.ts';
import type { DataFolder } from './data-folder.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export class PortInUse extends Error {}

export interface LocalWorker {
  url: string;
  /** Runs the clock once, as Cloudflare's cron would. */
  tick: () => Promise<void>;
  stop: () => Promise<void>;
}

/** @param port 0 for any free one. @throws PortInUse */
export async function startLocalWorker(folder: DataFolder, hrana: Hrana, port: number): Promise<LocalWorker> {
  await requireFreePort(port);
  const text = (value: string) => ({ type: 'plain_text' as const, value });
  const worker = await unstable_startWorker({
    config: `${ROOT}wrangler.toml`,
    bindings: {
      LIBSQL: {
        type: 'fetcher',
        fetcher: async (request: Request) => {
          const { body, ...init } = await hrana.answer(readRequest(request));
          return new MiniflareResponse(body, init);
        },
      },
      LIBSQL_URL: text('http://libsql.internal/'),
      AUTH_SECRET: text(folder.authSecret),
    },
    dev: {
      server: { hostname: '127.0.0.1', port },
      inspector: false,
      watch: false,
      persist: folder.state,
      logLevel: 'error',
    },
  } as unknown as Parameters<typeof unstable_startWorker>[0]);
  await worker.ready;
  const url = String(await worker.url).replace(/\/$/, '');
  return {
    url,
    tick: async () => {
      await worker.scheduled({ cron: '*/10 * * * *', scheduledTime: new Date() });
    },
    stop: () => worker.dispose(),
  };
}

/** Wrangler would silently take the next port; people have the address of this one. */
function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(new PortInUse(`Port ${port} is in use. Stop what uses it, or set PORT to another.`)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
