/** The whole service on one machine: what `npm start`, the end-to-end tests and the benchmarks start. */
import { createClient } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import { inArray } from 'drizzle-orm';
import { buildWeb } from '../../../web/build.ts';
import { rekeyNameForms } from '../../db/name-keys.ts';
import * as schema from '../../db/schema.ts';
import { createHrana } from '../hrana/server.ts';
import { migrateFile } from '../migrate.ts';
import { reindexAll } from '../reindex.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { type DemoAccount, type DemoKeys, ensureDemoAccounts } from './demo-accounts.ts';
import { loadFixtures } from './load-fixtures.ts';
import { endOrphans, markProcesses, rememberProcesses } from './processes.ts';
import { startLocalWorker } from './local-worker.ts';
import { uploadSamples } from './upload-samples.ts';

export interface ServiceOptions {
  /** Where everything is kept. */
  data: string;
  /** 0 for any free port. */
  port: number;
  /** Also upload the sample scans (the records of the samples are always loaded). */
  samples: boolean;
  /** Read the tiles of a large page one by one, as many as there are cores otherwise. */
  oneByOne?: boolean;
  say: (text: string) => void;
}

export interface Service {
  url: string;
  keys: DemoKeys;
  accounts: DemoAccount[];
  stop: () => Promise<void>;
}

/** Migrates, loads the fixtures once, starts the Worker, takes up reading where it was interrupted. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { say } = options;
  const folder = openDataFolder(options.data);
  try {
    await endOrphans(folder.path, folder.processes);
    markProcesses(folder.path);
    const built = await buildWeb({ quiet: true });
    if (built.built) say(`Built the web UI in ${(built.milliseconds / 1000).toFixed(1)} s`);
    const { hrana, db, keys, accounts } = await prepareDatabase(folder, say);

    // Nobody reads for this folder yet: what was being read, or waited in the lost queue, is to be queued anew.
    await db
      .update(schema.jobs)
      .set({ state: 'running', leaseUntil: 0 })
      .where(inArray(schema.jobs.state, ['queued', 'running']));
    const worker = await startLocalWorker(folder, hrana, options);
    rememberProcesses(folder.processes);
    await worker.tick();
    if (options.samples) await uploadSamples(worker.url, keys.volunteer, db, say);
    return {
      url: worker.url,
      keys,
      accounts,
      stop: async () => {
        await worker.stop();
        hrana.dispose();
        folder.release();
      },
    };
  } catch (error) {
    folder.release();
    throw error;
  }
}

/** Brings the database of a folder to today's state: migrations, demo accounts, fixtures, what is derived. */
export async function prepareDatabase(folder: DataFolder, say: ServiceOptions['say']) {
  const { applied } = await migrateFile(folder.database);
  if (applied > 0) say(`Applied ${applied} migrations to ${folder.database}`);
  const hrana = createHrana({ path: folder.database });
  const client = createClient({ url: 'http://local/', fetch: (request: Request) => hrana.fetch(request) });
  const db = drizzle({ client });
  const { keys, accounts } = await ensureDemoAccounts(db, folder);
  const loaded = await loadFixtures(db);
  if (loaded)
    say(
      `Loaded ${loaded.entities} entities, ${loaded.schemes} periodisations, ${loaded.issues} sample issues`,
    );
  // Names that were stored by older rules are to be found by today's.
  while ((await rekeyNameForms(db, 1_000)) > 0);
  const reindexed = await reindexAll(db);
  if (reindexed > 0) say(`Indexed ${reindexed} pages anew: the rules of search have changed`);
  return { hrana, db, keys, accounts };
}
