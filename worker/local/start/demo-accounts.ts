/** The four demo accounts: made here, in the local database, and nowhere else. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { createAuth } from '../../auth/better-auth.ts';
import { makeApiKey, sha256Hex } from '../../auth/secrets.ts';
import type { Database } from '../../db/client.ts';
import { apiKeys, users } from '../../db/schema.ts';
import type { DataFolder } from './data-folder.ts';

const ACCOUNTS = [
  { name: 'volunteer', role: 'volunteer' },
  { name: 'volunteer2', role: 'volunteer' },
  { name: 'reviewer', role: 'reviewer' },
  { name: 'admin', role: 'admin' },
] as const;

export type DemoName = (typeof ACCOUNTS)[number]['name'];
export type DemoKeys = Record<DemoName, string>;
export interface DemoAccount {
  name: DemoName;
  email: string;
  password: string;
  role: string;
}

/** Makes the accounts that the folder lacks, with an API key each; returns what a person signs in with. */
export async function ensureDemoAccounts(
  db: Database,
  folder: DataFolder,
): Promise<{ keys: DemoKeys; accounts: DemoAccount[] }> {
  if (existsSync(folder.demoKeys) && existsSync(folder.demoAccounts)) {
    return {
      keys: readJson<DemoKeys>(folder.demoKeys),
      accounts: readJson<DemoAccount[]>(folder.demoAccounts),
    };
  }
  const auth = createAuth(db, { AUTH_SECRET: folder.authSecret }, 'http://127.0.0.1');
  const keys: Partial<DemoKeys> = {};
  const accounts: DemoAccount[] = [];
  for (const { name, role } of ACCOUNTS) {
    const email = `${name}@qalam.local`;
    const password = randomBytes(9).toString('base64url');
    // A start that was killed in here leaves accounts whose passwords nobody knows: make them anew.
    await db.delete(users).where(eq(users.email, email));
    const { user } = await auth.api.signUpEmail({ body: { name, email, password } });
    await db.update(users).set({ role }).where(eq(users.id, user.id));
    const { key, prefix } = makeApiKey();
    const hash = await sha256Hex(key);
    await db
      .insert(apiKeys)
      .values({ id: uuidv7(), userId: user.id, name: 'demo', prefix, hash, createdAt: Date.now() });
    keys[name] = key;
    accounts.push({ name, email, password, role });
  }
  writeFileSync(folder.demoAccounts, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  writeFileSync(folder.demoKeys, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return { keys: keys as DemoKeys, accounts };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
