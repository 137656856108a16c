/** The folder with everything that the local service keeps: database, scans, secrets, demo keys. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isNodeProcess } from './processes.ts';

/** Two services on one folder would take each other's jobs for abandoned. */
export class FolderInUse extends Error {}

export interface DataFolder {
  path: string;
  database: string;
  /** R2 and queues, as Miniflare keeps them. */
  state: string;
  /** Which workerd processes belong to the service of this folder. */
  processes: string;
  demoKeys: string;
  demoAccounts: string;
  /** Signs the session cookies of this folder. */
  authSecret: string;
  release: () => void;
}

/** Opens (and makes) the folder for this process alone. @throws FolderInUse */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  mkdirSync(path, { recursive: true });
  const lock = join(path, 'in-use-by');
  const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
  if (holder !== process.pid && isNodeProcess(holder)) {
    throw new FolderInUse(
      `${path} is in use by another Qalam (process ${holder}). Stop it, or set QALAM_DATA to another folder.`,
    );
  }
  writeFileSync(lock, String(process.pid));
  return {
    path,
    database: join(path, 'qalam.db'),
    state: join(path, 'state'),
    processes: join(path, 'processes.json'),
    demoKeys: join(path, 'demo-keys.json'),
    demoAccounts: join(path, 'demo-accounts.json'),
    authSecret: readOrMakeSecret(join(path, 'auth-secret')),
    release: () => rmSync(lock, { force: true }),
  };
}

function readOrMakeSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
