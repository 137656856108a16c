/**
 * The services that the end-to-end tests look at. Starting one takes seconds of bundling, and a database with the
 * authority file a second more: so each of Vitest's processes has one service, started when its first file asks,
 * and every file begins with a copy of the same database, that of a first start without the samples.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createAuth } from '../../worker/auth/better-auth.ts';
import { type Hrana, createHrana } from '../../worker/local/hrana/server.ts';
import { type DataFolder, openDataFolder } from '../../worker/local/start/data-folder.ts';
import type { DemoAccount, DemoKeys, DemoName } from '../../worker/local/start/demo-accounts.ts';
import { startLocalWorker } from '../../worker/local/start/local-worker.ts';
import { markProcesses } from '../../worker/local/start/processes.ts';
import { prepareDatabase } from '../../worker/local/start/service.ts';
import { buildWeb } from '../build.ts';
import { type Readings, rememberReadings } from './readings.ts';

/** What a test file is told of its service. */
export interface ServiceOfFile {
  url: string;
  keys: DemoKeys;
  /** The session cookie of each demo account, as `name=value`. */
  sessions: Record<DemoName, string>;
  /** For signing in where a session has ended. */
  accounts: Record<DemoName, DemoAccount>;
}

interface Template extends Omit<ServiceOfFile, 'url'> {
  folder: DataFolder;
}

interface TestService {
  /** Gives the service a fresh database. Nothing may be in its queues. */
  begin: () => Promise<ServiceOfFile>;
  stop: () => Promise<void>;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** `POST <services>/<name>` starts the service of that name, or gives it a fresh database; answers a ServiceOfFile. */
    services: string;
  }
}

/** Vitest's global setup of the end-to-end tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = await mkdtemp(join(tmpdir(), 'qalam-e2e-'));
  markProcesses(root);
  const readings = rememberReadings();
  const services = new Map<string, Promise<TestService>>();
  let template: Promise<Template> | undefined;

  const begin = async (name: string): Promise<ServiceOfFile> => {
    template ??= makeTemplate(join(root, 'template'));
    let service = services.get(name);
    if (!service) {
      service = startTestService(join(root, name), await template, readings);
      services.set(name, service);
    }
    return (await service).begin();
  };
  const server = createServer((request, response) => {
    begin(request.url?.slice(1) ?? '')
      .then((answer) => response.end(JSON.stringify(answer)))
      .catch((error: unknown) => {
        response.statusCode = 500;
        response.end(error instanceof Error ? error.stack : String(error));
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  project.provide('services', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  return async () => {
    server.close();
    const started = await Promise.allSettled(services.values());
    await Promise.all(started.flatMap((one) => (one.status === 'fulfilled' ? [one.value.stop()] : [])));
    await rm(root, { recursive: true, force: true });
  };
}

/** The data of a first start: migrated, with the fixtures and the demo accounts, which are signed in. */
async function makeTemplate(path: string): Promise<Template> {
  await buildWeb({ quiet: true });
  const folder = openDataFolder(path);
  const { hrana, db, keys, accounts } = await prepareDatabase(folder, () => undefined);
  const auth = createAuth(db, { AUTH_SECRET: folder.authSecret }, 'http://127.0.0.1');
  const signIn = async ({ name, email, password }: DemoAccount) => {
    const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
    const cookie = headers.getSetCookie()[0]?.split(';', 1)[0];
    if (!cookie) throw new Error(`${name} could not be signed in.`);
    return [name, cookie] as const;
  };
  const sessions = Object.fromEntries(await Promise.all(accounts.map(signIn))) as Template['sessions'];
  hrana.dispose();
  const byName = Object.fromEntries(accounts.map((one) => [one.name, one])) as Template['accounts'];
  return { folder, keys, sessions, accounts: byName };
}

async function startTestService(path: string, template: Template, readings: Readings): Promise<TestService> {
  const { folder, keys, sessions, accounts } = template;
  mkdirSync(path, { recursive: true });
  let count = 0;
  let hrana = openCopy();
  const worker = await startLocalWorker(
    { state: join(path, 'state'), authSecret: folder.authSecret },
    { answer: (request) => hrana.answer(request) },
    { port: 0, readThrough: (reader) => readings.through(reader, () => worker.url) },
  );
  await worker.tick();

  function openCopy(): Hrana {
    count += 1;
    const database = join(path, `${count}.db`);
    copyFileSync(folder.database, database);
    // What a crash of the run would lose is thrown away anyway.
    return createHrana({ path: database, pragmas: ['journal_mode = WAL', 'synchronous = OFF'] });
  }

  return {
    begin: async () => {
      hrana.dispose();
      hrana = openCopy();
      return { url: worker.url, keys, sessions, accounts };
    },
    stop: async () => {
      await worker.stop();
      hrana.dispose();
    },
  };
}
