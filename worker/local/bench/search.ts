/** Search over 100,000 pages of 3,000 characters: over HTTP through workerd, and the same statements in this process. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { buildWeb } from '../../../web/build.ts';
import { type Database, connect } from '../../db/client.ts';
import { FOLD_VERSION } from '../../domain/text/fold.ts';
import { askIndex } from '../../routes/ask-index.ts';
import { SearchParameters } from '../../routes/search-parameters.ts';
import type { SearchAnswer } from '../../shapes/search.ts';
import { createHrana } from '../hrana/server.ts';
import { migrateFile } from '../migrate.ts';
import { type DataFolder, openDataFolder } from '../start/data-folder.ts';
import { ensureDemoAccounts } from '../start/demo-accounts.ts';
import { startLocalWorker } from '../start/local-worker.ts';
import type { Row } from './row.ts';
import { makeCorpus } from './search/corpus.ts';
import { fillDatabase, indexBytes } from './search/fill-database.ts';
import { type Query, makeQueries, oddQueries } from './search/queries.ts';

const PAGES = 100_000;
const CHARACTERS = 3000;
const SEED = 1;
const ROUNDS = 5;
const LIMIT = 20;
/** Kept for the next time, since making it takes some minutes; delete the folder to have it made again. */
const FOLDER = fileURLToPath(
  new URL(`../../../node_modules/.cache/qalam-bench/search-${PAGES}-${FOLD_VERSION}`, import.meta.url),
);

export async function benchSearch(): Promise<Row[]> {
  mkdirSync(FOLDER, { recursive: true });
  const folder = openDataFolder(FOLDER);
  try {
    const textBytes = await prepare(folder);
    await buildWeb({ quiet: true });
    const hrana = createHrana({ path: folder.database });
    let requests = 0;
    const counting: typeof hrana = {
      ...hrana,
      answer: (request) => {
        requests += 1;
        return hrana.answer(request);
      },
    };
    const { keys } = await ensureDemoAccounts(
      connect({ LIBSQL_URL: 'http://local/', LIBSQL: { fetch: (request) => hrana.fetch(request) } }),
      folder,
    );
    const worker = await startLocalWorker(folder, counting, { port: 0 });
    try {
      const inProcess = drizzle({ client: createClient({ url: `file:${folder.database}` }) });
      const queries = makeQueries(SEED, CHARACTERS);
      const [http, own] = [new Map<Query, number[]>(), new Map<Query, number[]>()];
      const nothing: number[] = [];
      const odd = new Map<Query, number[]>();
      const oddOnes = oddQueries(SEED, CHARACTERS);
      let mostRequests = 0;
      for (let round = 0; round <= ROUNDS; round++) {
        for (const query of queries) {
          const ownTime = await timed(() => askInProcess(inProcess, query));
          requests = 0;
          const httpTime = await timed(() => askOverHttp(worker.url, query));
          mostRequests = Math.max(mostRequests, requests);
          // The first round only warms up.
          if (round === 0) continue;
          push(http, query, httpTime);
          push(own, query, ownTime);
          nothing.push(await timed(() => askNothing(worker.url)));
        }
        for (const query of oddOnes) {
          const time = await timed(() => askOdd(worker.url, query));
          if (round > 0) push(odd, query, time);
        }
      }
      const findable = await secondsToFind(worker.url, keys.volunteer);
      const [over, within] = [summary(http), summary(own)];
      const floor = at(nothing, 0.5);
      return [
        { name: `Queries over ${PAGES} pages`, value: queries.length, unit: '' },
        { name: 'In process, p50', value: within.p50, unit: 'ms' },
        { name: 'In process, p95', value: within.p95, unit: 'ms' },
        { name: 'Over HTTP through workerd, p50', value: over.p50, unit: 'ms', target: 1.5 * within.p50 },
        { name: 'Over HTTP through workerd, p95', value: over.p95, unit: 'ms', target: 10 * over.p50 },
        { name: 'p50 over HTTP by p50 in process', value: over.p50 / within.p50, unit: '×', target: 1.5 },
        { name: 'Request that does nothing, p50', value: floor, unit: 'ms' },
        {
          name: 'The same ratio without what a request costs that does nothing',
          value: (over.p50 - floor) / within.p50,
          unit: '×',
        },
        ...Array.from(odd, ([{ name = '' }, times]) => ({
          name: `Odd: ${name}`,
          value: at(times, 0.5),
          unit: 'ms',
          target: 10 * over.p50,
        })),
        { name: 'Database requests of a search, most', value: mostRequests, unit: '', target: 2 },
        { name: 'Index by text', value: indexBytes(folder.database) / textBytes, unit: '×', target: 1.2 },
        { name: 'From saving a text to finding it', value: findable, unit: 's', target: 5 },
      ];
    } finally {
      await worker.stop();
      hrana.dispose();
    }
  } finally {
    folder.release();
  }
}

/** @returns the bytes of text in the database, which is made where it is not there */
async function prepare(folder: DataFolder): Promise<number> {
  const note = join(folder.path, 'text-bytes');
  await migrateFile(folder.database);
  if (!existsSync(note)) {
    const started = performance.now();
    const bytes = fillDatabase(folder.database, makeCorpus(SEED, CHARACTERS), PAGES, (done) => {
      const minutes = (performance.now() - started) / 60_000;
      if (done % 10_000 === 0) console.log(`  ${done} of ${PAGES} pages made in ${minutes.toFixed(1)} min`);
    });
    writeFileSync(note, String(bytes));
  }
  return Number(readFileSync(note, 'utf8'));
}

async function askInProcess(db: Database, query: Query): Promise<void> {
  const sort = query['sort'] === 'date' ? 'date' : 'relevance';
  await askIndex(db, SearchParameters.parse(query), { sort, limit: LIMIT + 1 });
}

async function askOverHttp(url: string, query: Query): Promise<SearchAnswer> {
  const response = await fetch(`${url}/api/v1/search?${new URLSearchParams(query).toString()}`);
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as SearchAnswer;
}

/** A path that is not there: through workerd and the app, but to no database. */
async function askNothing(url: string): Promise<void> {
  await (await fetch(`${url}/api/v1/nothing`)).text();
}

/** What nobody should ask may be refused, but not keep the service busy. */
async function askOdd(url: string, { q = '' }: Query): Promise<void> {
  const response = await fetch(`${url}/api/v1/search?${new URLSearchParams({ q }).toString()}`);
  await response.text();
  if (response.status >= 500) throw new Error(`${q.slice(0, 50)}: ${response.status}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const push = (times: Map<Query, number[]>, query: Query, time: number) =>
  times.set(query, [...(times.get(query) ?? []), time]);

/** Of the queries' medians: what one query takes, the machine's other work aside. */
function summary(times: Map<Query, number[]>): { p50: number; p95: number } {
  const medians = [...times.values()].map((own) => at(own, 0.5));
  return { p50: at(medians, 0.5), p95: at(medians, 0.95) };
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** A page gets a text with a word that stands nowhere else. */
async function secondsToFind(url: string, key: string): Promise<number> {
  const page = `${url}/api/v1/pages/p0/transcription`;
  const word = `w${crypto.randomUUID().replaceAll('-', '')}`;
  const etag = (await fetch(page)).headers.get('etag') ?? '';
  const begun = performance.now();
  const saved = await fetch(page, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': etag },
    body: JSON.stringify({ lines: [{ text: word }] }),
  });
  if (!saved.ok) throw new Error(`${saved.status}: ${await saved.text()}`);
  while ((await askOverHttp(url, { q: word })).total === 0) await wait(20);
  return (performance.now() - begun) / 1000;
}
