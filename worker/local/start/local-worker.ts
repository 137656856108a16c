/** The Worker in workerd on this machine, with R2, queues and assets from Miniflare and libSQL in this process. */
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Response as MiniflareResponse } from 'miniflare';
import { unstable_startWorker } from 'wrangler';
import { TILES_AT_ONCE } from '../../ocr/tiles-at-once.ts';
import { type Hrana, readRequest } from '../hrana/server.ts';
import type { DataFolder } from './data-folder.ts';
import { writeLocalConfig } from './local-config.ts';

// Wrangler's own chatter, statistics and look-ups are not for the person who starts Qalam.
process.env['WRANGLER_LOG'] ??= 'error';
process.env['WRANGLER_SEND_METRICS'] ??= 'false';
process.env['CLOUDFLARE_CF_FETCH_ENABLED'] ??= 'false';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export class PortInUse extends Error {}

export interface LocalWorker {
  url: string;
  /** Runs the clock once, as Cloudflare's cron would. */
  tick: () => Promise<void>;
  stop: () => Promise<void>;
}

interface LocalWorkerOptions {
  /** 0 for any free one */
  port: number;
  /** gives what the service asks to read a scan, in place of the readers themselves */
  readThrough?: (reader: FetchFunction) => FetchFunction;
  /** one reader, which reads the tiles of a large page one by one: to measure what several gain */
  oneByOne?: boolean;
}

/**
 * Several workerd processes: the service itself, and a reader for each core, up to as many as there are tiles at
 * once, because Tesseract would keep the one thread of the first busy for seconds at a time.
 * @throws PortInUse
 */
export async function startLocalWorker(
  folder: Pick<DataFolder, 'state' | 'authSecret'>,
  hrana: Pick<Hrana, 'answer'>,
  { port, readThrough = (reader) => reader, oneByOne = false }: LocalWorkerOptions,
): Promise<LocalWorker> {
  await requireFreePort(port);
  const dev = { inspector: false, watch: false, logLevel: 'error' };
  const main = await start({
    config: writeLocalConfig(ROOT, folder.state, oneByOne),
    bindings: {
      LIBSQL: toNode(async (request) => {
        const { body, ...init } = await hrana.answer(readRequest(request));
        return new MiniflareResponse(body, init);
      }),
      READER: toNode(readThrough((request) => readers.forward(request))),
      LIBSQL_URL: text('http://libsql.internal/'),
      AUTH_SECRET: text(folder.authSecret),
    },
    dev: { ...dev, server: { hostname: '127.0.0.1', port }, persist: folder.state },
  });
  const url = String(await main.url).replace(/\/$/, '');
  const startReader = () =>
    start({
      config: `${ROOT}worker/reader.toml`,
      bindings: { API: toNode((request) => forward(main, request)) },
      dev: { ...dev, server: { hostname: '127.0.0.1', port: 0 }, persist: false },
    });
  const count = oneByOne ? 1 : Math.min(TILES_AT_ONCE, Math.max(1, availableParallelism()));
  const readers = new Readers(await Promise.all(Array.from({ length: count }, startReader)));
  return {
    url,
    tick: async () => {
      const response = await main.fetch(`${url}/cdn-cgi/handler/scheduled`);
      if (!response.ok)
        throw new Error(`the clock could not be run: ${response.status} ${await response.text()}`);
    },
    stop: async () => {
      await Promise.all([main.dispose(), readers.dispose()]);
    },
  };
}

/** Gives each request to the reader that has the fewest. */
class Readers {
  readonly #readers: { worker: WranglerWorker; busy: number }[];

  constructor(workers: WranglerWorker[]) {
    this.#readers = workers.map((worker) => ({ worker, busy: 0 }));
  }

  async forward(request: MiniflareRequest): Promise<MiniflareResponse> {
    const reader = this.#readers.reduce((a, b) => (b.busy < a.busy ? b : a));
    reader.busy++;
    const done = () => void reader.busy--;
    try {
      const response = await forward(reader.worker, request);
      if (!response.body) throw new Error('the reader answered nothing');
      // A page is read while its answer goes on.
      return new MiniflareResponse(untilRead(response.body, done), response);
    } catch (error) {
      done();
      throw error;
    }
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#readers.map(({ worker }) => worker.dispose()));
  }
}

/** A stream that says when it has ended, or nobody wants it any more. */
function untilRead(body: NonNullable<MiniflareResponse['body']>, done: () => void): typeof body {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done: ended, value } = await reader.read();
        if (!ended) return controller.enqueue(value);
        done();
        controller.close();
      } catch (error) {
        done();
        controller.error(error);
      }
    },
    async cancel(reason) {
      done();
      await reader.cancel(reason);
    },
  }) as typeof body;
}

type WranglerWorker = Awaited<ReturnType<typeof unstable_startWorker>>;
type MiniflareRequest = Parameters<WranglerWorker['fetch']>[0] & Request;

/** Answers a request as a Worker would. */
export type FetchFunction = (request: MiniflareRequest) => Promise<MiniflareResponse>;

const text = (value: string) => ({ type: 'plain_text' as const, value });

/** A service binding that is answered by a function of this process. */
function toNode(fetcher: FetchFunction) {
  return { type: 'fetcher' as const, fetcher };
}

/** Hands a request of one Worker to another. */
async function forward(worker: WranglerWorker, request: MiniflareRequest): Promise<MiniflareResponse> {
  return worker.fetch(request.url, request);
}

async function start(options: object): Promise<WranglerWorker> {
  const worker = await unstable_startWorker(options as Parameters<typeof unstable_startWorker>[0]);
  await worker.ready;
  return worker;
}

/** Wrangler would silently take the next port; people have the address of this one. */
function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(new PortInUse(`Port ${port} is in use. Stop what uses it, or set PORT to another.`)),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
