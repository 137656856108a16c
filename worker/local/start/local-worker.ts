/** The Worker in workerd on this machine, with R2, queues and assets from Miniflare and libSQL in this process. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  convertV4MiniflareOptions,
  Miniflare,
  type Request as MiniflareRequest,
  type Response as MiniflareResponse,
} from 'miniflare';
import { unstable_getMiniflareWorkerOptions as readWorkerOptions } from 'wrangler';
import { TILES_AT_ONCE } from '../../ocr/tiles-at-once.ts';
import { type WorkerModule, bundleWorker } from '../bundle-worker.ts';
import { serveAnswers } from '../hrana/http.ts';
import type { Hrana } from '../hrana/server.ts';
import type { DataFolder } from './data-folder.ts';
import { DIRECT, directEntry } from './direct-entry.ts';
import { type FetchFunction, takeTurns } from './readers.ts';

// Look-ups in the net are not for the person who starts Qalam.
process.env['CLOUDFLARE_CF_FETCH_ENABLED'] ??= 'false';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CONFIG = 'wrangler.toml';
const READER_CONFIG = 'worker/reader.toml';

export class PortInUse extends Error {}

export interface LocalWorker {
  url: string;
  /** Runs the clock once, as Cloudflare's cron would. */
  tick: () => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Miniflare hands out a batch only when the one before is done, so a batch is all tiles that wait: of fewer, readers
 * would be idle at the end of each. The most that a queue allows. On Cloudflare one consumer runs beside the other,
 * and a batch is one tile.
 */
const TILES_IN_BATCH = 100;

interface LocalWorkerOptions {
  /** 0 for any free one. */
  port: number;
  /** Gives what the service asks to read a scan, in place of the readers themselves. */
  readThrough?: (reader: FetchFunction) => FetchFunction;
  /** One reader, which reads the tiles of a large page one by one: to measure what several gain. */
  oneByOne?: boolean;
}

/**
 * Several workerd processes: the service itself, and a reader for each core, up to as many as there are tiles at
 * once, because Tesseract would keep the one thread of the first busy for seconds at a time. Miniflare is started
 * without wrangler's development server, whose proxy would cost each request several milliseconds.
 * @throws PortInUse
 */
export async function startLocalWorker(
  folder: Pick<DataFolder, 'state' | 'authSecret'>,
  hrana: Pick<Hrana, 'answer'>,
  { port, readThrough = (reader) => reader, oneByOne = false }: LocalWorkerOptions,
): Promise<LocalWorker> {
  await requireFreePort(port);
  const [modules, readerModules] = await Promise.all([bundleWorker(CONFIG), bundleWorker(READER_CONFIG)]);
  // Other programs of this machine can reach the port, so it wants a password.
  const authToken = randomBytes(32).toString('base64url');
  const database = await serveAnswers(hrana, { authToken });
  const main = await start(
    CONFIG,
    modules,
    { directPort: port, state: folder.state },
    ({ bindings, queueConsumers }) => ({
      bindings: {
        ...(bindings as Record<string, string>),
        LIBSQL_URL: database.url,
        LIBSQL_AUTH_TOKEN: authToken,
        AUTH_SECRET: folder.authSecret,
      },
      queueConsumers: oneByOne ? queueConsumers : withTilesInOneBatch(queueConsumers),
      serviceBindings: {
        // Straight to the database: a global fetch would go through a Worker of Miniflare's.
        LIBSQL: { external: { address: new URL(database.url).host, http: {} } },
        READER: readThrough((request) => read(request)),
      },
    }),
  );
  const url = String(await main.unsafeGetDirectURL(undefined, DIRECT)).replace(/\/$/, '');
  const startReader = () =>
    start(READER_CONFIG, readerModules, {}, () => ({
      serviceBindings: { API: (request: MiniflareRequest) => forward(main, request) },
    }));
  const count = oneByOne ? 1 : Math.min(TILES_AT_ONCE, Math.max(1, availableParallelism()));
  const readers = await Promise.all(Array.from({ length: count }, startReader));
  const read = takeTurns(readers.map((reader) => (request) => forward(reader, request)));
  const worker = await main.getWorker();
  return {
    url,
    tick: async () => {
      const { outcome } = await worker.scheduled();
      if (outcome !== 'ok') throw new Error(`the clock could not be run: ${outcome}`);
    },
    stop: async () => {
      await Promise.all([main, ...readers].map((each) => each.dispose()));
      await database.close();
    },
  };
}

type WorkerOptions = ReturnType<typeof readWorkerOptions>['workerOptions'];

const HOST = '127.0.0.1';

/**
 * @param change what differs from the configuration on this machine
 * @param directPort where the Worker is reached without Miniflare's own Workers before it, 0 for any free port
 */
async function start(
  config: string,
  modules: WorkerModule[],
  { directPort, state }: { directPort?: number; state?: string },
  change: (configured: WorkerOptions) => Partial<WorkerOptions>,
): Promise<Miniflare> {
  const configured = readWorkerOptions(join(ROOT, config)).workerOptions;
  const direct = directPort !== undefined && {
    modules: [directEntry(modules[0]!.path, workerFirst(configured)), ...modules],
    unsafeDirectSockets: [{ host: HOST, port: directPort, entrypoint: DIRECT }],
  };
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: HOST,
      port: 0,
      // Where wrangler's development server kept it, so that folders made with it are gone on with.
      ...(state === undefined ? {} : { resourcePersistencePath: join(state, 'v3') }),
      // What the Worker logs as an error is for the person who started it; the rest is not.
      handleStructuredLogs: ({ level, message }) => {
        if (level === 'error') console.error(message);
      },
      workers: [{ ...configured, ...change(configured), modules, ...direct }],
    }),
  );
  await miniflare.ready;
  return miniflare;
}

/** The paths that the Worker answers before a static asset does. */
function workerFirst({ assets }: WorkerOptions): string[] {
  const paths = (assets as { run_worker_first?: unknown } | undefined)?.run_worker_first;
  if (!Array.isArray(paths)) throw new Error(`${CONFIG} does not list what the Worker answers first.`);
  return paths as string[];
}

/** The queues' consumers of the configuration, with a batch of all tiles that wait. */
function withTilesInOneBatch(consumers: WorkerOptions['queueConsumers']): WorkerOptions['queueConsumers'] {
  const byQueue = consumers as Record<string, object>;
  return { ...byQueue, 'qalam-tiles': { ...byQueue['qalam-tiles'], maxBatchSize: TILES_IN_BATCH } };
}

/** Hands a request to a Worker. */
async function forward(worker: Miniflare, request: MiniflareRequest): Promise<MiniflareResponse> {
  return worker.dispatchFetch(request);
}

/** Said before anything is started, and in words that help. */
function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(new PortInUse(`Port ${port} is in use. Stop what uses it, or set PORT to another.`)),
    );
    probe.listen(port, HOST, () => probe.close(() => resolve()));
  });
}
